import { type AppLogger, type BackgroundService, BackgroundLoop, type DataSource, preparedRows, rows } from '#platform';

/** Somebody the log may have something for. */
export interface Concerned {
  readonly name: string;
  readonly types: readonly string[];
  /** There may be something: the log is worth reading. */
  tell: () => void;
}

const lookEveryMs = 150;
/** What a look should have seen is found by then at the latest, whatever it was. */
const tellAllEveryMs = 5_000;

/**
 * Looks at the log for all subscribers of an app, so that only those read it whom it concerns: what a quiet log costs does
 * not grow with the number of subscribers.
 */
export class LogWatch {
  /** Newest position that was looked at; null before the first look. */
  private seen: string | null = null;
  private toldAllAt = -Infinity;

  constructor(
    private readonly database: DataSource,
    private readonly all: readonly Concerned[],
  ) {}

  loop(logger: AppLogger): BackgroundService {
    const work = async (): Promise<boolean> => {
      await this.look(performance.now());
      return false;
    };
    return new BackgroundLoop({ name: 'log watch', logger, idleMs: lookEveryMs, work });
  }

  /** Tells those there is something new for, or something again; now and then everybody. `now` in milliseconds. */
  async look(now: number): Promise<void> {
    const isForAll = now - this.toldAllAt >= tellAllEveryMs;
    const news = this.seen === null ? await this.begin() : await this.since(this.seen);
    if (isForAll) this.toldAllAt = now;
    for (const one of this.all) if (isForAll || concerns(one, news)) one.tell();
  }

  private async begin(): Promise<Set<string>> {
    const [newest] = await rows<{ position: string }>(
      this.database,
      'select coalesce(max(position), 0) as position from events.log',
    );
    this.seen = newest!.position;
    return new Set();
  }

  /** Types of what is new, and subscribers that are to be given something again. */
  private async since(seen: string): Promise<Set<string>> {
    const found = await preparedRows<{ name: string; position: string | null }>(
      this.database,
      `select type as name, max(position) as position from events.log where position > $1 group by type
       union all select distinct subscription, null::bigint from delivery where state = 'due'`,
      [seen],
    );
    const positions = found.flatMap(({ position }) => (position === null ? [] : [BigInt(position)]));
    this.seen = positions.reduce((newest, one) => (one > newest ? one : newest), BigInt(seen)).toString();
    return new Set(found.map(({ name }) => name));
  }
}

const concerns = ({ name, types }: Concerned, news: Set<string>): boolean =>
  news.has(name) || types.some((type) => news.has(type));
