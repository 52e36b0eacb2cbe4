import type { MigrationInterface, QueryRunner } from 'typeorm';
import { type DataSource, type EntityManager, rows } from '#platform';
import { type Grant, grantOf, leftForPolling, type Use, type Window, windowsOf } from './budget.js';
import type { Limits, Priority } from './limits.js';

export class CreateLimits1700000000005 implements MigrationInterface {
  name = 'CreateLimits1700000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table vendor_gate (
        instance text primary key, closed_until timestamptz not null default '-infinity')`);
    await runner.query(`
      create table vendor_place (
        instance text not null, holder uuid not null, places int not null, wanted int not null,
        lease_until timestamptz not null, primary key (instance, holder))`);
    await runner.query(`
      create table vendor_use (
        instance text not null, period text not null, slot timestamptz not null, requests int not null,
        primary key (instance, period, slot))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['vendor_use', 'vendor_place', 'vendor_gate']) await runner.query(`drop table ${table}`);
  }
}

/** Requests that were granted at a moment and not sent. */
export interface Unused {
  grantedAt: string;
  requests: number;
}

export interface Ask {
  inFlight: number;
  /** Requests under way and waiting, for which places are wanted. */
  places: number;
  /** Requests wanted, by who waits for them. */
  requests: Record<Priority, number>;
  unused: Unused | null;
  /** The vendor asked to be left alone for so long, and nobody else knows yet. */
  closeMs: number;
}

/** What one process may do until it asks again. */
export interface Lease {
  places: number;
  grants: Record<Priority, Grant>;
  /** When the grant was booked, by the database's clock. */
  grantedAt: string;
  /** How long the vendor still wants to be left alone. */
  closedForMs: number;
  leftForPolling: number;
}

/** How long a process that died keeps its places. */
const leaseMs = 5_000;

/** Divides a vendor's limits among our processes, by the database's clock. */
export class LimitsRepository {
  constructor(private readonly database: DataSource) {}

  /** One process at a time: the row of the instance is the lock. */
  lease(instance: string, holder: string, limits: Limits, ask: Ask): Promise<Lease> {
    return this.database.transaction(async (manager) => {
      const { closedForMs, grantedAt } = await this.gate(manager, instance, ask.closeMs);
      const windows = windowsOf(limits);
      if (ask.unused) await this.book(manager, instance, windows, ask.unused.grantedAt, -ask.unused.requests);
      const uses = windows.length > 0 ? await this.uses(manager, instance, windows) : [];
      const grants = grantOf(windows, uses, ask.requests);
      const granted = grants.interactive.requests + grants.background.requests;
      if (granted > 0) await this.book(manager, instance, windows, grantedAt, granted);
      const places = await this.places(manager, instance, holder, limits.concurrency, ask);
      return { places, grants, grantedAt, closedForMs, leftForPolling: leftForPolling(windows, uses) };
    });
  }

  /** Gives back what an idle process holds. */
  async release(instance: string, holder: string, limits: Limits, unused: Unused | null): Promise<void> {
    await this.database.transaction(async (manager) => {
      if (unused) await this.book(manager, instance, windowsOf(limits), unused.grantedAt, -unused.requests);
      await manager.query('delete from vendor_place where instance = $1 and holder = $2', [instance, holder]);
    });
  }

  private async gate(manager: EntityManager, instance: string, closeMs: number) {
    const [gate] = await rows<{ closedForMs: number; grantedAt: string }>(
      manager,
      `insert into vendor_gate as gate (instance, closed_until)
       values ($1, clock_timestamp() + $2 * interval '1 millisecond')
       on conflict (instance) do update set closed_until = greatest(gate.closed_until, excluded.closed_until)
       returning clock_timestamp()::text as "grantedAt",
         greatest(0, ceil((extract(epoch from closed_until) - extract(epoch from clock_timestamp())) * 1000))::float8
           as "closedForMs"`,
      [instance, closeMs],
    );
    return gate!;
  }

  private uses(manager: EntityManager, instance: string, windows: Window[]): Promise<Use[]> {
    return rows<Use>(
      manager,
      `select period as window, requests,
              (extract(epoch from clock_timestamp() - slot) * 1000)::float8 as "ageMs"
         from vendor_use where instance = $1 and slot > clock_timestamp() - $2 * interval '1 millisecond'`,
      [instance, Math.max(...windows.map(({ spanMs }) => spanMs))],
    );
  }

  private async book(
    manager: EntityManager,
    instance: string,
    windows: Window[],
    at: string,
    requests: number,
  ): Promise<void> {
    for (const { name, slotMs, spanMs } of windows) {
      await manager.query(
        `insert into vendor_use as use (instance, period, slot, requests)
         values ($1, $2, date_bin($3 * interval '1 millisecond', $4::timestamptz, 'epoch'), $5)
         on conflict (instance, period, slot) do update set requests = use.requests + excluded.requests`,
        [instance, name, slotMs, at, requests],
      );
      await manager.query(
        `delete from vendor_use
          where instance = $1 and period = $2 and slot < clock_timestamp() - $3 * interval '1 millisecond'`,
        [instance, name, spanMs],
      );
    }
  }

  /** An equal share each; what the others do not want may be had on top. What is in flight cannot be taken back. */
  private async places(
    manager: EntityManager,
    instance: string,
    holder: string,
    concurrency: number,
    ask: Ask,
  ): Promise<number> {
    const others = await rows<{ places: number; wanted: number }>(
      manager,
      `select places, wanted from vendor_place
        where instance = $1 and holder <> $2 and lease_until > clock_timestamp()`,
      [instance, holder],
    );
    const places = placesOf(concurrency, others, ask.places);
    await manager.query(
      `insert into vendor_place (instance, holder, places, wanted, lease_until)
       values ($1, $2, $3, $4, clock_timestamp() + $5 * interval '1 millisecond')
       on conflict (instance, holder) do update
         set places = excluded.places, wanted = excluded.wanted, lease_until = excluded.lease_until`,
      [instance, holder, Math.max(places, ask.inFlight), ask.places, leaseMs],
    );
    await manager.query(`delete from vendor_place where lease_until < clock_timestamp() - interval '1 hour'`);
    return places;
  }
}

/** How many of a vendor's places one process gets beside the others. */
export function placesOf(concurrency: number, others: { places: number; wanted: number }[], wanted: number): number {
  if (others.length === 0) return concurrency;
  const share = Math.ceil(concurrency / (others.length + 1));
  const sum = (numbers: number[]): number => numbers.reduce((total, each) => total + each, 0);
  const leftOver = concurrency - sum(others.map((other) => Math.min(other.wanted, share)));
  const free = concurrency - sum(others.map(({ places }) => places));
  return Math.max(0, Math.min(free, Math.max(share, leftOver), Math.max(1, wanted)));
}
