import { type AuditRefs, type EntityManager, nameOf, once, type Person, recordAudit } from '#platform';
import { checkSecondPerson, needsSecond } from './bulk-rules.js';
import type { BulkRepository, NewBulk } from './bulk.repository.js';

/** What one kind of work in bulk adds. */
export interface BulkKind<Work> {
  /** Word for it in the audit log. */
  name: 'bulk' | 'replay';
  /** Begins it, in the transaction that lets it begin. */
  start: (manager: EntityManager, id: string) => Promise<unknown>;
  refs: (work: Work, size: string) => AuditRefs;
}

/** Takes what is asked for in one go: begun at once, or above the cap when a second person confirms exactly that. */
export class BulkDesk<Work extends object> {
  constructor(
    private readonly bulks: BulkRepository<Work>,
    private readonly kind: BulkKind<Work>,
  ) {}

  /** `keepMore` writes what belongs to it; a request that was taken before changes nothing. */
  async request(
    bulk: NewBulk<Work>,
    reason: string,
    keepMore: (manager: EntityManager) => Promise<void> = () => Promise.resolve(),
    fourEyes = needsSecond(bulk.size),
  ): Promise<void> {
    await once(this.bulks.database, async (manager) => {
      if (!(await this.bulks.keep(manager, bulk, fourEyes))) return;
      await keepMore(manager);
      if (!fourEyes) await this.kind.start(manager, bulk.id);
      await this.audit(manager, bulk, bulk.requester, { what: 'request', reason });
    });
  }

  async confirm(id: string, reason: string, person: Person): Promise<void> {
    await once(this.bulks.database, async (manager) => {
      const bulk = await this.bulks.lock(manager, id);
      checkSecondPerson(bulk, person);
      await this.bulks.decide(manager, id, 'settling', person, reason);
      await this.kind.start(manager, id);
      await this.audit(manager, bulk, person, { what: 'confirm', reason });
    });
  }

  /** The second person says no: nothing is done, and who asked reads why. */
  async refuse(id: string, reason: string, person: Person): Promise<void> {
    await once(this.bulks.database, async (manager) => {
      const bulk = await this.bulks.lock(manager, id);
      checkSecondPerson(bulk, person);
      await this.bulks.decide(manager, id, 'refused', person, reason);
      await this.audit(manager, bulk, person, { what: 'refuse', reason });
    });
  }

  private audit(
    manager: EntityManager,
    { id, selection, size, work }: NewBulk<Work>,
    person: Person,
    { what, reason }: { what: 'request' | 'confirm' | 'refuse'; reason: string },
  ): Promise<void> {
    const { name, refs } = this.kind;
    const after = { ...refs(work, String(size)), selection, person: person.subject };
    return recordAudit(manager, {
      actor: nameOf(person),
      action: `${name}.${what}`,
      subject: `${name}/${id}`,
      reason,
      after,
    });
  }
}
