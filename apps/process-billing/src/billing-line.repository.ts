import type { BillingLineState, erp, psa } from '#contracts';
import { Failure } from '#kernel';
import { type DataSource, type EntityManager, rows } from '#platform';

/** A time entry as it is after somebody approved, changed or rejected it. */
export interface EntryVersion {
  instance: string;
  entry: psa.TimeEntry;
  correlationId: string;
}

/** An approved version of a time entry on its way to an invoice, or the reversal of one that was charged. */
export interface BillingLine {
  reference: string;
  timeEntryId: string;
  instance: string;
  /** The first line of an entry is 1; each amendment of what was charged is one more. */
  ordinal: number;
  /** Reference of the line a reversal takes back. */
  reverses: string | null;
  /** Moment of the newest version that is known, charged or not. */
  version: Date;
  /** The entry as it was approved. */
  entry: psa.TimeEntry;
  /** What a person decided otherwise. */
  corrections: Partial<psa.TimeEntry> & { hourlyRate?: psa.TimeEntry['hourlyRate'] };
  state: BillingLineState;
  /** What came while the line was being posted. */
  amendment: EntryVersion | null;
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

/** A line as it was charged. */
export interface ChargedLine {
  reference: string;
  role: string;
  date: string;
  minutes: number;
  hourlyRate: erp.BillableLine['hourlyRate'];
  amount: erp.BillableLine['amount'];
}

export const lineColumns = `reference, time_entry_id as "timeEntryId", instance, ordinal, reverses, version, entry, corrections, state,
  amendment, correlation_id as "correlationId"`;

/** The record of every approved version of a time entry, and what became of it. */
export class BillingLineRepository {
  constructor(readonly database: DataSource) {}

  /** The newest line of an entry. Until the commit nobody else adds one, or settles one. */
  async newest(manager: EntityManager, instance: string, timeEntryId: string): Promise<BillingLine | null> {
    // Who only waits for the row may be given one that is no longer the newest.
    await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [referenceOf(instance, timeEntryId)]);
    const found = await rows<BillingLine>(
      manager,
      `select ${lineColumns} from billing_line where instance = $1 and time_entry_id = $2 and reverses is null
        order by ordinal desc limit 1 for update`,
      [instance, timeEntryId],
    );
    return found[0] ?? null;
  }

  /** Notes a version of an entry, or a newer one in place of one that is not charged. */
  async note(
    manager: EntityManager,
    version: EntryVersion & { corrections?: BillingLine['corrections'] },
    ordinal = 1,
  ): Promise<void> {
    const { instance, entry, corrections = {}, correlationId } = version;
    await manager.query(
      `insert into billing_line (reference, instance, time_entry_id, ordinal, version, entry, corrections, project, minutes,
                                 work_date, state, correlation_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
       on conflict (reference) do update set version = excluded.version, entry = excluded.entry, amendment = null,
         project = excluded.project, minutes = excluded.minutes, work_date = excluded.work_date, state = excluded.state,
         updated_at = clock_timestamp()`,
      [
        referenceOf(instance, entry.id, ordinal),
        instance,
        entry.id,
        ordinal,
        entry.modifiedAt,
        JSON.stringify(entry),
        JSON.stringify(corrections),
        entry.project,
        entry.minutes,
        entry.date,
        firstStateOf(entry),
        correlationId,
      ],
    );
  }

  /** Lines to be checked, project by project so that each is asked about once, but for those of some projects. */
  waiting(limit: number, except: string[] = []): Promise<BillingLine[]> {
    return rows(
      this.database,
      `select ${lineColumns} from billing_line where state = 'waiting'
         and (coalesce(corrections ->> 'project', entry ->> 'project') = any($2)) is not true
       order by project, work_date, reference limit $1`,
      [limit, except],
    );
  }

  /** Whether a line is still what was read; then it stays so until the commit. */
  async unchanged(manager: EntityManager, { reference, version }: BillingLine): Promise<boolean> {
    const found = await rows(
      manager,
      `select 1 from billing_line where reference = $1 and version = $2 and state = 'waiting' for update`,
      [reference, version],
    );
    return found.length > 0;
  }

  /** Lines that passed every check, of those that are still what was read. */
  async price(
    lines: (PricedLine & Pick<BillingLine, 'version'>)[],
    manager: EntityManager | DataSource = this.database,
  ): Promise<void> {
    await manager.query(
      `update billing_line line set state = 'ready', batch = null, project = priced.project, role = priced.role,
              legal_entity = priced.legal_entity, rate = priced.rate, amount = priced.amount, currency = priced.currency,
              minutes = coalesce((corrections ->> 'minutes')::int, line.minutes),
              work_date = coalesce((corrections ->> 'date')::date, work_date), updated_at = clock_timestamp()
         from jsonb_to_recordset($1) as priced (reference text, version timestamptz, project text, legal_entity text,
              role text, rate numeric, amount numeric, currency text)
        where line.reference = priced.reference and line.version = priced.version and line.state = 'waiting'`,
      [
        JSON.stringify(
          lines.map(({ reference, version, project, legalEntity, role, hourlyRate, amount }) => ({
            reference,
            version,
            project,
            legal_entity: legalEntity,
            role,
            rate: hourlyRate.amount,
            amount: amount.amount,
            currency: amount.currency,
          })),
        ),
      ],
    );
  }

  async setState(manager: EntityManager, reference: string, state: BillingLineState): Promise<void> {
    await manager.query('update billing_line set state = $2, updated_at = clock_timestamp() where reference = $1', [
      reference,
      state,
    ]);
  }

  /** Checks a stopped line again; a reversal mirrors what was charged, so there is nothing to check. */
  async retry(manager: EntityManager, reference: string): Promise<void> {
    await manager.query(
      `update billing_line set state = case when reverses is null then 'waiting' else 'ready' end, batch = null,
              updated_at = clock_timestamp() where reference = $1`,
      [reference],
    );
  }

  async correct(manager: EntityManager, reference: string, changes: Record<string, unknown>): Promise<void> {
    await manager.query(
      `update billing_line set corrections = corrections || $2::jsonb, state = 'waiting', updated_at = clock_timestamp()
        where reference = $1`,
      [reference, JSON.stringify(changes)],
    );
  }

  /** Keeps the newest version of an entry until its line is posted or refused. */
  async hold(manager: EntityManager, reference: string, version: EntryVersion): Promise<void> {
    await manager.query('update billing_line set amendment = $2, version = $3 where reference = $1', [
      reference,
      JSON.stringify(version),
      version.entry.modifiedAt,
    ]);
  }

  /** Remembers a version that changes nothing in the charge, so that an older one that comes late does not either. */
  async seen(manager: EntityManager, reference: string, modifiedAt: string): Promise<void> {
    await manager.query('update billing_line set version = $2 where reference = $1', [reference, modifiedAt]);
  }

  /** Takes back what was charged, once: the mirror image of a posted line, ready to be posted. */
  async reverse(manager: EntityManager, reference: string, correlationId: string): Promise<void> {
    await manager.query(
      `insert into billing_line (reference, instance, time_entry_id, ordinal, reverses, version, entry, corrections, project,
                                 legal_entity, role, minutes, work_date, rate, amount, currency, state, correlation_id)
       select $2, instance, time_entry_id, ordinal, reference, version, entry, corrections, project,
              legal_entity, role, -minutes, posting_date, rate, -amount, currency, 'ready', $3
         from billing_line where reference = $1`,
      [reference, reversalOf(reference), correlationId],
    );
  }

  /** Has what is not charged yet priced anew: the rates of a project changed from a day on. */
  async priceAgain(project: string, from: string): Promise<void> {
    await this.database.query(
      `update billing_line set state = 'waiting', updated_at = clock_timestamp()
        where project = $1 and work_date >= $2 and state = 'ready' and reverses is null`,
      [project, from],
    );
  }

  /** What a project was charged from a day on, and still is. */
  charged(project: string, from: string): Promise<ChargedLine[]> {
    return rows(
      this.database,
      `select reference, role, work_date::text as date, minutes,
              jsonb_build_object('amount', rate::text, 'currency', currency) as "hourlyRate",
              jsonb_build_object('amount', amount::text, 'currency', currency) as amount
         from billing_line line where project = $1 and work_date >= $2 and state in ('posting', 'posted') and reverses is null
          and not exists (select 1 from billing_line taken where taken.reverses = line.reference)
        order by work_date, reference`,
      [project, from],
    );
  }

  /** Takes a charge back and has its entry priced anew, once. */
  async chargeAnew(reference: string): Promise<void> {
    await this.database.transaction(async (manager) => {
      const [line] = await rows<Pick<BillingLine, 'instance' | 'timeEntryId'>>(
        manager,
        'select instance, time_entry_id as "timeEntryId" from billing_line where reference = $1',
        [reference],
      );
      const newest = line && (await this.newest(manager, line.instance, line.timeEntryId));
      if (newest?.reference !== reference) return;
      if (newest.state === 'posting') throw new Failure('unavailable', `${reference} is just being charged`);
      if (newest.state !== 'posted') return;
      await this.reverse(manager, reference, newest.correlationId);
      await this.note(manager, newest, newest.ordinal + 1);
    });
  }

  /** All that was ever billed on an assignment: a total, so that a late report cannot add up twice. */
  async billedMinutes(assignmentId: string): Promise<number> {
    const [sum] = await rows<{ minutes: number }>(
      this.database,
      `select coalesce(sum(minutes), 0)::int as minutes from billing_line
        where entry ->> 'assignmentId' = $1 and state = 'posted'`,
      [assignmentId],
    );
    return sum!.minutes;
  }
}

export const firstStateOf = ({ approved, billable }: psa.TimeEntry): BillingLineState => {
  if (!approved) return 'withdrawn';
  return billable ? 'waiting' : 'not-billable';
};

/** The same version of an entry is the same line, here and in the ERP. */
export const referenceOf = (instance: string, timeEntryId: string, ordinal = 1): string =>
  `TE-${instance}-${timeEntryId}${ordinal === 1 ? '' : `.${ordinal}`}`;

const reversalOf = (reference: string): string => `${reference}.R`;
