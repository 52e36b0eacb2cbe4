import { Injectable } from '@nestjs/common';
import type { ContractDeprecation, ContractSubmission, ContractVersion, ContractVersionDetail } from '#contracts';
import {
  type Calling,
  endedBetween,
  type Ending,
  type Exemption,
  isAllowed,
  judgeDeprecation,
  judgeRetirement,
  type Objection,
  silentBy,
} from '#governance';
import { Failure, newId } from '#kernel';
import { type EntityManager, nameOf, once, type Person, recordAudit } from '#platform';
import { endingObjections, judge, refusal, type Standing } from './judge.js';
import { type ReadContract, readContract } from './read-contract.js';
import { type NewStep, type RegistryRepository, type Store, type VersionRow, viewOf } from './registry.repository.js';

/** What the registry asks of others. */
export interface RegistryFacts {
  /** Today in UTC, YYYY-MM-DD. */
  today: () => string;
  /** Those that count today. */
  exemptions: () => Exemption[];
  /** Registered consumers that called a contract lately. */
  callingOf: (manager: EntityManager, contract: string) => Promise<Calling[]>;
  /** The same for operations and fields of it, by subject. */
  callingEach: (manager: Store, before: ReadContract, endings: Ending[]) => Promise<ReadonlyMap<string, Calling[]>>;
}

/** Takes contracts through their lives: design, published when a second person approves, deprecated, retired. */
@Injectable()
export class RegistryService {
  constructor(
    readonly registry: RegistryRepository,
    private readonly facts: RegistryFacts,
  ) {}

  submit({ kind, contract, document, reason }: ContractSubmission, person: Person): Promise<ContractVersion> {
    return this.enter(readContract(kind, contract, document), reason, person);
  }

  /** Enters a version as a design; the same text again is the version it is. */
  enter(revision: ReadContract, reason: string, person: Person): Promise<ContractVersion> {
    const { contract, version } = revision;
    return once(this.registry.database, async (manager) => {
      await this.registry.lock(manager, contract);
      const known = await this.registry.versionsOf(contract, manager);
      const same = known.find((one) => one.version === version && one.state !== 'rejected');
      if (same?.sha256 === revision.sha256) return viewOf(same);
      if (same) throw taken(same);
      const row = known.find(({ state }) => state === 'published' || state === 'deprecated');
      const judgement = judge(revision, await this.standing(manager, row, revision));
      const id = await this.keep(manager, { ...revision, ...judgement, base: row?.version ?? null, reason }, person);
      await this.step(manager, id, revision, { state: 'design', person, reason });
      return viewOf(await this.registry.get(id, manager));
    });
  }

  /** What was in service before there was a registry: published as it is, with nobody's approval. */
  async enterBaseline(contracts: ReadContract[], person: Person): Promise<void> {
    const reason = 'in service before the registry';
    await this.registry.database.transaction(async (manager) => {
      await this.registry.lock(manager, 'baseline');
      if (!(await this.registry.isEmpty(manager))) return;
      for (const contract of contracts) {
        const id = await this.keep(manager, { ...contract, base: null, changes: [], exempted: [], reason }, person);
        await this.step(manager, id, contract, { state: 'published', person, reason });
      }
    });
  }

  /** A second person lets callers rely on it. */
  approve(id: string, reason: string, person: Person): Promise<ContractVersion> {
    return this.decide(id, async (manager, row) => {
      needs(row, 'design');
      if (row.submitter === person.subject) throw samePerson(person);
      const known = await this.registry.versionsOf(row.contract, manager);
      const base = known.find(({ state }) => state === 'published' || state === 'deprecated');
      if ((base?.version ?? null) !== row.base) throw overtaken(row, base!);
      const objections = await this.endingsOf(manager, row, base);
      if (!isAllowed(objections)) throw refusal(row.contract, objections);
      const exemptions = objections.map(({ exemption }) => exemption!);
      await this.step(manager, id, row, { state: 'published', person, reason, exemptions });
      // What was said about the end of a contract holds for its next version too.
      if (base?.state === 'deprecated')
        await this.step(manager, id, row, { ...ending(base), state: 'deprecated', person, reason });
    });
  }

  reject(id: string, reason: string, person: Person): Promise<ContractVersion> {
    return this.decide(id, async (manager, row) => {
      needs(row, 'design');
      await this.step(manager, id, row, { state: 'rejected', person, reason });
    });
  }

  deprecate(id: string, { sunset, successor, reason }: ContractDeprecation, person: Person): Promise<ContractVersion> {
    return this.decide(id, async (manager, row) => {
      needs(row, 'published');
      const inUse = (await this.registry.newest(['published'], manager)).map(({ contract }) => contract);
      if (!inUse.includes(successor)) throw noSuccessor(successor);
      const { contract } = row;
      const since = this.facts.today();
      const silent = silentBy((await this.readVersion(manager, row)).content, sunset);
      const objections = judgeDeprecation(
        { contract, subject: contract, since, sunset, successor, silent },
        this.facts.exemptions(),
      );
      if (!isAllowed(objections)) throw refusal(contract, objections);
      const exemptions = objections.map(({ exemption }) => exemption!);
      await this.step(manager, id, row, { state: 'deprecated', person, reason, sunset, successor, exemptions });
    });
  }

  retire(id: string, reason: string, person: Person): Promise<ContractVersion> {
    return this.decide(id, async (manager, row) => {
      needs(row, 'deprecated', 'published');
      const { contract, sunset } = row;
      const calling = await this.facts.callingOf(manager, contract);
      const today = this.facts.today();
      const objections = judgeRetirement(
        { contract, subject: contract, sunset, today, calling },
        this.facts.exemptions(),
      );
      if (!isAllowed(objections)) throw refusal(contract, objections);
      const exemptions = objections.map(({ exemption }) => exemption!);
      await this.step(manager, id, row, { ...ending(row), state: 'retired', person, reason, exemptions });
    });
  }

  async detail(id: string): Promise<ContractVersionDetail> {
    const row = await this.registry.get(id);
    const [steps, judgement] = await Promise.all([this.registry.stepsOf(id), this.registry.judgementOf(id)]);
    return { ...viewOf(row), steps, ...judgement };
  }

  async documentOf(id: string): Promise<string> {
    await this.registry.get(id);
    return this.registry.textOf(id);
  }

  /** Who calls what a version ends may be others by the time it is approved. */
  private async endingsOf(manager: EntityManager, row: VersionRow, base: VersionRow | undefined): Promise<Objection[]> {
    const revision = await this.readVersion(manager, row);
    return endingObjections(revision, await this.standing(manager, base, revision));
  }

  /** What a version is judged by, held against another of its contract. */
  async standing(manager: Store, row: VersionRow | undefined, revision: ReadContract): Promise<Standing> {
    const majors = await this.registry.majorsOf(revision.contract, manager);
    const base = row ? await this.readVersion(manager, row) : null;
    const ended = base ? endedBetween(base.content, revision.content) : [];
    const calling = base ? await this.facts.callingEach(manager, base, ended) : new Map<string, Calling[]>();
    return { base, majors, calling, exemptions: this.facts.exemptions(), today: this.facts.today() };
  }

  async readVersion(manager: Store, { id, kind, contract }: VersionRow): Promise<ReadContract> {
    return readContract(kind, contract, await this.registry.textOf(id, manager));
  }

  private decide(
    id: string,
    work: (manager: EntityManager, row: VersionRow) => Promise<void>,
  ): Promise<ContractVersion> {
    return once(this.registry.database, async (manager) => {
      await this.registry.lock(manager, (await this.registry.get(id, manager)).contract);
      await work(manager, await this.registry.get(id, manager));
      return viewOf(await this.registry.get(id, manager));
    });
  }

  private async keep(
    manager: EntityManager,
    {
      text,
      content: _content,
      ...version
    }: ReadContract & Omit<Parameters<RegistryRepository['keep']>[1], 'id' | 'document' | 'submitter'>,
    submitter: Person,
  ): Promise<string> {
    const id = newId();
    await this.registry.keep(manager, { ...version, id, document: text, submitter });
    return id;
  }

  private async step(
    manager: EntityManager,
    id: string,
    { contract, version, sha256 }: Pick<ContractVersion, 'contract' | 'version' | 'sha256'>,
    step: NewStep,
  ): Promise<void> {
    await this.registry.step(manager, id, step);
    await recordAudit(manager, {
      actor: nameOf(step.person),
      action: `contract.${step.state}`,
      subject: `contract/${contract}`,
      reason: step.reason,
      after: { version, sha256, person: step.person.subject },
    });
  }
}

const ending = ({ sunset, successor }: VersionRow): Pick<NewStep, 'sunset' | 'successor'> => ({
  ...(sunset !== null && { sunset }),
  ...(successor !== null && { successor }),
});

function needs({ contract, version, state }: VersionRow, ...wanted: VersionRow['state'][]): void {
  if (wanted.includes(state)) return;
  throw new Failure('conflict', `${contract} ${version} is ${state}, not ${wanted.join(' or ')}`, {
    code: 'wrong-state',
    record: contract,
  });
}

const taken = ({ contract, version, state }: VersionRow): Failure =>
  new Failure('conflict', `${contract} ${version} is there with another text (${state}), and a version never changes`, {
    code: 'version-taken',
    record: contract,
    remedy: state === 'design' ? 'have that design rejected, or raise info.version' : 'raise info.version',
  });

const samePerson = (person: Person): Failure =>
  new Failure('forbidden', `${nameOf(person)} submitted this version; somebody else has to approve it`, {
    code: 'same-person',
  });

const overtaken = ({ contract, version, base }: VersionRow, newest: VersionRow): Failure =>
  new Failure('conflict', `${contract} ${version} was judged against ${base}; ${newest.version} was published since`, {
    code: 'base-moved',
    record: contract,
    remedy: 'reject it and submit it again, made from the published one',
  });

const noSuccessor = (successor: string): Failure =>
  new Failure('rejected', `${successor} is not published, so nobody can move to it`, {
    code: 'no-successor',
    fields: [{ field: 'successor', message: 'must be a published contract' }],
  });
