import type {
  IntercompanyChargePage,
  IntercompanyChargeQuery,
  IntercompanyChargeView,
  IntercompanyTotal,
  IntercompanyTotals,
} from '#contracts';
import { type DataSource, momentText, rows } from '#platform';
import { moneyOf } from '../billing-views.js';

const defaultLimit = 100;

/** What legal entities charge each other, as the contract shows it. */
export class IntercompanyViews {
  constructor(private readonly database: DataSource) {}

  async charges(query: IntercompanyChargeQuery): Promise<IntercompanyChargePage> {
    const { cursor, limit = defaultLimit, employing, contracting, state } = query;
    const found = await rows<IntercompanyChargeView>(
      this.database,
      `select line, employing, contracting, project, role, minutes, date::text as date, ${moneyOf('rate')} as "hourlyRate",
              ${moneyOf('amount')} as amount, state, invoice, ${momentText('updated_at')} as "updatedAt"
         from intercompany_charge
        where ($1::text is null or employing = $1) and ($2::text is null or contracting = $2)
          and ($3::text is null or state = $3) and ($4::text is null or line > $4) order by line limit $5`,
      [employing ?? null, contracting ?? null, state ?? null, cursor ?? null, limit + 1],
    );
    const items = found.slice(0, limit);
    return { items, nextCursor: found.length > limit ? items.at(-1)!.line : null };
  }

  async totals(): Promise<IntercompanyTotals> {
    const items = await rows<IntercompanyTotal>(
      this.database,
      `select employing, contracting, to_char(date, 'YYYY-MM') as month, state, count(*)::int as charges,
              sum(minutes)::int as minutes, ${moneyOf('sum(amount)')} as amount
         from intercompany_charge group by employing, contracting, month, state, currency
        order by month desc, employing, contracting, state limit 1000`,
    );
    return { items };
  }
}
