import type { BulkWork } from '#contracts';
import { Failure, isId } from '#kernel';
import { type DataSource, type EntityManager, nameOf, type Person, rows } from '#platform';

/** What is asked for. */
export interface NewBulk<Work> {
  id: string;
  /** Stands for exactly what was shown. */
  selection: string;
  size: number;
  work: Work;
  requester: Person;
}

/** How it stands with it. */
export interface Bulk<Work> extends NewBulk<Work> {
  state: BulkWork['state'];
  fourEyes: boolean;
  requestedBy: string;
  confirmedBy: string | null;
}

/** The record of one kind of work that is done in one go, and above a cap with a second person's word. */
export class BulkRepository<Work extends object> {
  constructor(
    readonly database: DataSource,
    private readonly kind: 'settlement' | 'replay',
  ) {}

  /** False where this request was kept before. */
  async keep(manager: EntityManager, bulk: NewBulk<Work>, fourEyes: boolean): Promise<boolean> {
    const made = await rows(
      manager,
      `insert into bulk (id, kind, state, work, selection, size, requester, requested_by, four_eyes)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning id`,
      [
        bulk.id,
        this.kind,
        fourEyes ? 'unconfirmed' : 'settling',
        JSON.stringify(bulk.work),
        bulk.selection,
        bulk.size,
        bulk.requester.subject,
        nameOf(bulk.requester),
        fourEyes,
      ],
    );
    return made.length === 1;
  }

  async get(id: string, manager: EntityManager | DataSource = this.database, lock = ''): Promise<Bulk<Work>> {
    const [found] = isId(id)
      ? await rows<Omit<Bulk<Work>, 'requester'> & { requester: string }>(
          manager,
          `select id, state, work, selection, size, requester, requested_by as "requestedBy",
                  confirmed_by as "confirmedBy", four_eyes as "fourEyes" from bulk where id = $1 and kind = $2 ${lock}`,
          [id, this.kind],
        )
      : [];
    if (!found) throw new Failure('not-found', `no ${this.kind} in bulk "${id}"`);
    return { ...found, requester: { subject: found.requester, name: found.requestedBy, roles: [] } };
  }

  /** The same, kept from others until the transaction ends. */
  lock(manager: EntityManager, id: string): Promise<Bulk<Work>> {
    return this.get(id, manager, 'for update');
  }

  async confirm(manager: EntityManager, id: string, person: Person): Promise<void> {
    await manager.query(`update bulk set state = 'settling', confirmer = $2, confirmed_by = $3 where id = $1`, [
      id,
      person.subject,
      nameOf(person),
    ]);
  }

  async finish(id: string): Promise<void> {
    await this.database.query(`update bulk set state = 'done' where id = $1`, [id]);
  }
}
