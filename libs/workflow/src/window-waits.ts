import { Failure } from '#kernel';
import { type AppLogger, BackgroundLoop, type DataSource, rows } from '#platform';
import type { Held } from './held.js';
import { type Answer, minuteOf, Paused } from './waiting.js';

/** From when on a window is open: `at` itself while it is, null where nobody has said. Fails where there is no such window. */
export type Windows = (window: string, at: Date) => Date | null;

const portion = 1000;

/**
 * Runs that wait for a window to open. A window is asked again each time its run wakes, so the row is no promise: whoever
 * declares it may move it.
 */
export class WindowWaits {
  constructor(
    private readonly database: DataSource,
    private readonly opens: Windows,
  ) {}

  /** Answers at once in an open window; otherwise notes when to ask again, and pauses the run. */
  async ask(held: Held, name: string, { window, waitingFor }: { window: string; waitingFor: string }): Promise<Answer> {
    const now = await this.now();
    const opens = this.opens(window, now);
    if (opens && opens <= now) return { data: { openAt: now } };
    await this.database.query(
      `insert into wait (run_id, name, posting_window, until, after)
       select id, $3, $4, $5, 0 from run where id = $1 and fence = $2
       on conflict (run_id, name) do update set until = excluded.until`,
      [held.id, held.fence, name, window, opens],
    );
    throw new Paused(`${waitingFor}, ${opens ? `opens at ${minuteOf(opens)}` : 'nobody has said when it opens'}`);
  }

  /** Wakes a portion of the runs whose window opens at another time than when they lay down; true when there may be more. */
  async wakeMoved(): Promise<boolean> {
    const now = await this.now();
    let more = false;
    for (const window of await this.waitedFor()) {
      const woken = await rows(this.database, movedQuery, [window, this.openingOf(window, now) ?? 'infinity']);
      more ||= woken.length === portion;
    }
    return more;
  }

  /** A window that was taken out of the estate file counts as open, so that its runs wake and say so. */
  private openingOf(window: string, now: Date): Date | null {
    try {
      return this.opens(window, now);
    } catch (error) {
      if (Failure.from(error).kind === 'defect') throw error;
      return now;
    }
  }

  private async waitedFor(): Promise<string[]> {
    const found = await rows<{ name: string }>(this.database, waitedForQuery);
    return found.map(({ name }) => name);
  }

  private async now(): Promise<Date> {
    const [clock] = await rows<{ now: Date }>(this.database, 'select clock_timestamp() as now');
    return clock!.now;
  }
}

/** Notices within seconds of a start that the estate file says otherwise now. */
export const windowWatch = (windows: WindowWaits, logger: AppLogger): BackgroundLoop =>
  new BackgroundLoop({ name: 'window watch', logger, idleMs: 5_000, work: () => windows.wakeMoved() });

/** Steps from one window to the next in the index, however many runs wait for each. */
export const waitedForQuery = `
  with recursive waited as (
    select min(posting_window) as name from wait where posting_window is not null
    union all
    select (select min(posting_window) from wait where posting_window > waited.name) from waited where waited.name is not null)
  select name from waited where name is not null`;

/** Reads the index beside the time the window opens at: runs that lie down until then are not looked at. */
export const movedQuery = `
  update run set wake_at = clock_timestamp(), queued_at = null where id in (
    select run.id from wait join run on run.id = run_id
     where posting_window = $1
       and (coalesce(until, 'infinity') < $2::timestamptz or coalesce(until, 'infinity') > $2::timestamptz)
       and state = 'waiting' and (wake_at is null or wake_at > clock_timestamp())
     order by run.id limit ${portion} for update of run skip locked)
  returning id`;
