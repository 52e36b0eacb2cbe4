import { Choice, Code, Day, Flag, ListOf, Moment, Text, TextList, Whole } from '../fields.js';
import { ContractEntry } from '../process/comparison.v1.js';
import { ContractVersion } from '../process/governance.v1.js';
import { MissingPart } from '../process/operations.v1.js';

/** A published contract. */
export class ContractSummary {
  @Text('Where it is published, e.g. experience/portal/v1', { max: 200 })
  path!: string;

  @Code('Name in the registry, e.g. `process/projects/v1`')
  contract!: string;

  @Text('Title')
  title!: string;

  @Text('Version', { max: 40 })
  version!: string;

  @Text('Owner', { max: 120 })
  owner!: string;

  @Text('Lifecycle', { max: 40 })
  lifecycle!: string;

  @Text('For whom', { max: 40 })
  audience!: string;

  @Whole('Operations')
  operations!: number;
}

/** Published contracts, and the versions that wait for a second person. */
export class ContractList {
  @ListOf('Contracts, by path', () => ContractSummary, { max: 500 })
  items!: ContractSummary[];

  @ListOf('Versions that wait for approval, the newest first', () => ContractVersion, { max: 200 })
  waiting!: ContractVersion[];

  @ListOf('Parts that could not be had', () => MissingPart, { max: 20 })
  missing!: MissingPart[];
}

/** One contract: its versions, and what became of each. */
export class ContractHistory {
  @Code('Name in the registry')
  contract!: string;

  @ListOf('Versions, the newest first', () => ContractVersion, { max: 200 })
  versions!: ContractVersion[];

  @ListOf('What became of them, the newest first', () => ContractEntry, { max: 1000 })
  steps!: ContractEntry[];
}

/** Yes or no to a version that waits. */
export class ContractVote {
  @Choice('Yes or no', ['approve', 'reject'])
  decision!: 'approve' | 'reject';

  @Text('Why; kept in the audit trail', { max: 1000 })
  reason!: string;
}

/** Who still calls what is to end. */
export class RemainingConsumer {
  @Code('Client id')
  clientId!: string;

  @Text('Name; null for a client that nobody registered', { nullable: true })
  name!: string | null;

  @Text('Team that answers for it', { nullable: true })
  owner!: string | null;

  @Flag('Written to before this ends; where it is not, nobody gave an e-mail address as its contact: tell them')
  writtenTo!: boolean;

  @Whole('Calls on record')
  calls!: number;

  @Moment('Last call', { nullable: true })
  lastUse!: string | null;
}

/** A contract, or one operation or field of it, that is to end. */
export class DeprecationView {
  @Code('Contract')
  contract!: string;

  @Text('Method and path; null for the whole contract', { max: 300, nullable: true })
  operation!: string | null;

  @Text('Schema and field; null where more than a field ends', { max: 300, nullable: true })
  field!: string | null;

  @Choice('Whether it still answers', ['deprecated', 'retired'])
  state!: 'deprecated' | 'retired';

  @Day('First day of its deprecation', { nullable: true })
  since!: string | null;

  @Day('First day on which it may be gone', { nullable: true })
  sunset!: string | null;

  @Text('What takes its place', { max: 300, nullable: true })
  successor!: string | null;

  @ListOf('Who still calls it, the busiest first; empty also where use could not be asked', () => RemainingConsumer, {
    max: 1000,
  })
  consumers!: RemainingConsumer[];
}

/** What ends when, the nearest first. */
export class DeprecationCalendar {
  @ListOf('Contracts, operations and fields', () => DeprecationView, { max: 1000 })
  items!: DeprecationView[];

  @ListOf('Parts that could not be had', () => MissingPart, { max: 20 })
  missing!: MissingPart[];
}

/** Who owns a part of a record in one place. */
export class OwnershipView {
  @Code('Record, e.g. `worker`')
  record!: string;

  @Code('Attribute group or step, e.g. `cost-centre`')
  item!: string;

  @Choice('A group of attributes, or a step of its life', ['attributes', 'events'])
  kind!: 'attributes' | 'events';

  @Code('Country of the legal entities (ISO 3166)')
  region!: string;

  @TextList('Legal entities there')
  legalEntities!: string[];

  @Code('Domain whose system decides; null where nobody does', { nullable: true })
  owner!: string | null;

  @TextList('Instances that have the say')
  instances!: string[];

  @Text('The rule in words', { max: 500 })
  rule!: string;

  @Text('Where the rule stands; null where there is none', { nullable: true })
  place!: string | null;

  @Text('What holds it: the operations that write it, or that it is checked when it is told', { max: 1000 })
  heldBy!: string;
}

/** The ownership matrix of the estate, a row for each part of a record and region. */
export class OwnershipMatrix {
  @ListOf('Rows, by record and part', () => OwnershipView, { max: 1000 })
  items!: OwnershipView[];
}

/** A scope of an API. */
export class ApiScope {
  @Code('Scope')
  scope!: string;

  @Whole('Operations that need it')
  operations!: number;

  @Flag('It opens operations that write')
  writes!: boolean;
}

/** An API, and what a token for it must say. */
export class ApiAccess {
  @Code('Contract')
  contract!: string;

  @Text('Title')
  title!: string;

  @Text('Audience a token must be for', { max: 80 })
  audience!: string;

  @Text('Where it answers; null where the app that serves it depends on the estate', { nullable: true, max: 300 })
  address!: string | null;

  @ListOf('Scopes, by name', () => ApiScope, { max: 100 })
  scopes!: ApiScope[];
}

/** The APIs there are to call. */
export class ApiList {
  @ListOf('APIs, by contract', () => ApiAccess, { max: 500 })
  items!: ApiAccess[];
}
