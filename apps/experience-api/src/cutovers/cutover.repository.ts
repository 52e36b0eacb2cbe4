import type { CutoverImpact, MoneyValue } from '#contracts';
import { type DataSource, rows } from '#platform';

/** Counts what hangs on the systems of a legal entity. */
export class CutoverRepository {
  constructor(private readonly database: DataSource) {}

  async impact(legalEntity: string): Promise<CutoverImpact> {
    const [projects, atRisk, unbilled] = await Promise.all([
      this.counted(
        'select count(*)::int as count, null::text as amount, null as currency from project where legal_entity = $1',
        legalEntity,
      ),
      this.counted(
        `select count(*)::int as count, sum(exception.amount)::text as amount, exception.currency
           from exception left join project on project.code = exception.project
          where settled_at is null and coalesce(exception.legal_entity, project.legal_entity) = $1
          group by exception.currency order by exception.currency`,
        legalEntity,
      ),
      this.counted(
        `select count(*)::int as count, sum(line.amount)::text as amount, line.currency
           from billing_line line left join project on project.code = line.project
          where coalesce(line.legal_entity, project.legal_entity) = $1 and line.invoice is null
            and line.state in ('waiting', 'ready', 'posting', 'stopped')
          group by line.currency order by line.currency`,
        legalEntity,
      ),
    ]);
    return {
      legalEntity,
      projects: projects.count,
      openExceptions: atRisk.count,
      atRisk: atRisk.amounts,
      unbilledEntries: unbilled.count,
      unbilled: unbilled.amounts,
    };
  }

  private async counted(sql: string, legalEntity: string): Promise<{ count: number; amounts: MoneyValue[] }> {
    const found = await rows<{ count: number; amount: string | null; currency: string | null }>(this.database, sql, [
      legalEntity,
    ]);
    return {
      count: found.reduce((sum, { count }) => sum + count, 0),
      amounts: found.flatMap(({ amount, currency }) => (amount && currency ? [{ amount, currency }] : [])),
    };
  }
}
