import type { BillingLineView, UtilisationLine } from '#contracts';
import { type DataSource, type EstateView, rows } from '#platform';

/** Keeps what process APIs answered, and when they did. */
export class MirrorRepository {
  constructor(private readonly database: DataSource) {}

  async cursor(source: string): Promise<string | null> {
    const [found] = await rows<{ cursor: string | null }>(this.database, 'select cursor from source where name = $1', [
      source,
    ]);
    return found?.cursor ?? null;
  }

  async putCursor(source: string, cursor: string): Promise<void> {
    await this.database.query(
      'insert into source (name, cursor) values ($1, $2) on conflict (name) do update set cursor = excluded.cursor',
      [source, cursor],
    );
  }

  async answered(source: string): Promise<void> {
    await this.database.query(
      `insert into source (name, read_at) values ($1, clock_timestamp())
       on conflict (name) do update set read_at = excluded.read_at, failed_at = null, reason = null`,
      [source],
    );
  }

  async failed(source: string, reason: string): Promise<void> {
    await this.database.query(
      `insert into source as known (name, failed_at, reason) values ($1, clock_timestamp(), $2)
       on conflict (name) do update set failed_at = coalesce(known.failed_at, excluded.failed_at), reason = excluded.reason`,
      [source, reason],
    );
  }

  async putLines(lines: BillingLineView[]): Promise<void> {
    if (lines.length === 0) return;
    await this.database.query(
      `insert into billing_line as known (reference, project, worker, role, work_date, minutes, rate, amount, currency, state,
              erp_id, invoice, reverses, legal_entity, approved_at, updated_at)
       select reference, project, "workerNumber", "roleName", date, minutes, ("hourlyRate" ->> 'amount')::numeric,
              (coalesce(amount, estimate) ->> 'amount')::numeric, coalesce(amount, estimate) ->> 'currency', state, nullif("erpId", ''), invoice, reverses,
              "legalEntity", "approvedAt", "updatedAt"
         from jsonb_to_recordset($1) as line (reference text, project text, "workerNumber" text, "roleName" text, date date,
              minutes int, "hourlyRate" jsonb, amount jsonb, estimate jsonb, state text, "erpId" text, invoice text, reverses text,
              "legalEntity" text, "approvedAt" timestamptz, "updatedAt" timestamptz)
       on conflict (reference) do update set project = excluded.project, worker = excluded.worker, role = excluded.role,
         work_date = excluded.work_date, minutes = excluded.minutes, rate = excluded.rate, amount = excluded.amount,
         currency = excluded.currency, state = excluded.state, erp_id = excluded.erp_id, invoice = excluded.invoice,
         legal_entity = excluded.legal_entity, approved_at = excluded.approved_at, updated_at = excluded.updated_at
       where known.updated_at <= excluded.updated_at`,
      [JSON.stringify(lines)],
    );
  }

  /** The weeks of a kind of group, all at once: who is not among them any more is forgotten. */
  async putWeeks(kind: string, weeks: UtilisationLine[]): Promise<void> {
    await this.database.transaction(async (manager) => {
      await manager.query('delete from staffing_week where kind = $1', [kind]);
      await manager.query(
        `insert into staffing_week (kind, name, week, planned_minutes, capacity_minutes)
         select $1, coalesce("group", ''), week, "plannedMinutes", "capacityMinutes"
           from jsonb_to_recordset($2) as line ("group" text, week date, "plannedMinutes" int, "capacityMinutes" int)`,
        [kind, JSON.stringify(weeks)],
      );
    });
  }

  /** What an hour is assumed to cost, as the estate says now. */
  async putCosts({ estate }: EstateView): Promise<void> {
    const costs = (estate.staffing?.hourlyCosts ?? []).map(({ role, ...cost }) => ({
      ...cost,
      role: estate.mappings.roleNames?.[role] ?? role,
    }));
    await this.database.transaction(async (manager) => {
      await manager.query('delete from hourly_cost');
      await manager.query(
        `insert into hourly_cost (legal_entity, role, amount, currency) select "legalEntity", role, amount, currency
           from jsonb_to_recordset($1) as cost ("legalEntity" text, role text, amount numeric, currency text)`,
        [JSON.stringify(costs)],
      );
    });
  }
}
