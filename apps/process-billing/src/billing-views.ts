import type {
  BillingLinePage,
  BillingLineQuery,
  BillingLineView,
  BillingOverview,
  BillingTotal,
  InvoiceView,
} from '#contracts';
import { type DataSource, rows } from '#platform';

/** An amount beside its row's currency, as SQL. */
export const moneyOf = (amount: string): string =>
  `case when ${amount} is null then null else jsonb_build_object('amount', ${amount}::text, 'currency', currency) end`;

const estimate = `case when amount is null and entry -> 'hourlyRate' ->> 'amount' is not null then
  jsonb_build_object('amount', round((entry -> 'hourlyRate' ->> 'amount')::numeric * minutes / 60, 2)::text,
                     'currency', entry -> 'hourlyRate' ->> 'currency') end`;

const lineColumns = `reference, time_entry_id as "timeEntryId", project, entry ->> 'workerNumber' as "workerNumber",
  entry ->> 'roleName' as "roleName", work_date::text as date, minutes, ${moneyOf('rate')} as "hourlyRate",
  ${moneyOf('amount')} as amount, state, erp_id as "erpId", invoice, reverses, ${estimate} as estimate, legal_entity as "legalEntity",
  version as "approvedAt", updated_at as "updatedAt"`;

/** Where a page of changes ended: its moment to the microsecond, and the reference. */
const changeOf = `to_char(updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || ' ' || reference`;

const defaultLimit = 100;

/** Billing as its contract shows it. */
export class BillingViews {
  constructor(private readonly database: DataSource) {}

  lines(query: BillingLineQuery): Promise<BillingLinePage> {
    return query.changedSince ? this.changes(query, query.changedSince) : this.inOrder(query);
  }

  private async changes(query: BillingLineQuery, since: string): Promise<BillingLinePage> {
    const { cursor, limit = defaultLimit, project, state } = query;
    const [moment, reference] = (cursor ?? `${since} `).split(' ');
    const found = await rows<BillingLineView & { change: string }>(
      this.database,
      `select ${lineColumns}, ${changeOf} as change from billing_line
        where (updated_at, reference) > ($1::timestamptz, $2) and ($3::text is null or project = $3)
          and ($4::text is null or state = $4) order by updated_at, reference limit $5`,
      [moment, reference ?? '', project ?? null, state ?? null, limit + 1],
    );
    const page = found.slice(0, limit);
    const items = page.map(({ change: _change, ...line }) => line);
    return { items, nextCursor: found.length > limit ? page.at(-1)!.change : null };
  }

  private async inOrder({ cursor, limit = defaultLimit, project, state }: BillingLineQuery): Promise<BillingLinePage> {
    const found = await rows<BillingLineView>(
      this.database,
      `select ${lineColumns} from billing_line where ($1::text is null or project = $1) and ($2::text is null or state = $2)
          and ($3::text is null or reference > $3) order by reference limit $4`,
      [project ?? null, state ?? null, cursor ?? null, limit + 1],
    );
    const items = found.slice(0, limit);
    return { items, nextCursor: found.length > limit ? items.at(-1)!.reference : null };
  }

  async overview(project: string | undefined): Promise<BillingOverview> {
    const totals = await rows<BillingTotal>(
      this.database,
      `select project, state, count(*)::int as lines, sum(minutes)::int as minutes,
              case when currency is null then null
                   else jsonb_build_object('amount', coalesce(sum(amount), 0)::text, 'currency', currency) end as amount
         from billing_line where ($1::text is null or project = $1) group by project, state, currency order by project, state`,
      [project ?? null],
    );
    const invoices = await rows<InvoiceView>(
      this.database,
      `select reference, number, erp_id as "erpId", project, minutes,
              jsonb_build_object('amount', amount::text, 'currency', currency) as total
         from invoice where ($1::text is null or project = $1) order by number limit 1000`,
      [project ?? null],
    );
    return { totals, invoices };
  }
}
