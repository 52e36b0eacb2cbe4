import type pg from 'pg';
import { each, processes } from './evidence.js';

/** Runs that could go on beyond which nothing more is asked of the gateway: faults have to meet work, not a queue of it. */
const mostDue = 150;
/** Runs that wait for their next try are no queue; but what never ends must not pile up without end. */
const mostOpen = 1_000;
const lookMs = 1_000;
/** After this long something is stuck, and waiting for it would never end. */
const patienceMs = 120_000;

/**
 * The time by which work and faults are planned. It stands still while the gateway has its hands full, so that faults
 * are spread over all of the work however fast the gateway is.
 */
export class PacedClock {
  /** Milliseconds from the start of the run, pauses left out. */
  now = 0;
  private at = Date.now();
  private lookedAt = 0;
  private busySince: number | null = null;

  constructor(private readonly database: pg.Pool) {}

  async advance(): Promise<void> {
    if (Date.now() - this.lookedAt > lookMs) await this.look();
    const passed = Date.now() - this.at;
    this.at += passed;
    if (this.busySince === null || Date.now() - this.busySince > patienceMs) this.now += passed;
  }

  private async look(): Promise<void> {
    this.lookedAt = Date.now();
    // While the database is away nobody can say: what was known last holds.
    const underWay = await this.underWay().catch(() => null);
    if (underWay === null) return;
    const [due, open] = underWay;
    const isBusy = due > mostDue || open > mostOpen;
    this.busySince = isBusy ? (this.busySince ?? Date.now()) : null;
  }

  private async underWay(): Promise<[due: number, open: number]> {
    const found = await each<{ due: number; open: number }>(
      this.database,
      processes,
      `select (count(*) filter (where wake_at is null or wake_at <= clock_timestamp()))::int as due, count(*)::int as open
         from $.run where state in ('running', 'waiting', 'undoing')`,
    );
    const sum = (count: 'due' | 'open'): number => found.reduce((all, one) => all + one[count], 0);
    return [sum('due'), sum('open')];
  }
}
