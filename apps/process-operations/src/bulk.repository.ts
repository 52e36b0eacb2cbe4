import type { BulkWork, SecondOpinion } from '#contracts';
import { Failure, isId } from '#kernel';
import { type DataSource, type EntityManager, instant, nameOf, type Person, rows } from '#platform';

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
  requestedAt: string;
  confirmedBy: string | null;
  /** Who confirmed or refused it, and why. */
  opinion: SecondOpinion | null;
}

const columns = `id, state, work, selection, size, requester, requested_by as "requestedBy", four_eyes as "fourEyes",
  ${instant('created_at')} as "requestedAt", case when state <> 'refused' then confirmed_by end as "confirmedBy",
  case when decided_at is not null then
    jsonb_build_object('by', confirmed_by, 'at', ${instant('decided_at')}, 'reason', decision_reason) end as opinion`;

type Stored<Work> = Omit<Bulk<Work>, 'requester'> & { requester: string };

const asked = <Work>(found: Stored<Work>): Bulk<Work> => ({
  ...found,
  requester: { subject: found.requester, name: found.requestedBy, roles: [] },
});

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
      ? await rows<Stored<Work>>(manager, `select ${columns} from bulk where id = $1 and kind = $2 ${lock}`, [
          id,
          this.kind,
        ])
      : [];
    if (!found) throw new Failure('not-found', `no ${this.kind} in bulk "${id}"`);
    return asked(found);
  }

  /** Those that wait for a second person first, then the latest. */
  async latest(most: number): Promise<Bulk<Work>[]> {
    const found = await rows<Stored<Work>>(
      this.database,
      `select ${columns} from bulk where kind = $1 order by state <> 'unconfirmed', created_at desc, id limit $2`,
      [this.kind, most],
    );
    return found.map(asked);
  }

  /** The same, kept from others until the transaction ends. */
  lock(manager: EntityManager, id: string): Promise<Bulk<Work>> {
    return this.get(id, manager, 'for update');
  }

  /** Keeps what the second person said. */
  async decide(
    manager: EntityManager,
    id: string,
    state: 'settling' | 'refused',
    person: Person,
    reason: string,
  ): Promise<void> {
    await manager.query(
      `update bulk set state = $2, confirmer = $3, confirmed_by = $4, decision_reason = $5, decided_at = clock_timestamp()
        where id = $1`,
      [id, state, person.subject, nameOf(person), reason],
    );
  }

  async finish(id: string): Promise<void> {
    await this.database.query(`update bulk set state = 'done' where id = $1`, [id]);
  }
}
