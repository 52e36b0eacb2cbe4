import type pg from 'pg';
import { each, processes } from './evidence.js';

/** Runs under way beyond which nothing more is asked of the gateway: faults have to meet work, not a queue of it. */
const mostOpen = 150;
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
    const open = await each<{ n: number }>(
      this.database,
      processes,
      `select count(*)::int as n from $.run where state in ('running', 'waiting', 'undoing')`,
    );
    const isBusy = open.reduce((sum, { n }) => sum + n, 0) > mostOpen;
    this.busySince = isBusy ? (this.busySince ?? Date.now()) : null;
  }
}
