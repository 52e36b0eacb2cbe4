import type { Money } from '#kernel';
import { type DataSource, type EntityManager, rows } from '#platform';
import type { Bill, BilledWork } from '../bill.js';
import type { TransferPrice } from './transfer-price.js';

/** What a client was charged, or given back, for somebody's work. */
export interface ClientCharge {
  /** Reference of the billing line: an intercompany charge is known by it. */
  line: string;
  /** Reference of the line it takes back. */
  reverses: string | null;
  workerNumber: string;
  /** Legal entity of the client's project. */
  contracting: string;
  clientProject: string;
  role: string;
  minutes: number;
  workDate: string;
  /** Day the client was charged on. */
  date: string;
  hourlyRate: Money;
  /** Employing legal entity, where a person said so. */
  employing: string | null;
  correlationId: string;
}

/** A charge from the employing entity that is priced. */
export type PricedCharge = ClientCharge & TransferPrice & { employing: string };

/** Charges of one entity to another through one project, in one currency: what one bill can carry. */
export interface ChargeBatch {
  employing: string;
  project: string;
  currency: string;
}

type State = 'waiting' | 'stopped' | 'ready' | 'posting' | 'charged' | 'skipped' | 'withdrawn';

/** The record of what legal entities charge each other for their people's work. */
export class IntercompanyChargeRepository {
  constructor(readonly database: DataSource) {}

  /** What clients were charged and is to be passed on, worker by worker, but for some workers; reversals come last. */
  toPassOn(limit: number, except: string[]): Promise<ClientCharge[]> {
    return rows(
      this.database,
      `select line.reference as line, line.reverses, worker.number as "workerNumber", line.legal_entity as contracting,
              line.project as "clientProject", line.role, line.minutes, line.work_date::text as "workDate",
              line.posting_date::text as date, charge.employing, line.correlation_id as "correlationId",
              jsonb_build_object('amount', line.rate::text, 'currency', line.currency) as "hourlyRate"
         from billing_line line left join intercompany_charge charge on charge.line = line.reference
        cross join lateral (
          select coalesce(line.corrections ->> 'workerNumber', line.entry ->> 'workerNumber') as number) worker
        where line.state = 'posted' and not line.passed_on and (worker.number = any($2)) is not true
        order by line.reverses is not null, worker.number, line.reference limit $1`,
      [limit, except],
    );
  }

  /**
   * Marks lines as passed on, and answers which; until the commit nobody else does. Those that somebody holds are left for
   * the next time: who waited for one while holding others could be waited for in turn.
   */
  async claim(manager: EntityManager, lines: string[]): Promise<Set<string>> {
    const claimed = await rows<{ reference: string }>(
      manager,
      `with free as (
         select reference from billing_line where reference = any($1) and not passed_on for update skip locked)
       update billing_line line set passed_on = true from free where line.reference = free.reference
       returning line.reference`,
      [lines],
    );
    return new Set(claimed.map(({ reference }) => reference));
  }

  /** Notes charges that can be raised. */
  async ready(manager: EntityManager, charges: PricedCharge[]): Promise<void> {
    await manager.query(
      `insert into intercompany_charge as known (line, employing, contracting, project, role, minutes, date, rate, amount,
                                                 currency, state, correlation_id)
       select line, employing, contracting, project, role, minutes, date, rate, amount, currency, 'ready', correlation
         from jsonb_to_recordset($1) as priced (line text, employing text, contracting text, project text, role text,
              minutes int, date date, rate numeric, amount numeric, currency text, correlation text)
       on conflict (line) do update set employing = excluded.employing, project = excluded.project, date = excluded.date,
         rate = excluded.rate, amount = excluded.amount, currency = excluded.currency, state = 'ready',
         updated_at = clock_timestamp() where known.state = 'waiting'`,
      [
        JSON.stringify(
          charges.map(({ hourlyRate, amount, correlationId, ...charge }) => ({
            ...charge,
            rate: hourlyRate.amount,
            amount: amount.amount,
            currency: amount.currency,
            correlation: correlationId,
          })),
        ),
      ],
    );
  }

  /** Notes charges that wait for a person by one cause; answers how many do in all, and their minutes. */
  async stop(
    manager: EntityManager,
    cause: string,
    charges: ClientCharge[],
  ): Promise<{ count: number; minutes: number }> {
    await manager.query(
      `insert into intercompany_charge (line, employing, contracting, role, minutes, date, state, held_by, correlation_id)
       select line, employing, contracting, role, minutes, date, 'stopped', $2, correlation
         from jsonb_to_recordset($1) as stopped (line text, employing text, contracting text, role text, minutes int,
              date date, correlation text)
       on conflict (line) do update set state = 'stopped', held_by = excluded.held_by, updated_at = clock_timestamp()`,
      [
        JSON.stringify(charges.map(({ correlationId, ...charge }) => ({ ...charge, correlation: correlationId }))),
        cause,
      ],
    );
    return this.held(manager, cause);
  }

  async held(manager: EntityManager, cause: string): Promise<{ count: number; minutes: number }> {
    const [held] = await rows<{ count: number; minutes: number }>(
      manager,
      `select count(*)::int as count, coalesce(sum(minutes), 0)::int as minutes from intercompany_charge
        where held_by = $1 and state = 'stopped'`,
      [cause],
    );
    return held!;
  }

  /** What became of the charge of a line, and until the commit stays so; `isDecided` where that is not still to come. */
  async standing(
    manager: EntityManager,
    line: string,
  ): Promise<{ state: State | null; employing: string | null; heldBy: string | null; isDecided: boolean }> {
    // Not of the line itself: whoever settles that one may wait for what this commit holds.
    const [charge] = await rows<{ state: State; employing: string | null; heldBy: string | null }>(
      manager,
      'select state, employing, held_by as "heldBy" from intercompany_charge where line = $1 for update',
      [line],
    );
    const decided = await rows(manager, 'select 1 from billing_line where reference = $1 and passed_on', [line]);
    return { ...(charge ?? { state: null, employing: null, heldBy: null }), isDecided: decided.length > 0 };
  }

  async withdraw(manager: EntityManager, line: string): Promise<void> {
    await manager.query(
      `update intercompany_charge set state = 'withdrawn', updated_at = clock_timestamp() where line = $1`,
      [line],
    );
  }

  /** Takes back what was charged: the mirror image, ready to be raised on a day. */
  async reverse(manager: EntityManager, { line, reverses, correlationId }: ClientCharge, date: string): Promise<void> {
    await manager.query(
      `insert into intercompany_charge (line, employing, contracting, project, role, minutes, date, rate, amount, currency,
                                        state, correlation_id)
       select $1, employing, contracting, project, role, -minutes, $3, rate, -amount, currency, 'ready', $4
         from intercompany_charge where line = $2`,
      [line, reverses, date, correlationId],
    );
  }

  /** Passes on again what one cause held, from an entity where a person said which. */
  async again(manager: EntityManager, cause: string, employing: string | null): Promise<void> {
    const released = await rows<{ line: string }>(
      manager,
      `update intercompany_charge set state = 'waiting', employing = coalesce($2, employing), updated_at = clock_timestamp()
        where held_by = $1 and state = 'stopped' returning line`,
      [cause, employing],
    );
    await manager.query('update billing_line set passed_on = false where reference = any($1)', [
      released.map(({ line }) => line),
    ]);
  }

  /** Leaves uncharged what one cause holds. */
  async skip(manager: EntityManager, cause: string): Promise<void> {
    await manager.query(
      `update intercompany_charge set state = 'skipped', updated_at = clock_timestamp()
        where held_by = $1 and state = 'stopped'`,
      [cause],
    );
  }

  readyBatches(): Promise<ChargeBatch[]> {
    return rows(
      this.database,
      `select distinct employing, project, currency from intercompany_charge where state = 'ready' and batch is null
        order by employing, project, currency`,
    );
  }

  /** Gathers the next charges into a batch; until it is taken they may still be withdrawn. Answers how many. */
  async gather(manager: EntityManager, of: ChargeBatch, batch: string, size: number): Promise<number> {
    const gathered = await rows(
      manager,
      `update intercompany_charge set batch = $4 where line in (
         select line from intercompany_charge where state = 'ready' and batch is null and employing = $1
            and project = $2 and currency = $3 order by date, line limit $5 for update skip locked) returning line`,
      [of.employing, of.project, of.currency, batch, size],
    );
    return gathered.length;
  }

  /** From here on what is still in the batch is charged as it is. */
  async take(batch: string): Promise<void> {
    await this.database.query(
      `update intercompany_charge set state = 'posting', updated_at = clock_timestamp()
        where batch = $1 and state = 'ready'`,
      [batch],
    );
  }

  /** The charges of a batch as they are billed. */
  charges(batch: string): Promise<(BilledWork & { contracting: string })[]> {
    return rows(
      this.database,
      `select contracting, role, date::text as date, minutes,
              jsonb_build_object('amount', rate::text, 'currency', currency) as "hourlyRate",
              jsonb_build_object('amount', amount::text, 'currency', currency) as amount,
              minutes < 0 as "takenBack"
         from intercompany_charge where batch = $1 and state in ('posting', 'charged') order by line`,
      [batch],
    );
  }

  async charged(batch: string, { reference }: Bill): Promise<void> {
    await this.database.query(
      `update intercompany_charge set state = 'charged', invoice = $2, updated_at = clock_timestamp()
        where batch = $1 and state = 'posting'`,
      [batch, reference],
    );
  }
}
