import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { ArmedFaults } from './armed-faults.js';
import type { Assignments } from './assignments.js';
import type { Random } from './random.js';

/** A vendor was out of reach, and work that does not need it was there. */
export interface Outage {
  vendor: string;
  seconds: number;
  /** Records the last vendor of that work got meanwhile. */
  wentOn: number;
}

interface Sort {
  vendor: string;
  /** What work that does not need this vendor ends in: simulator and collection. */
  endsIn: [simulator: string, collection: string];
  offer: (work: Assignments) => void;
}

/** Hires need no CRM; hours need no directory. */
const sorts: Sort[] = [
  { vendor: 'salesforce', endsIn: ['kantata', 'users'], offer: (work) => work.hireMore(3) },
  { vendor: 'scim', endsIn: ['netsuite', 'timeBill'], offer: (work) => work.recordMore(3) },
];

const leastMs = 5_000;
/**
 * When work counts as standing still. All other faults go on meanwhile, and with a thousand of them minutes pass between two
 * arrivals: it is far longer than that, and no measure of speed.
 */
const mostMs = 600_000;
const lookMs = 500;

/** Takes one vendor away at a time, until work that does not need it has gone on. */
export class Outages {
  readonly seen: Outage[] = [];
  private current: Promise<void> | null = null;

  constructor(
    private readonly vendors: pg.Pool,
    private readonly faults: ArmedFaults,
    private readonly work: Assignments,
    private readonly random: Random,
  ) {}

  /** False while another vendor is away, and as long as there is no work that could go on. */
  async begin(): Promise<boolean> {
    if (this.current) return false;
    const sort = this.random.oneOf(sorts);
    const before = await this.count(sort);
    if (before === 0) return false;
    this.current = this.hold(sort, before).finally(() => (this.current = null));
    return true;
  }

  /** Every vendor is back. */
  over(): Promise<void> {
    return this.current ?? Promise.resolve();
  }

  private async hold(sort: Sort, before: number): Promise<void> {
    const { vendor } = sort;
    const began = Date.now();
    this.faults.takeDown(vendor);
    sort.offer(this.work);
    let wentOn = 0;
    let lasted = 0;
    do {
      await pause(lookMs);
      wentOn = (await this.count(sort)) - before;
      lasted = Date.now() - began;
    } while (lasted < leastMs || (wentOn === 0 && lasted < mostMs));
    this.faults.bringBack(vendor);
    this.seen.push({ vendor, seconds: Math.round(lasted / 1_000), wentOn });
  }

  private async count({ endsIn }: Sort): Promise<number> {
    const { rows } = await this.vendors.query<{ n: number }>(
      'select count(*)::int as n from sandbox.record where simulator = $1 and collection = $2',
      endsIn,
    );
    return rows[0]!.n;
  }
}
