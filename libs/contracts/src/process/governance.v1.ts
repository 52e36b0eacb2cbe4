import { Choice, Code, Day, ListOf, Moment, Text, TextList } from '../fields.js';
import { Page, PageQuery } from '../shared.js';

export const contractKinds = ['openapi', 'asyncapi', 'ownership', 'mapping'] as const;
export type ContractKind = (typeof contractKinds)[number];

export const contractStates = ['design', 'published', 'deprecated', 'retired', 'rejected'] as const;
export type ContractState = (typeof contractStates)[number];

export const changeLevels = ['breaking', 'dangerous', 'safe', 'documentation'] as const;

const contractName = '`<layer>/<api>/v<major>`, e.g. `process/projects/v1`';
const mostDocument = 230_000;

/** A version of a contract that is to be published. */
export class ContractSubmission {
  @Choice('What it is', contractKinds)
  kind!: ContractKind;

  @Code(contractName)
  contract!: string;

  @Text('The document, YAML or JSON, as it will be downloaded', { max: mostDocument })
  document!: string;

  @Text('Why; kept in the audit trail', { max: 1000 })
  reason!: string;
}

/** Why somebody decides so. */
export class ContractDecision {
  @Text('Why; kept in the audit trail', { max: 1000 })
  reason!: string;
}

/** Saying when a contract ends. */
export class ContractDeprecation extends ContractDecision {
  @Day('First day on which it may be retired; at least 90 days away')
  sunset!: string;

  @Code('Contract that takes its place')
  successor!: string;
}

/** One change from the version before. */
export class ContractChange {
  @Choice('Whom it hurts', changeLevels)
  level!: (typeof changeLevels)[number];

  @Text('Kind of change')
  rule!: string;

  @Text('Method and path; null where it is about no operation', { max: 300, nullable: true })
  operation!: string | null;

  @Text('Field, parameter, header or status; null where it is about none', { max: 300, nullable: true })
  field!: string | null;

  @Text('Where it stands in the version before', { max: 1000, nullable: true })
  before!: string | null;

  @Text('Where it stands in this one', { max: 1000, nullable: true })
  after!: string | null;

  @Text('Who is hurt and how', { max: 2000 })
  message!: string;

  @Text('The compatible way, or how to migrate', { max: 2000 })
  remedy!: string;
}

/** Something the policy holds against a step. */
export class PolicyObjection {
  @Code('Rule')
  rule!: string;

  @Text('What is wrong', { max: 2000 })
  message!: string;

  @Text('What to do', { max: 1000 })
  remedy!: string;

  @Text('File of the exemption that lets it pass; null where it stands', { max: 300, nullable: true })
  exemption!: string | null;
}

/** A step in the life of a version. */
export class ContractStep {
  @Choice('What it became', contractStates)
  state!: ContractState;

  @Moment('When')
  at!: string;

  @Text('Who')
  by!: string;

  @Text('Why', { max: 1000 })
  reason!: string;

  @Day('When it ends', { nullable: true })
  sunset!: string | null;

  @Code('What takes its place', { nullable: true })
  successor!: string | null;

  @TextList('Exemptions it needed, by file')
  exemptions!: string[];
}

/** A version of a contract; its text never changes. */
export class ContractVersion {
  @Code('Id')
  id!: string;

  @Choice('What it is', contractKinds)
  kind!: ContractKind;

  @Code(contractName)
  contract!: string;

  @Code('Semantic version')
  version!: string;

  @Code('SHA-256 of its text, in hexadecimal')
  sha256!: string;

  @Choice('Where it stands', contractStates)
  state!: ContractState;

  @Text('Who answers for the contract')
  owner!: string;

  @Text('Who asked for it to be published')
  submittedBy!: string;

  @Text('Who approved it; null while nobody has, and for what was in service before the registry', { nullable: true })
  approvedBy!: string | null;

  @Code('Version it follows; null for the first', { nullable: true })
  base!: string | null;

  @Moment('When it was submitted')
  submittedAt!: string;
}

/** A version with its history, and what changed from the one before. */
export class ContractVersionDetail extends ContractVersion {
  @ListOf('Its life, oldest first', () => ContractStep, { max: 100 })
  steps!: ContractStep[];

  @ListOf('What changed, the worst first', () => ContractChange, { max: 5000 })
  changes!: ContractChange[];

  @ListOf('What the policy held against it and an exemption let pass', () => PolicyObjection, { max: 20 })
  exempted!: PolicyObjection[];
}

/** Which versions to list. */
export class ContractQuery extends PageQuery {
  @Choice('What it is', contractKinds, { optional: true })
  kind?: ContractKind;

  @Code(contractName, { optional: true })
  contract?: string;

  @Choice('Where it stands', contractStates, { optional: true })
  state?: ContractState;
}

/** One page of versions, the newest first. */
export class ContractVersionPage extends Page {
  @ListOf('Versions', () => ContractVersion, { max: 200 })
  items!: ContractVersion[];
}
