import type { BulkItem } from '#contracts';
import { type DataSource, type EntityManager, rows } from '#platform';

/** The cases of a settlement in bulk: exactly which, and what became of each. */
export class BulkItems {
  constructor(private readonly database: DataSource) {}

  async keep(manager: EntityManager, bulk: string, items: BulkItem[]): Promise<void> {
    await manager.query(
      `insert into bulk_item (bulk, ordinal, app, id, code, record, money_at_risk)
       select $1, ordinality, item ->> 'app', (item ->> 'id')::uuid, item ->> 'code', item ->> 'record',
              nullif(item -> 'moneyAtRisk', 'null')
         from jsonb_array_elements($2::jsonb) with ordinality as list (item, ordinality)`,
      [bulk, JSON.stringify(items)],
    );
  }

  of(bulk: string): Promise<BulkItem[]> {
    return rows<BulkItem>(
      this.database,
      `select app, id, code, record, money_at_risk as "moneyAtRisk", outcome, reason from bulk_item
        where bulk = $1 order by ordinal`,
      [bulk],
    );
  }

  /** What is needed to sum them up, by settlement. */
  async outcomesOf(bulks: string[]): Promise<Map<string, Pick<BulkItem, 'outcome' | 'moneyAtRisk'>[]>> {
    const found = await rows<{ bulk: string; items: Pick<BulkItem, 'outcome' | 'moneyAtRisk'>[] }>(
      this.database,
      `select bulk, jsonb_agg(jsonb_build_object('outcome', outcome, 'moneyAtRisk', money_at_risk)) as items
         from bulk_item where bulk = any($1) group by bulk`,
      [bulks],
    );
    return new Map(found.map(({ bulk, items }) => [bulk, items]));
  }

  async note(bulk: string, item: Pick<BulkItem, 'app' | 'id' | 'outcome' | 'reason'>): Promise<void> {
    await this.database.query(
      'update bulk_item set outcome = $4, reason = $5 where bulk = $1 and app = $2 and id = $3',
      [bulk, item.app, item.id, item.outcome, item.reason],
    );
  }
}
