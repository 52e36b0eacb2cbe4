import type { AgeBucket, MoneyValue, OnboardingView, ProjectLine } from '#contracts';
import { type DataSource, rows } from '#platform';
import type { Stretch } from './page.js';

const moneyOf = (amount: string, currency: string): string =>
  `case when ${amount} is not null then jsonb_build_object('amount', ${amount}::text, 'currency', ${currency}) end`;

/** Prices by currency, as a list. */
const amountsOf = `coalesce((select jsonb_agg(jsonb_build_object('amount', amount::text, 'currency', currency) order by currency)
  from (select sum((one ->> 'amount')::numeric) as amount, one ->> 'currency' as currency
          from unnest(array_agg(jsonb_build_object('amount', line.amount, 'currency', line.currency))) one
         where one ->> 'currency' is not null group by 2) by_currency), '[]')`;

const isUnbilled = `line.state in ('waiting', 'ready', 'posting', 'stopped') and line.reverses is null`;

export interface UnbilledOf {
  legalEntity: string | null;
  cycle: string;
  entries: number;
  amounts: MoneyValue[];
}

/** Reads the work of the firm between deal and invoice. */
export class WorkRepository {
  constructor(private readonly database: DataSource) {}

  projects({ from, limit }: Stretch): Promise<ProjectLine[]> {
    return rows(
      this.database,
      `select deal.code as deal, project.code as project, deal.name, deal.client, deal.practice, deal.region,
              coalesce(project.legal_entity, deal.legal_entity) as "legalEntity", deal.start_date::text as "startDate",
              won_at as "wonAt", activated_at as "activatedAt", staffing_ready_at as "staffingReadyAt",
              round(extract(epoch from coalesce(activated_at, clock_timestamp()) - won_at))::int as "setUpSeconds",
              ${moneyOf('deal.amount', 'deal.currency')} as value, ${moneyOf('billed.amount', 'deal.currency')} as billed,
              (select count(distinct worker)::int from assignment where project = project.code and status = 'confirmed') as assignments,
              coalesce(held.codes, '{}') as holds
         from deal left join project on project.deal = deal.code
         left join lateral (select sum(amount) as amount from billing_line line
            where line.project = project.code and state = 'posted' and line.currency = deal.currency) billed on true
         left join lateral (select array_agg(distinct code order by code) as codes from exception
            where settled_at is null and exception.project in (project.code, 'P-' || deal.code)) held on true
        order by held.codes is null, activated_at nulls first, deal.code offset $1 limit $2`,
      [from, limit + 1],
    );
  }

  ages(): Promise<Omit<AgeBucket, 'cutOff'>[]> {
    return rows(
      this.database,
      `select coalesce(line.legal_entity, project.legal_entity) as "legalEntity", to_char(work_date, 'YYYY-MM') as cycle,
              case when current_date - work_date <= 7 then 'week' when current_date - work_date <= 30 then 'month'
                   when current_date - work_date <= 90 then 'quarter' else 'older' end as age,
              count(*)::int as entries, (count(*) filter (where state = 'stopped'))::int as stopped,
              sum(minutes)::int as minutes, ${amountsOf} as amounts
         from billing_line line left join project on project.code = line.project
        where ${isUnbilled} group by 1, 2, 3 order by 2, 1`,
    );
  }

  unbilled(): Promise<UnbilledOf[]> {
    return rows(
      this.database,
      `select coalesce(line.legal_entity, project.legal_entity) as "legalEntity", to_char(work_date, 'YYYY-MM') as cycle,
              count(*)::int as entries, ${amountsOf} as amounts
         from billing_line line left join project on project.code = line.project where ${isUnbilled} group by 1, 2`,
    );
  }

  /** Those who wait first, and of them who waits longest. */
  people({ from, limit }: Stretch): Promise<OnboardingView[]> {
    return rows(
      this.database,
      `select number, instance, id as "workerId", hired_at as "hiredAt", ready_at as "readyAt",
              round(extract(epoch from coalesce(ready_at, clock_timestamp()) - hired_at))::int as seconds,
              case when off_boarded_at is not null then 'left' when last_day is not null then 'leaving'
                   when ready_at is not null then 'ready' when held.codes is not null then 'stopped' else 'under-way' end as state,
              coalesce(held.codes, '{}') as holds
         from person left join lateral (select array_agg(distinct exception.code order by exception.code) as codes from exception
           where settled_at is null and exception.correlation_id = person.correlation_id) held on ready_at is null
        order by ready_at is not null, hired_at, number, id offset $1 limit $2`,
      [from, limit + 1],
    );
  }
}
