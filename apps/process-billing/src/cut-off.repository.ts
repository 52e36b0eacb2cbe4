import { type DataSource, rows } from '#platform';

/** Approved time of a project and cycle that is on its way and not in the ERP. */
export interface NotPosted {
  project: string;
  lines: number;
  minutes: number;
  currency: string | null;
  amount: string | null;
}

/** An exception of the watch as it was left. */
export interface Warned {
  id: string;
  subject: string;
  message: string;
  state: 'open' | 'settled';
  settledBy: string | null;
}

/** What a cut-off is watched by. */
export class CutOffRepository {
  constructor(readonly database: DataSource) {}

  /**
   * Time approved in time for a month, `2026-10`, and not posted, the most money first. Time that is stopped has an
   * exception of its own; the legal entity of what is not checked yet is that of its project's other lines.
   */
  notPosted(legalEntity: string, month: string, cutOff: Date): Promise<NotPosted[]> {
    return rows(
      this.database,
      `with home as (
         select distinct on (project) project, legal_entity from billing_line where legal_entity is not null)
       select line.project, count(*)::int as lines, sum(line.minutes)::int as minutes,
              max(coalesce(line.currency, line.entry -> 'hourlyRate' ->> 'currency')) as currency,
              round(sum(coalesce(line.amount, (line.entry -> 'hourlyRate' ->> 'amount')::numeric * line.minutes / 60)), 2)::text
                as amount
         from billing_line line join home using (project)
        where line.state in ('waiting', 'ready', 'posting') and coalesce(line.legal_entity, home.legal_entity) = $1
          and to_char(line.work_date, 'YYYY-MM') = $2 and line.version <= $3 and line.reverses is null
        group by line.project order by sum(line.amount) desc nulls last, line.project`,
      [legalEntity, month, cutOff],
    );
  }

  /** The latest warning of each project and cycle. */
  warned(): Promise<Warned[]> {
    return rows(
      this.database,
      `select distinct on (subject_id) id, subject_id as subject, message, state, settled_by as "settledBy"
         from exception where code = 'approved-not-posted' and subject_kind = 'record'
        order by subject_id, created_at desc`,
    );
  }
}
