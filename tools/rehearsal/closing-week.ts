import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { control } from '../chaos/control.js';
import { Random } from '../chaos/random.js';
import { type OutageDomain, type PlannedOutage, products, type RehearsalOptions } from './options.js';

/** A time entry somebody recorded, and when it will be approved: milliseconds of the firm's time from the first approval. */
export interface Recorded {
  id: string;
  project: string;
  agreedRate: string;
  approveAt: number;
}

const tickMs = 250;

/** People approve, products go away and come back, and the desk settles what stopped, all by the clock of the firm. */
export class ClosingWeek {
  /** Of the outages that came: epoch milliseconds. */
  readonly outages: { domain: OutageDomain; from: number; to: number }[] = [];
  private began = 0;
  private away = new Set<PlannedOutage>();
  private onDesk: { id: string; until: number } | null = null;

  constructor(
    private readonly controlUrl: string,
    private readonly database: pg.Pool,
    private readonly options: RehearsalOptions,
    private readonly work: Recorded[],
  ) {}

  get startedAt(): number {
    return this.began;
  }

  /** The firm's milliseconds since the first approval. */
  private get now(): number {
    return (Date.now() - this.began) * this.options.compress;
  }

  /** Until everything is approved, every outage is over, and `isOver` says so. */
  async run(isOver: (hasHappened: boolean) => Promise<boolean>): Promise<void> {
    const left = this.work.toSorted((one, other) => one.approveAt - other.approveAt);
    const first = left[0]!.approveAt;
    this.began = Date.now();
    for (;;) {
      const due = left.filter(({ approveAt }) => approveAt - first <= this.now);
      left.splice(0, due.length);
      await this.approve(due);
      await this.arrange();
      await this.settle();
      const outagesOver = this.options.outages.every(({ from, ms }) => this.now > from + ms);
      if (await isOver(left.length === 0 && outagesOver && this.now > this.options.cutOff)) return;
      await pause(tickMs);
    }
  }

  private async approve(due: Recorded[]): Promise<void> {
    for (const projectRef of new Set(due.map(({ project }) => project))) {
      const timeEntryIds = due.filter(({ project }) => project === projectRef).map(({ id }) => id);
      await control(this.controlUrl, '/actions/kantata/submitAndApproveTime', { projectRef, timeEntryIds });
    }
  }

  /** Products go away and come back as planned. */
  private async arrange(): Promise<void> {
    const now = this.options.outages.filter(({ from, ms }) => from <= this.now && this.now <= from + ms);
    if (now.length === this.away.size && now.every((one) => this.away.has(one))) return;
    await fetch(`${this.controlUrl}/faults`, { method: 'DELETE' });
    for (const { domain } of now) {
      const fault = { kind: 'status', status: 503, times: 1_000_000_000 };
      await control(this.controlUrl, '/faults', { simulator: products[domain], fault });
    }
    for (const one of this.away)
      if (!now.includes(one)) this.outages.findLast(({ domain }) => domain === one.domain)!.to = Date.now();
    for (const one of now)
      if (!this.away.has(one)) this.outages.push({ domain: one.domain, from: Date.now(), to: Infinity });
    this.away = new Set(now);
  }

  /** One person takes one exception after the other, the oldest first, and mends the entry in the PSA. */
  private async settle(): Promise<void> {
    if (this.onDesk && this.now >= this.onDesk.until) {
      const { id } = this.onDesk;
      const fields = { hourlyRate: this.work.find((entry) => entry.id === id)!.agreedRate };
      await control(this.controlUrl, '/actions/kantata/editTimeEntry', { id, fields });
      await this.untilSettled(id);
      this.onDesk = null;
    }
    if (this.onDesk) return;
    const [id] = await this.stopped();
    if (id) this.onDesk = { id, until: this.now + this.options.desk };
  }

  /** Whoever looks at the list sees it without what they have just mended. */
  private async untilSettled(id: string): Promise<void> {
    for (let tries = 0; tries < 100 && (await this.stopped()).includes(id); tries += 1) await pause(tickMs / 5);
  }

  private async stopped(): Promise<string[]> {
    const { rows } = await this.database.query<{ id: string }>(
      `select replace(subject_id, 'TE-kantata-', '') as id from process_billing.exception
        where state = 'open' and code = 'rate-mismatch' order by created_at`,
    );
    return rows.map(({ id }) => id);
  }
}

/** When each entry is approved: most towards the end, as people do. */
export function approvalMoments(seed: number, entries: number, span: number): number[] {
  const random = new Random(seed);
  return Array.from({ length: entries }, () => Math.round(span * Math.max(random.next(), random.next())));
}
