import type { BulkItem, BulkSettlement, MissingPart, Resolution } from '#contracts';
import { Failure, isId } from '#kernel';
import { type DataSource, type EntityManager, nameOf, type Person, rows } from '#platform';
import { settledAlone } from './bulk-rules.js';

export interface NewBulk {
  id: string;
  resolution: Resolution;
  selection: string;
  requester: Person;
  fourEyes: boolean;
  items: BulkItem[];
  missing: MissingPart[];
}

/** The record of settlements in bulk. */
export class BulkRepository {
  constructor(readonly database: DataSource) {}

  /** Keeps exactly the cases that were shown; false where this request was kept before. */
  async keep(manager: EntityManager, bulk: NewBulk): Promise<boolean> {
    const made = await rows(
      manager,
      `insert into bulk_settlement (id, state, resolution, selection, requester, requested_by, four_eyes, missing)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning id`,
      [
        bulk.id,
        bulk.fourEyes ? 'unconfirmed' : 'settling',
        JSON.stringify(bulk.resolution),
        bulk.selection,
        bulk.requester.subject,
        nameOf(bulk.requester),
        bulk.fourEyes,
        JSON.stringify(bulk.missing),
      ],
    );
    if (made.length === 0) return false;
    await manager.query(
      `insert into bulk_item (settlement, ordinal, app, id, code, record, money_at_risk)
       select $1, ordinality, item ->> 'app', (item ->> 'id')::uuid, item ->> 'code', item ->> 'record',
              nullif(item -> 'moneyAtRisk', 'null')
         from jsonb_array_elements($2::jsonb) with ordinality as list (item, ordinality)`,
      [bulk.id, JSON.stringify(bulk.items)],
    );
    return true;
  }

  async get(id: string, manager: EntityManager | DataSource = this.database, lock = ''): Promise<BulkSettlement> {
    const [found] = isId(id)
      ? await rows<Omit<BulkSettlement, 'items' | 'cap'>>(
          manager,
          `select id, state, resolution, requested_by as "requestedBy", confirmed_by as "confirmedBy", selection,
                  four_eyes as "fourEyes", missing from bulk_settlement where id = $1 ${lock}`,
          [id],
        )
      : [];
    if (!found) throw new Failure('not-found', `no settlement in bulk "${id}"`);
    const items = await rows<BulkItem>(
      manager,
      `select app, id, code, record, money_at_risk as "moneyAtRisk", outcome, reason from bulk_item
        where settlement = $1 order by ordinal`,
      [id],
    );
    return { ...found, cap: settledAlone, items };
  }

  /** Who asked for it, as its cases' owners are told. */
  async requester(id: string, manager: EntityManager | DataSource = this.database): Promise<Person> {
    const [found] = await rows<Person>(
      manager,
      'select requester as subject, requested_by as name from bulk_settlement where id = $1',
      [id],
    );
    return { ...found!, roles: [] };
  }

  /** The settlement, kept from others until the transaction ends. */
  lock(manager: EntityManager, id: string): Promise<BulkSettlement> {
    return this.get(id, manager, 'for update');
  }

  async confirm(manager: EntityManager, id: string, person: Person): Promise<void> {
    await manager.query(
      `update bulk_settlement set state = 'settling', confirmer = $2, confirmed_by = $3 where id = $1`,
      [id, person.subject, nameOf(person)],
    );
  }

  async note(id: string, item: Pick<BulkItem, 'app' | 'id' | 'outcome' | 'reason'>): Promise<void> {
    await this.database.query(
      'update bulk_item set outcome = $4, reason = $5 where settlement = $1 and app = $2 and id = $3',
      [id, item.app, item.id, item.outcome, item.reason],
    );
  }

  async finish(id: string): Promise<void> {
    await this.database.query(`update bulk_settlement set state = 'done' where id = $1`, [id]);
  }
}
