import { setTimeout as pause } from 'node:timers/promises';
import type { AppLogger, BackgroundService } from '#platform';

/** What is needed of BullMQ's queue. */
export interface Waking {
  waitUntilReady(): Promise<unknown>;
}

/** What is needed of BullMQ's worker. */
export interface Working extends Waking {
  on(event: 'error', listener: (error: Error) => void): unknown;
  /** Takes jobs until closed; rejects where it cannot begin. */
  run(): Promise<void>;
  close(): Promise<void>;
}

/** Longest a worker may take to finish what it holds; what is cut off is taken up again by its lease. */
const longestDrainMs = 25_000;
const againMs = 1_000;

/**
 * Takes jobs once the connections of queue and worker stand. BullMQ keeps the first answer to whether they do: with a
 * no, a worker would ask again without a pause until the process has no memory left, and nothing else would get a turn.
 * So an app whose queue cannot be reached does not start.
 */
export class RunWorker implements BackgroundService {
  private stopping = false;

  constructor(
    private readonly queue: Waking,
    private readonly worker: Working,
    private readonly logger: Pick<AppLogger, 'defect'>,
  ) {}

  async start(): Promise<void> {
    this.worker.on('error', (error) => this.logger.defect('the queue failed, trying again', error));
    await Promise.all([this.queue.waitUntilReady(), this.worker.waitUntilReady()]);
    void this.keepRunning();
  }

  /** Stops taking jobs and waits for those in hand. */
  async stop(): Promise<void> {
    this.stopping = true;
    const over = new AbortController();
    const late = pause(longestDrainMs, undefined, { signal: over.signal });
    await Promise.race([this.worker.close(), late]).finally(() => over.abort());
  }

  private async keepRunning(): Promise<void> {
    while (!this.stopping) {
      try {
        await this.worker.run();
      } catch (error) {
        this.logger.defect('the queue failed, trying again', error);
      }
      if (!this.stopping) await pause(againMs);
    }
  }
}
