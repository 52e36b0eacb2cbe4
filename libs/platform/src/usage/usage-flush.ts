import { type BackgroundService, BackgroundLoop } from '../background-loop.js';
import type { AppLogger } from '../logger.js';

/** A crash loses the counts of so long at most: they are a record of use, not of work. */
const everyMs = 15_000;

/** Brings counts to the database now and then, and what is left when the app stops. */
export class UsageFlush<Row> implements BackgroundService {
  private readonly loop: BackgroundLoop;
  private kept: Row[] = [];

  constructor(
    private readonly counter: { take(): Row[] },
    private readonly record: { add(counted: Row[]): Promise<void> },
    logger: AppLogger,
  ) {
    const work = async (): Promise<boolean> => this.flush().then(() => false);
    this.loop = new BackgroundLoop({ name: 'counts of use', logger, idleMs: everyMs, work });
  }

  start(): void {
    this.loop.start();
  }

  async stop(): Promise<void> {
    await this.loop.stop();
    await this.flush();
  }

  /** What could not be written waits for the next time, before anything new is taken: memory stays bounded. */
  private async flush(): Promise<void> {
    if (this.kept.length === 0) this.kept = this.counter.take();
    await this.record.add(this.kept);
    this.kept = [];
  }
}
