import type { KpiFigure, KpiGroup, KpiGrouping, KpiRecord, KpiRecordQuery } from '#contracts';
import { type DataSource, rows } from '#platform';
import type { Kpi, KpiAggregate } from './kpi.js';
import { pageOf, stretchOf } from '../views/page.js';

const aggregates: Record<KpiAggregate, string> = {
  sum: 'round(sum(value), 2)',
  count: 'count(*)',
  median: 'round(percentile_cont(0.5) within group (order by value)::numeric, 1)',
  // Amounts of several currencies are no sum, and so no share.
  share: 'case when count(distinct counted.currency) <= 1 then round(100 * sum(value) / nullif(sum(base), 0), 2) end',
};

const columnOf: Record<KpiGrouping, string> = {
  practice: 'deal.practice',
  region: 'deal.region',
  segment: 'deal.segment',
  client: 'deal.client',
  'legal-entity': 'coalesce(project.legal_entity, deal.legal_entity)',
};

/** Deals whose project is not there yet are known by the code it will have. */
const ofDeal = `left join project on project.code = counted.project
  left join deal on deal.code = coalesce(project.deal, substring(counted.project from '^P-(.*)$'))`;

interface Part {
  group: string | null;
  currency: string | null;
  value: string | null;
  records: number;
}

/** Works figures out of the read models: the number and the records behind it from the one query of its definition. */
export class KpiRepository {
  constructor(private readonly database: DataSource) {}

  async figure(kpi: Kpi): Promise<KpiFigure & { openExceptions: number }> {
    const parts = await this.parts(kpi, 'null::text', '');
    const [open] = await rows<{ count: number }>(
      this.database,
      `with counted as (${kpi.records})
       select count(*)::int as count from exception where settled_at is null
          and (project in (select project from counted) or stopped in (select 'billing-line/' || record from counted)
               or app || '/' || id in (select record from counted))`,
    );
    return { ...figureOf(kpi, parts), openExceptions: open!.count };
  }

  async groups(kpi: Kpi, by: KpiGrouping): Promise<KpiGroup[]> {
    const parts = await this.parts(kpi, columnOf[by], ofDeal);
    const names = [...new Set(parts.map(({ group }) => group))];
    return names
      .map((group) => ({
        group,
        ...figureOf(
          kpi,
          parts.filter((part) => part.group === group),
        ),
      }))
      .sort((a, b) => b.records - a.records || (a.group ?? '').localeCompare(b.group ?? ''));
  }

  async records(
    kpi: Kpi,
    { project, ...query }: KpiRecordQuery,
  ): Promise<{ items: KpiRecord[]; nextCursor: string | null }> {
    const stretch = stretchOf(query);
    const found = await rows<
      Omit<KpiRecord, 'amount' | 'number'> & { value: string; currency: string | null; at: Date | null }
    >(
      this.database,
      `with counted as (${kpi.records})
       select system, record, label, project, round(value, 4)::float8::text as value, round(value, 2)::text as money,
              round(base, 2)::text as base, currency, at,
              (select count(*)::int from exception where settled_at is null and (exception.project = counted.project
                 or stopped = 'billing-line/' || counted.record or app || '/' || id = counted.record)) as "openExceptions"
         from counted where $1::text is null or project = $1
        order by abs(value) desc nulls last, record, label, at offset $2 limit $3`,
      [project ?? null, stretch.from, stretch.limit + 1],
    );
    const { items, nextCursor } = pageOf(found, stretch);
    return { items: items.map((row) => recordOf(kpi, row as never)), nextCursor };
  }

  private parts(kpi: Kpi, group: string, join: string): Promise<Part[]> {
    return rows<Part>(
      this.database,
      `with counted as (${kpi.records})
       select ${group} as "group", ${kpi.unit === 'money' ? 'counted.currency' : 'null::text'} as currency,
              (${aggregates[kpi.aggregate]})::text as value, count(*)::int as records
         from counted ${join} group by 1, 2 order by 2`,
    );
  }
}

function figureOf({ unit, aggregate }: Kpi, parts: Part[]): KpiFigure {
  const records = parts.reduce((all, part) => all + part.records, 0);
  if (unit === 'money') {
    const amounts = parts.flatMap(({ value, currency }) =>
      value !== null && currency ? [{ amount: value, currency }] : [],
    );
    return { amounts, number: null, records };
  }
  const nothing = aggregate === 'sum' || aggregate === 'count' ? '0' : null;
  return { amounts: [], number: parts[0]?.value ?? nothing, records };
}

type Row = Omit<KpiRecord, 'amount' | 'number' | 'at'> & {
  value: string;
  money: string;
  currency: string | null;
  at: Date | null;
};

function recordOf({ unit }: Kpi, { value, money, currency, at, ...row }: Row): KpiRecord {
  const isMoney = unit === 'money';
  return {
    ...row,
    amount: isMoney && currency ? { amount: money, currency } : null,
    number: isMoney ? null : value,
    at: at?.toISOString() ?? null,
  };
}
