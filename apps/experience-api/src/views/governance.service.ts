import { Injectable } from '@nestjs/common';
import type {
  ApiList,
  ContractComparison,
  ContractHistory,
  ContractList,
  ContractSummary,
  ContractVersion,
  ContractVote,
  DeprecationCalendar,
  DeprecationView,
  OwnershipMatrix,
} from '#contracts';
import { Failure } from '#kernel';
import type { AppConfig, Caller, EstateView } from '#platform';
import { Parts, type Sources } from '../sources.js';
import { apisOf } from './apis.js';
import { type ListedContract, publishedContracts, summaryOf } from './contracts.js';
import { announcedEndings, endingView } from './deprecations.js';
import { ownershipOf } from './ownership.js';

export interface GovernanceParts {
  config: Pick<AppConfig, 'addresses' | 'contractsDir'>;
  estate: EstateView;
  sources: Pick<Sources, 'governance'>;
}

const none: ContractVersion[] = [];

/** Contracts, their versions and ends, and who owns what, for people; what may be published is the registry's to say. */
@Injectable()
export class GovernanceService {
  private read: ListedContract[] | undefined;

  constructor(private readonly parts: GovernanceParts) {}

  /** What is published is known without the registry; what waits, and what it alone keeps, is not. */
  async contracts(): Promise<ContractList> {
    const answers = new Parts();
    const [waiting, kept] = await Promise.all([
      answers.get('process-governance', () => this.inState('design'), none),
      answers.get('process-governance', () => this.keptOnly(), none),
    ]);
    const items = [...this.published().map(summaryOf), ...kept.map(keptSummary)];
    const ending = new Map(kept.map(({ contract, state }) => [contract, state]));
    return {
      items: items.map((one) => ({ ...one, lifecycle: ending.get(one.contract) ?? one.lifecycle })),
      waiting,
      missing: answers.missing.slice(0, 1),
    };
  }

  async history(contract: string): Promise<ContractHistory> {
    const [versions, { items: steps }] = await Promise.all([
      this.versionsOf(contract),
      this.parts.sources.governance.listContractSteps({ contract }),
    ]);
    return { contract, versions, steps };
  }

  /** `range` is two versions with two dots between, e.g. `1.0.0..1.1.0`, or another major and a version: `v1..2.0.0`. */
  async compare(contract: string, range: string): Promise<ContractComparison> {
    const [, base, version] = /^(.+?)\.\.(.+)$/.exec(range) ?? [];
    if (!base || !version) throw noRange(range);
    const known = (await this.versionsOf(contract)).filter((one) => one.version === version);
    const revision = known.find(({ state }) => state !== 'rejected') ?? known[0];
    if (!revision) throw unknown(`${contract} has no version "${version}"`);
    return this.parts.sources.governance.getContractComparison({ id: revision.id, base });
  }

  /** In the person's own name; whether the person may is the registry's to say. */
  decide(id: string, key: string, { decision, reason }: ContractVote, caller: Caller): Promise<ContractVersion> {
    const { governance } = this.parts.sources;
    const call = { id, key, actingFor: caller, body: { reason } };
    return decision === 'approve' ? governance.approveContractVersion(call) : governance.rejectContractVersion(call);
  }

  /** What the contracts announce is known without the registry; who still calls is not. */
  async deprecations(): Promise<DeprecationCalendar> {
    const answers = new Parts();
    const listed = async (): Promise<DeprecationView[]> =>
      (await this.parts.sources.governance.listDeprecations({})).items.map(endingView);
    const items = await answers.get('process-governance', listed, announcedEndings(this.published()));
    return { items: items.slice(0, 1000), missing: answers.missing };
  }

  ownership(): OwnershipMatrix {
    return { items: ownershipOf(this.parts.estate).slice(0, 1000) };
  }

  apis(): ApiList {
    return { items: apisOf(this.published(), this.parts.config.addresses) };
  }

  private published(): ListedContract[] {
    return (this.read ??= publishedContracts(this.parts.config.contractsDir));
  }

  private async inState(state: ContractVersion['state']): Promise<ContractVersion[]> {
    return (await this.parts.sources.governance.listContractVersions({ state, limit: 200 })).items;
  }

  /** What no file shows: what the estate promises, and that a contract ends. */
  private async keptOnly(): Promise<ContractVersion[]> {
    const { governance } = this.parts.sources;
    const [deprecated, ...promised] = await Promise.all([
      this.inState('deprecated'),
      ...(['ownership', 'mapping'] as const).map(
        async (kind) => (await governance.listContractVersions({ kind, state: 'published', limit: 1 })).items,
      ),
    ]);
    return [...newestOf(deprecated), ...promised.flat()];
  }

  private async versionsOf(contract: string): Promise<ContractVersion[]> {
    const { items } = await this.parts.sources.governance.listContractVersions({ contract, limit: 200 });
    if (items.length > 0) return items;
    throw unknown(`no contract "${contract}" is in the registry`);
  }
}

/** Lists are the newest first. */
const newestOf = (versions: ContractVersion[]): ContractVersion[] =>
  versions.filter(({ contract }, at) => versions.findIndex((one) => one.contract === contract) === at);

const titles: Partial<Record<ContractVersion['kind'], string>> = {
  ownership: 'Who owns what',
  mapping: 'What is mapped to what',
};

const keptSummary = ({ contract, kind, version, owner, state }: ContractVersion): ContractSummary => ({
  path: contract,
  contract,
  title: titles[kind] ?? '',
  version,
  owner,
  lifecycle: state,
  audience: 'estate',
  operations: 0,
});

const unknown = (message: string): Failure => new Failure('not-found', message, { code: 'unknown-contract' });

const noRange = (range: string): Failure =>
  new Failure('rejected', `"${range}" is not two versions`, {
    code: 'no-range',
    fields: [{ field: 'range', message: 'must be two versions with two dots between, e.g. 1.0.0..1.1.0' }],
  });
