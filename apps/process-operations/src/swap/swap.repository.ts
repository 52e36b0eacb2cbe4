import type { SwapDecision, SwapTarget } from '#contracts';
import { Failure, isId } from '#kernel';
import { type DataSource, type EntityManager, nameOf, type Person, rows } from '#platform';

/** What is asked for, before anybody has confirmed it. */
export interface NewDecision extends SwapTarget, Pick<SwapDecision, 'id' | 'action' | 'live' | 'shadow' | 'reason'> {
  /** What the estate file said when it was decided. */
  insteadOf: string;
  /** `selection` of the report whose reasons are taken. */
  accepted: string | null;
  requester: Person;
}

export type Decision = SwapDecision & Pick<NewDecision, 'requester' | 'accepted'>;

/**
 * Longer than a decision takes to be committed: nothing that began before it could be seen follows it, or it would have
 * asked two systems.
 */
const leadSeconds = 5;

const columns = `id, domain, legal_entity as "legalEntity", action, live, shadow, reason, accepted, requester,
  requested_by as "requestedBy", confirmed_by as "confirmedBy",
  case when since is null then 'unconfirmed' else 'decided' end as state, since`;

type Row = Omit<Decision, 'requester' | 'since'> & { requester: string; since: Date | null };

/** Every decision about routes; what is decided counts from a moment on. */
export class SwapRepository {
  constructor(readonly database: DataSource) {}

  /** Lets one decision about a legal entity be taken after the other, until the transaction ends. */
  async lock(manager: EntityManager, { domain, legalEntity }: SwapTarget): Promise<void> {
    await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`swap ${domain} ${legalEntity}`]);
  }

  /** The last decision that counts or will in a moment; null where the estate file has the only word. */
  async last(target: SwapTarget, manager: EntityManager | DataSource = this.database): Promise<Decision | null> {
    const found = await rows<Row>(
      manager,
      `select ${columns} from routing.decision where domain = $1 and legal_entity = $2 and since is not null
        order by since desc limit 1`,
      [target.domain, target.legalEntity],
    );
    return found[0] ? decisionOf(found[0]) : null;
  }

  async keep(manager: EntityManager, decision: NewDecision): Promise<void> {
    await manager.query(
      `insert into routing.decision (id, domain, legal_entity, action, live, shadow, instead_of, reason, accepted,
                                     requester, requested_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        decision.id,
        decision.domain,
        decision.legalEntity,
        decision.action,
        decision.live,
        decision.shadow,
        decision.insteadOf,
        decision.reason,
        decision.accepted,
        decision.requester.subject,
        nameOf(decision.requester),
      ],
    );
  }

  /** Makes it count; `confirmer` where a second person was needed. */
  async decide(manager: EntityManager, id: string, confirmer: Person | null): Promise<void> {
    await manager.query(
      `update routing.decision set confirmed_by = $2, since = clock_timestamp() + ${leadSeconds} * interval '1 second'
        where id = $1`,
      [id, confirmer && nameOf(confirmer)],
    );
  }

  async get(id: string, manager: EntityManager | DataSource = this.database): Promise<Decision> {
    const found = isId(id)
      ? await rows<Row>(manager, `select ${columns} from routing.decision where id = $1`, [id])
      : [];
    if (found[0]) return decisionOf(found[0]);
    throw new Failure('not-found', `no decision "${id}"`);
  }

  async list(): Promise<Decision[]> {
    const found = await rows<Row>(
      this.database,
      `select ${columns} from routing.decision order by ordinal desc limit 200`,
    );
    return found.map(decisionOf);
  }
}

const decisionOf = ({ requester, since, ...row }: Row): Decision => ({
  ...row,
  since: since?.toISOString() ?? null,
  requester: { subject: requester, name: row.requestedBy, roles: [] },
});
