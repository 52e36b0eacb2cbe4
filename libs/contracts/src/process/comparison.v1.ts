import { Choice, Code, Day, Flag, ListOf, Nested, Text } from '../fields.js';
import { ConsumerImpact } from './consumers.v1.js';
import { ContractChange, ContractStep, ContractVersion, PolicyObjection } from './governance.v1.js';

const longestExcerpt = 4000;
export const versionBumps = ['none', 'patch', 'minor', 'major'] as const;

/** Which version to compare with. */
export class ComparisonQuery {
  @Code(
    'Version of the same contract, or another major, e.g. v1: what is in service there; what it follows where absent',
    { optional: true },
  )
  base?: string;
}

/** One change, with what both documents say in its place. */
export class ComparedChange extends ContractChange {
  @Code('The same change has the same id whenever it is asked for')
  id!: string;

  @Text('What the base says there, as YAML; null where it says nothing', { max: longestExcerpt, nullable: true })
  beforeText!: string | null;

  @Text('What the revision says there, as YAML; null where it says nothing', { max: longestExcerpt, nullable: true })
  afterText!: string | null;
}

/** What the policy says to a step from one version to another. */
export class PolicyVerdict {
  @Flag('Nothing stands against it')
  allowed!: boolean;

  @Choice('What the change asks of the version number', versionBumps)
  required!: (typeof versionBumps)[number];

  @Code('The version that would say it', { nullable: true })
  suggested!: string | null;

  @ListOf('What it holds against it, exempted or not', () => PolicyObjection, { max: 20 })
  objections!: PolicyObjection[];
}

/** Two versions of a contract side by side: what changed, whom it hurts, and what the policy says. */
export class ContractComparison {
  @Nested('The version compared with', () => ContractVersion)
  base!: ContractVersion;

  @Nested('The version compared', () => ContractVersion)
  revision!: ContractVersion;

  @ListOf('What changed, the worst first', () => ComparedChange, { max: 5000 })
  changes!: ComparedChange[];

  @Nested('What the policy says', () => PolicyVerdict)
  verdict!: PolicyVerdict;

  @Text('The changes in words for consumers, as Markdown', { max: 200_000 })
  changelog!: string;

  @Day('First day with a record of use; null where there is none', { nullable: true })
  recordedSince!: string | null;

  @ListOf('Consumers, those affected first', () => ConsumerImpact, { max: 1000 })
  consumers!: ConsumerImpact[];
}

/** A step in the life of a contract. */
export class ContractEntry extends ContractStep {
  @Code('Version it was about')
  version!: string;
}

/** Whose life. */
export class ContractEntryQuery {
  @Code('`<layer>/<api>/v<major>`, e.g. `process/projects/v1`')
  contract!: string;
}

/** Everything that became of a contract, the newest first. */
export class ContractEntryList {
  @ListOf('Steps; the last 1000', () => ContractEntry, { max: 1000 })
  items!: ContractEntry[];
}
