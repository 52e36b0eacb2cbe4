import type { erp } from '#contracts';
import { negateMoney } from '#kernel';
import { type DataSource, type EntityManager, postingDay, type PostingWindow, rows } from '#platform';
import type { Bill } from './bill.js';
import { type BillingLine, lineColumns } from './billing-line.repository.js';

/** A line as it is charged. */
export type PostedLine = erp.BillableLine & { assignmentId: string | null };

/** Billing lines gathered for posting, and what became of them. */
export class BillingBatchRepository {
  constructor(readonly database: DataSource) {}

  async readyEntities(): Promise<string[]> {
    const found = await rows<{ legalEntity: string }>(
      this.database,
      `select distinct legal_entity as "legalEntity" from billing_line where state = 'ready' and batch is null`,
    );
    return found.map(({ legalEntity }) => legalEntity);
  }

  /**
   * Gathers the next lines of a legal entity into a batch; until it is posted they may still be replaced. A reversal goes
   * along with the line that takes its place, unless that is stopped.
   */
  async gather(manager: EntityManager, legalEntity: string, batch: string, size: number): Promise<number> {
    const taken = await rows(
      manager,
      `update billing_line set batch = $2, updated_at = clock_timestamp() where reference in (
         select reference from billing_line line where state = 'ready' and batch is null and legal_entity = $1
            and (reverses is null or not exists (
              select 1 from billing_line other where other.instance = line.instance and other.reverses is null
                 and other.time_entry_id = line.time_entry_id and other.state = 'waiting'))
          order by project, work_date, reference limit $3 for update skip locked) returning reference`,
      [legalEntity, batch, size],
    );
    return taken.length;
  }

  /**
   * From here on the lines that are still in the batch are posted as they are. The month of the work may be closed by the
   * time it is corrected: corrections in a later month, by the clocks of the window, are posted on the day they are made.
   * What was approved after the cut-off of its month goes into the next cycle (H18). What takes a charge back may have
   * to be passed on to another legal entity, whatever is passed on today.
   */
  take(batch: string, window: PostingWindow, isPassedOn: boolean): Promise<void> {
    return this.database.transaction(async (manager) => {
      await this.date(manager, batch, window.timeZone ?? 'UTC', isPassedOn);
      if (window.cutOff) await this.moveLate(manager, batch, window);
    });
  }

  private async date(manager: EntityManager, batch: string, timeZone: string, isPassedOn: boolean): Promise<void> {
    await manager.query(
      `update billing_line set state = 'posting', passed_on = not ($3 or reverses is not null), updated_at = clock_timestamp(),
              posting_date =
              case when (reverses is not null or ordinal > 1) and date_trunc('month', work_date) < date_trunc('month', today)
                   then today else work_date end
         from (select (clock_timestamp() at time zone $2)::date as today) clock
        where batch = $1 and state = 'ready'`,
      [batch, timeZone, isPassedOn],
    );
  }

  private async moveLate(manager: EntityManager, batch: string, window: PostingWindow): Promise<void> {
    const lines = await rows<{ reference: string; date: string; approved: Date }>(
      manager,
      `select reference, posting_date::text as date, version as approved from billing_line
        where batch = $1 and state = 'posting' and reverses is null and posting_date = work_date`,
      [batch],
    );
    const moved = lines
      .map(({ reference, date, approved }) => ({ reference, date, day: postingDay(window, date, approved) }))
      .filter(({ date, day }) => day !== date);
    await manager.query(
      `update billing_line line set posting_date = moved.day
         from jsonb_to_recordset($1) as moved (reference text, day date) where line.reference = moved.reference`,
      [JSON.stringify(moved)],
    );
  }

  /** The lines of a batch as the ERP is to charge them. */
  lines(batch: string): Promise<PostedLine[]> {
    return rows(
      this.database,
      `select line.reference, line.project, line.role, line.posting_date::text as date, line.minutes,
              coalesce(line.corrections ->> 'workerNumber', line.entry ->> 'workerNumber') as "workerNumber",
              jsonb_build_object('amount', line.rate::text, 'currency', line.currency) as "hourlyRate",
              jsonb_build_object('amount', line.amount::text, 'currency', line.currency) as amount,
              left(nullif(concat_ws(': ', case when former.reference is not null then format('%s %s of %s',
                case when line.reverses is null then 'amends' else 'reverses' end, former.reference, former.posting_date)
                end, line.entry ->> 'notes'), ''), 500) as memo,
              case when line.reverses is not null then
                jsonb_build_object('reference', former.reference, 'date', former.posting_date) end as reverses,
              line.entry ->> 'assignmentId' as "assignmentId"
         from billing_line line left join billing_line former
           on former.instance = line.instance and former.time_entry_id = line.time_entry_id and former.reverses is null
          and former.ordinal = case when line.reverses is null then line.ordinal - 1 else line.ordinal end
        where line.batch = $1 and line.state not in ('waiting', 'ready') order by line.reference`,
      [batch],
    );
  }

  /** A line of a batch that is being posted; null where it is settled already. */
  async posting(manager: EntityManager, reference: string): Promise<BillingLine | null> {
    const found = await rows<BillingLine>(
      manager,
      `select ${lineColumns} from billing_line where reference = $1 and state = 'posting' for update`,
      [reference],
    );
    return found[0] ?? null;
  }

  /** Lines that were posted and are still what was posted; the others are settled one by one. */
  async allPosted(lines: erp.LineSettlement[]): Promise<void> {
    await this.database.query(
      `update billing_line line set state = 'posted', erp_id = coalesce(settled.id, ''), updated_at = clock_timestamp()
         from jsonb_to_recordset($1) as settled (reference text, id text)
        where line.reference = settled.reference and line.state = 'posting' and line.amendment is null`,
      [JSON.stringify(lines.map(({ reference, id }) => ({ reference, id })))],
    );
  }

  /** Those of some lines that are not settled yet. */
  async unsettled(references: string[]): Promise<string[]> {
    const found = await rows<{ reference: string }>(
      this.database,
      `select reference from billing_line where reference = any($1) and state = 'posting'`,
      [references],
    );
    return found.map(({ reference }) => reference);
  }

  async posted(manager: EntityManager, reference: string, erpId: string): Promise<void> {
    await manager.query(
      `update billing_line set state = 'posted', erp_id = $2, amendment = null, updated_at = clock_timestamp()
        where reference = $1 and state = 'posting'`,
      [reference, erpId],
    );
  }

  /** Notes the invoice or credit memo of a project, on its lines too. */
  async invoiced(batch: string, bill: Bill, { id, number, total }: erp.Invoice): Promise<{ number: string }> {
    const { kind, reference, project, minutes } = bill;
    const { amount, currency } = kind === 'invoice' ? total : negateMoney(total);
    await this.database.transaction(async (manager) => {
      await manager.query(
        `insert into invoice (reference, number, erp_id, project, amount, currency, minutes, batch)
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (reference) do nothing`,
        [reference, number, id, project, amount, currency, minutes, batch],
      );
      await manager.query(
        `update billing_line set invoice = $3, updated_at = clock_timestamp()
          where batch = $1 and project = $2 and state = 'posted'`,
        [batch, project, number],
      );
    });
    return { number };
  }
}
