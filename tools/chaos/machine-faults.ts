import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { GatewayProcess } from './gateway-process.js';
import type { Random } from './random.js';
import type { RunningRedis } from './redis.js';

export interface Machines {
  processes: GatewayProcess[];
  database: pg.Pool;
  crashDatabase: () => Promise<void>;
  /** Null where no disk that can be full may be mounted. */
  fillDisk: (() => Promise<void>) | null;
  /** The queue's Redis; null where the queue is on PostgreSQL. */
  redis: Pick<RunningRedis, 'flush' | 'kill'> | null;
}

const shortFreezeMs = 1_000;
/** Longer than any lease: what a frozen process held has gone on elsewhere when it wakes up. */
const longFreezeMs = 18_000;
/** As far as a process may be off and still call itself ready. */
const mostReadySkewMs = 1_900;
/** Beyond readiness: with it a worker takes jobs whose locks others still hold. Tokens allow for 30 s. */
const mostSkewMs = 25_000;

/** What happens to the gateway's processes and to what they stand on. */
export class MachineFaults {
  constructor(
    private readonly machines: Machines,
    private readonly random: Random,
  ) {}

  /** False where it cannot happen right now. */
  async inject(kind: string): Promise<boolean> {
    const any = this.random.shuffled(this.machines.processes);
    switch (kind) {
      case 'kill':
        return any.some((one) => one.kill());
      case 'freeze': {
        const ms = shortFreezeMs + this.random.between(0, 5_000);
        return any.some((one) => one.freeze(ms));
      }
      case 'long-freeze':
        return any.some((one) => one.freeze(longFreezeMs));
      case 'skew-clock':
        return any.some((one) => one.skew(this.skewOf(one)));
      case 'cut-database':
        return this.cutDatabase();
      case 'restart-database':
        await this.machines.crashDatabase();
        return true;
      case 'disk-full':
        return this.fillDisk();
      case 'kill-queue':
        await this.machines.redis?.kill();
        return true;
      default:
        await this.machines.redis?.flush();
        return true;
    }
  }

  /** Happened only if something could not be written. */
  private async fillDisk(): Promise<boolean> {
    const { fillDisk, database } = this.machines;
    if (!fillDisk) return false;
    const filled = fillDisk();
    await pause(1_000);
    const ballast = 'create temporary table ballast as select * from generate_series(1, 1000000)';
    const wasMet = await database.query(ballast).then(
      () => false,
      () => true,
    );
    await filled;
    return wasMet;
  }

  /** Everybody's clock is right again. */
  heal(): void {
    for (const one of this.machines.processes) if (one.isSkewed) one.kill();
  }

  /** Ahead or behind. Whoever signs assertions for vendors has to be believed by them, and vendors believe little. */
  private skewOf({ name }: GatewayProcess): number {
    const most = name.startsWith('systems') ? mostReadySkewMs : mostSkewMs;
    const ms = this.random.between(most >> 1, most);
    return this.random.next() < 0.5 ? ms : -ms;
  }

  /** Ends every connection of one app, or of the queue, in the middle of whatever they do. */
  private async cutDatabase(): Promise<boolean> {
    const { rows } = await this.machines.database.query<{ name: string }>(
      `select distinct application_name as name from pg_stat_activity
        where datname = current_database() and application_name ~ '^(system_|process_|bullmq|runs-)' order by 1`,
    );
    if (rows.length === 0) return false;
    const { rowCount } = await this.machines.database.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = $1`,
      [this.random.oneOf(rows).name],
    );
    return (rowCount ?? 0) > 0;
  }
}
