import { type AcquisitionMapping, type MappingDecision, type MappingKind, mappingKinds } from '#contracts';
import { Failure } from '#kernel';
import { type EntityManager, type EstateView, nameOf, once, type Person, recordAudit, type Systems } from '#platform';
import type { Acquisition, AcquisitionRepository } from './acquisition.repository.js';
import { openCostCentre } from './directory.js';
import type { LoadStart } from './load-start.js';
import { countValues, keyOf, type Mapping } from './proposals.js';

/** Nothing needs these: a person can do without. */
const dispensable: MappingKind[] = ['skill', 'job-title', 'manager'];
const byState = ['unclear', 'proposed', 'accepted'];

/** What foreign values mean with us: looked at, accepted, corrected. */
export class Mappings {
  constructor(
    private readonly acquisitions: AcquisitionRepository,
    private readonly systems: Systems,
    private readonly estate: EstateView,
    private readonly start: LoadStart,
  ) {}

  async list(id: string): Promise<AcquisitionMapping[]> {
    await this.acquisitions.get(id);
    const counted = countValues(await this.acquisitions.rowsOf(id));
    const all = (await this.acquisitions.mappingsOf(id)).flatMap((mapping) => {
      const rows = counted.get(keyOf(mapping))?.rows ?? 0;
      return rows > 0 ? [{ ...mapping, rows }] : [];
    });
    return all.toSorted((a, b) => byState.indexOf(a.state) - byState.indexOf(b.state) || b.rows - a.rows);
  }

  /** Takes a person's word for a value; where the acquisition is being loaded, the rows it makes clear go on. */
  async decide(id: string, key: string, { value, version, reason }: MappingDecision, person: Person): Promise<void> {
    const acquisition = await this.acquisitions.get(id);
    await this.check(acquisition, key, value);
    await once(this.acquisitions.database, async (manager) => {
      await this.acquisitions.lock(manager, id);
      const before = await this.find(manager, id, key);
      if (before.version !== version) throw changedSince(before);
      const after = await this.put(manager, id, before, value, nameOf(person));
      await this.start.again(manager, id);
      await recordAudit(manager, {
        actor: nameOf(person),
        action: 'acquisition.map',
        subject: `acquisition/${id}`,
        reason,
        before: { value: before.value ?? 'none', state: before.state, version: String(before.version) },
        after: { mapping: key, value: value ?? 'none', version: String(after.version), person: person.subject },
      });
    });
  }

  /** The same as the correction of an exception, whose settlement is audited. */
  async set(manager: EntityManager, id: string, key: string, value: string | null): Promise<void> {
    await this.check(await this.acquisitions.get(id, manager), key, value);
    await this.put(manager, id, await this.find(manager, id, key), value, 'an exception');
  }

  private async put(
    manager: EntityManager,
    id: string,
    before: Mapping,
    value: string | null,
    decidedBy: string,
  ): Promise<Mapping> {
    const after = { ...before, value, state: 'accepted' as const, decidedBy, version: before.version + 1 };
    await this.acquisitions.putMappings(manager, id, [after]);
    return after;
  }

  private async find(manager: EntityManager, id: string, key: string): Promise<Mapping> {
    const found = (await this.acquisitions.mappingsOf(id, manager)).find((mapping) => keyOf(mapping) === key);
    if (!found) throw new Failure('not-found', `this acquisition has no ${key.replace('/', ' "')}"`);
    return found;
  }

  /** Only what is ours can be meant. */
  private async check({ legalEntity }: Acquisition, key: string, value: string | null): Promise<void> {
    const kind = mappingKinds.find((one) => key.startsWith(`${one}/`));
    const complaint = kind && (await this.complaint(kind, legalEntity, value));
    if (!complaint) return;
    throw new Failure('rejected', `${kind} ${complaint}`, {
      code: 'unmapped-value',
      fields: [{ field: 'value', message: complaint }],
    });
  }

  private async complaint(kind: MappingKind, legalEntity: string, value: string | null): Promise<string | null> {
    if (value === null) return dispensable.includes(kind) ? null : 'cannot be left out: nobody is staffed without';
    if (value === '') return 'must not be empty';
    if (kind === 'grade' && !this.estate.mapped('roleOfGrade', value)) {
      return `"${value}" is not in mappings.roleOfGrade of estate.yaml`;
    }
    if (kind === 'skill' && !this.estate.mapped('skillNames', value)) {
      return `"${value}" is not in mappings.skillNames of estate.yaml`;
    }
    if (kind === 'cost-centre' && !(await openCostCentre(this.systems, legalEntity, value))) {
      return `"${value}" is none the ERP takes postings on`;
    }
    return null;
  }
}

const changedSince = ({ version, decidedBy }: Mapping): Failure =>
  new Failure('conflict', `the mapping is at version ${version} now, by ${decidedBy ?? 'nobody'}`, {
    code: 'mapping-changed',
    remedy: 'look at it again',
  });
