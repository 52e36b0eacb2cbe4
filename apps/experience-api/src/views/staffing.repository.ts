import type { HeatMapCell, MoneyValue } from '#contracts';
import { type DataSource, rows } from '#platform';

export type StaffingWeek = Pick<HeatMapCell, 'week' | 'plannedMinutes' | 'capacityMinutes'> & { name: string };

/** What a deal sells, and when. */
export interface SoldWork {
  practice: string | null;
  region: string | null;
  minutes: number;
  startDate: string;
  endDate: string;
}

/** What an assignment of a role on a project is priced and costed by. */
export interface Terms {
  legalEntity: string | null;
  hourlyRate: MoneyValue | null;
  hourlyCost: MoneyValue | null;
}

/** An assignment as the scheduler told it. */
export interface PlannedAssignment {
  minutes: number;
  role: string | null;
  project: string | null;
  startDate: string | null;
  endDate: string | null;
}

const moneyOf = (amount: string, currency: string): string =>
  `case when ${amount} is not null then jsonb_build_object('amount', ${amount}::text, 'currency', ${currency}) end`;

/** Reads who can work how much, and what was sold. */
export class StaffingRepository {
  constructor(private readonly database: DataSource) {}

  weeks(by: string): Promise<StaffingWeek[]> {
    return rows(
      this.database,
      `select name, week::text, planned_minutes as "plannedMinutes", capacity_minutes as "capacityMinutes"
         from staffing_week where kind = $1 and week >= date_trunc('week', current_date)::date order by name, week`,
      [by],
    );
  }

  sold(): Promise<SoldWork[]> {
    return rows(
      this.database,
      `select practice, region, start_date::text as "startDate", end_date::text as "endDate",
              (select coalesce(sum((line ->> 'minutes')::int), 0)::int from jsonb_array_elements(lines) line) as minutes
         from deal where start_date is not null and end_date >= start_date`,
    );
  }

  /** Null where the project is not known here. */
  async terms(project: string, role: string, roleName: string): Promise<Terms | null> {
    const [found] = await rows<Terms>(
      this.database,
      `select project.legal_entity as "legalEntity", line -> 'hourlyRate' as "hourlyRate",
              ${moneyOf('cost.amount', 'cost.currency')} as "hourlyCost"
         from project left join deal on deal.code = project.deal
         left join lateral (select line from jsonb_array_elements(deal.lines) line where line ->> 'role' = $2 limit 1) sold on true
         left join hourly_cost cost on cost.legal_entity = project.legal_entity and cost.role = $3
        where project.code = $1`,
      [project, role, roleName],
    );
    return found ?? null;
  }

  /** An assignment as it is now. */
  async assignment(id: string): Promise<PlannedAssignment | null> {
    const [found] = await rows<PlannedAssignment>(
      this.database,
      `select minutes, role, project, start_date::text as "startDate", end_date::text as "endDate"
         from assignment where id = $1 limit 1`,
      [id],
    );
    return found ?? null;
  }
}
