import { Choice, Code, Day, Flag, ListOf, Moment, Text, Whole } from '../fields.js';

const contractName = '`<layer>/<api>/v<major>`, e.g. `process/projects/v1`';

/** Of which contract. */
export class ContractFindingQuery {
  @Code(contractName, { optional: true })
  contract?: string;
}

/** A place of a contract that answers broke while it was served. */
export class ContractFinding {
  @Code(contractName)
  contract!: string;

  @Code('Version that was served')
  version!: string;

  @Text('Team that answers for the contract; null where it is not registered', { nullable: true })
  owner!: string | null;

  @Text('Method and path', { max: 300 })
  operation!: string;

  @Whole('Status of the answers', { max: 599 })
  status!: number;

  @Text('JSON pointer into the contract; empty where it has no such answer', { max: 1000 })
  pointer!: string;

  @Text('Keyword of JSON Schema that was not kept, or `status`')
  rule!: string;

  @Text('The same in a sentence', { max: 2000 })
  message!: string;

  @Whole('Answers it was found in, of those that were checked: a sample')
  count!: number;

  @Moment('When it was found first')
  firstSeen!: string;

  @Moment('When it was found last')
  lastSeen!: string;
}

/** What answers broke, the latest first. Kept for 90 days after it was found last. */
export class ContractFindingList {
  @ListOf('Findings', () => ContractFinding, { max: 1000 })
  items!: ContractFinding[];
}

/** Somebody who uses what is to go. */
export class DeprecationCaller {
  @Code('Client id; `unnamed:…` for those that cannot be told apart')
  clientId!: string;

  @Text('Name; null for a client that nobody registered', { nullable: true })
  name!: string | null;

  @Text('Team that answers for it', { nullable: true })
  owner!: string | null;

  @Text('How to reach them', { nullable: true, max: 300, classification: 'personal' })
  contact!: string | null;

  @Flag('Written to before this ends; where it is not, nobody gave an e-mail address as its contact: tell them')
  writtenTo!: boolean;

  @Whole('Calls, or times the field was there, in the last 30 days')
  calls!: number;

  @Moment('Last use; null where it only says that it uses it', { nullable: true })
  lastUse!: string | null;
}

/** A contract, an operation or a field that is to go. */
export class DeprecationEntry {
  @Code(contractName)
  contract!: string;

  @Code('Version of the contract in service')
  version!: string;

  @Text('Team that answers for the contract')
  owner!: string;

  @Choice('Whether it still answers', ['deprecated', 'retired'])
  state!: 'deprecated' | 'retired';

  @Text('Method and path; null for a whole contract, and for a field', { max: 300, nullable: true })
  operation!: string | null;

  @Text('Schema and field, e.g. `Project.client`; null where more than a field goes', { max: 300, nullable: true })
  field!: string | null;

  @Day('First day of its deprecation', { nullable: true })
  since!: string | null;

  @Day('First day on which it may be gone', { nullable: true })
  sunset!: string | null;

  @Text('What takes its place', { max: 300, nullable: true })
  successor!: string | null;

  @ListOf('Who used it in the last 30 days, or says that it does; the busiest first', () => DeprecationCaller, {
    max: 1000,
  })
  consumers!: DeprecationCaller[];
}

/** Everything that is to go, what ends first before the others. */
export class DeprecationList {
  @ListOf('What is to go', () => DeprecationEntry, { max: 1000 })
  items!: DeprecationEntry[];
}
