import type { AppLogger } from './logger.js';

/** Something an app runs beside its requests. */
export interface BackgroundService {
  start(): void | Promise<void>;
  /** Resolves when the work in hand is finished and no more will be taken. */
  stop(): Promise<void>;
}

export interface LoopOptions {
  name: string;
  logger: AppLogger;
  /** Pause when there was nothing to do. */
  idleMs: number;
  /** Does one portion; true when more is waiting. What it waits for long, it leaves when `stopping` is aborted. */
  work: (stopping: AbortSignal) => Promise<boolean>;
}

/** Repeats a portion of work until stopped; an error is logged and waited out, never fatal and never silent. */
export class BackgroundLoop implements BackgroundService {
  private readonly stopping = new AbortController();
  private wakeUp: (() => void) | null = null;
  private running: Promise<void> = Promise.resolve();
  private failures = 0;

  constructor(private readonly options: LoopOptions) {}

  start(): void {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.wake();
    await this.running;
  }

  /** Ends the current pause early. */
  wake(): void {
    this.wakeUp?.();
  }

  private get stopped(): boolean {
    return this.stopping.signal.aborted;
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      const more = await this.portion();
      if (!more && !this.stopped) await this.pause(this.options.idleMs * 2 ** Math.min(this.failures, 5));
    }
  }

  private async portion(): Promise<boolean> {
    try {
      const more = await this.options.work(this.stopping.signal);
      this.failures = 0;
      return more;
    } catch (error) {
      this.failures += 1;
      if (!this.stopped) this.options.logger.defect(`${this.options.name} failed, trying again`, error);
      return false;
    }
  }

  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.wakeUp = null;
        resolve();
      };
      const timer = setTimeout(done, ms);
      this.wakeUp = done;
    });
  }
}
