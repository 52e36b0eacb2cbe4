import type { BillingLineState, erp, psa } from '#contracts';
import { type DataSource, type EntityManager, rows } from '#platform';

/** An approved time entry on its way to an invoice. */
export interface BillingLine {
  reference: string;
  timeEntryId: string;
  instance: string;
  /** The entry as it was approved. */
  entry: psa.TimeEntry;
  /** What a person decided otherwise. */
  corrections: Partial<psa.TimeEntry> & { hourlyRate?: psa.TimeEntry['hourlyRate'] };
  state: BillingLineState;
  correlationId: string;
}

/** A line that passed every check. */
export interface PricedLine {
  reference: string;
  project: string;
  legalEntity: string;
  workerNumber: string;
  role: string;
  hourlyRate: erp.BillableLine['hourlyRate'];
  amount: erp.BillableLine['amount'];
}

const columns = `reference, time_entry_id as "timeEntryId", instance, entry, corrections, state, correlation_id as "correlationId"`;

/** The record of every approved time entry and what became of it. */
export class BillingLineRepository {
  constructor(readonly database: DataSource) {}

  async find(
    manager: EntityManager,
    instance: string,
    timeEntryId: string,
  ): Promise<(BillingLine & { version: Date }) | null> {
    const found = await rows<BillingLine & { version: Date }>(
      manager,
      `select ${columns}, version from billing_line where instance = $1 and time_entry_id = $2 for update`,
      [instance, timeEntryId],
    );
    return found[0] ?? null;
  }

  /** Notes an approved entry, or a newer version of one that is not posted yet. */
  async note(
    manager: EntityManager,
    line: { instance: string; entry: psa.TimeEntry; correlationId: string },
  ): Promise<void> {
    const { entry } = line;
    await manager.query(
      `insert into billing_line (reference, instance, time_entry_id, version, entry, project, minutes, work_date, state, correlation_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict (reference) do update set version = excluded.version, entry = excluded.entry, project = excluded.project,
         minutes = excluded.minutes, work_date = excluded.work_date, state = excluded.state, updated_at = clock_timestamp()`,
      [
        referenceOf(line.instance, entry.id),
        line.instance,
        entry.id,
        entry.modifiedAt,
        JSON.stringify(entry),
        entry.project,
        entry.minutes,
        entry.date,
        entry.billable ? 'waiting' : 'not-billable',
        line.correlationId,
      ],
    );
  }

  waiting(limit: number): Promise<BillingLine[]> {
    return rows(
      this.database,
      `select ${columns} from billing_line where state = 'waiting' order by work_date, reference limit $1`,
      [limit],
    );
  }

  async price(manager: EntityManager, line: PricedLine): Promise<void> {
    await manager.query(
      `update billing_line set state = 'ready', batch = null, project = $2, legal_entity = $3, role = $4, rate = $5, amount = $6, currency = $7,
              updated_at = clock_timestamp() where reference = $1 and state = 'waiting'`,
      [
        line.reference,
        line.project,
        line.legalEntity,
        line.role,
        line.hourlyRate.amount,
        line.amount.amount,
        line.amount.currency,
      ],
    );
  }

  async setState(manager: EntityManager, reference: string, state: BillingLineState): Promise<void> {
    await manager.query('update billing_line set state = $2, updated_at = clock_timestamp() where reference = $1', [
      reference,
      state,
    ]);
  }

  async correct(manager: EntityManager, reference: string, changes: Record<string, unknown>): Promise<void> {
    await manager.query(
      `update billing_line set corrections = corrections || $2::jsonb, state = 'waiting', updated_at = clock_timestamp()
        where reference = $1`,
      [reference, JSON.stringify(changes)],
    );
  }

  /** Gathers the next lines of a legal entity into a batch; until it is posted they may still be replaced. */
  async gatherBatch(manager: EntityManager, legalEntity: string, batch: string, size: number): Promise<number> {
    const taken = await rows(
      manager,
      `update billing_line set batch = $2, updated_at = clock_timestamp() where reference in (
         select reference from billing_line where state = 'ready' and batch is null and legal_entity = $1
          order by project, work_date, reference limit $3 for update skip locked) returning reference`,
      [legalEntity, batch, size],
    );
    return taken.length;
  }

  /** From here on the lines that are still in the batch are posted as they are. */
  async takeBatch(batch: string): Promise<void> {
    await this.database.query(
      `update billing_line set state = 'posting', updated_at = clock_timestamp() where batch = $1 and state = 'ready'`,
      [batch],
    );
  }

  async readyEntities(): Promise<string[]> {
    const found = await rows<{ legalEntity: string }>(
      this.database,
      `select distinct legal_entity as "legalEntity" from billing_line where state = 'ready' and batch is null`,
    );
    return found.map(({ legalEntity }) => legalEntity);
  }

  /** The lines of a batch as the ERP is to charge them. */
  batch(batch: string): Promise<(erp.BillableLine & { assignmentId: string | null })[]> {
    return rows(
      this.database,
      `select reference, project, coalesce(corrections ->> 'workerNumber', entry ->> 'workerNumber') as "workerNumber", role,
              work_date::text as date, coalesce((corrections ->> 'minutes')::int, minutes) as minutes,
              jsonb_build_object('amount', rate::text, 'currency', currency) as "hourlyRate",
              jsonb_build_object('amount', amount::text, 'currency', currency) as amount,
              entry ->> 'notes' as memo, entry ->> 'assignmentId' as "assignmentId"
         from billing_line where batch = $1 and state not in ('waiting', 'ready') order by reference`,
      [batch],
    );
  }

  async posted(manager: EntityManager, reference: string, erpId: string): Promise<void> {
    await manager.query(
      `update billing_line set state = 'posted', erp_id = $2, updated_at = clock_timestamp() where reference = $1 and state = 'posting'`,
      [reference, erpId],
    );
  }

  async invoiced(
    manager: EntityManager,
    batch: string,
    project: string,
    invoice: erp.Invoice,
    minutes: number,
  ): Promise<void> {
    await manager.query(
      `insert into invoice (reference, number, erp_id, project, amount, currency, minutes, batch)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (reference) do nothing`,
      [
        invoice.reference,
        invoice.number,
        invoice.id,
        project,
        invoice.total.amount,
        invoice.total.currency,
        minutes,
        batch,
      ],
    );
    await manager.query(`update billing_line set invoice = $3 where batch = $1 and project = $2 and state = 'posted'`, [
      batch,
      project,
      invoice.number,
    ]);
  }

  /** All that was ever billed on an assignment: a total, so that a late report cannot add up twice. */
  async billedMinutes(assignmentId: string): Promise<number> {
    const [sum] = await rows<{ minutes: number }>(
      this.database,
      `select coalesce(sum(coalesce((corrections ->> 'minutes')::int, minutes)), 0)::int as minutes from billing_line
        where entry ->> 'assignmentId' = $1 and state = 'posted'`,
      [assignmentId],
    );
    return sum!.minutes;
  }
}

/** The same entry is the same line, here and in the ERP. */
export const referenceOf = (instance: string, timeEntryId: string): string => `TE-${instance}-${timeEntryId}`;
