import { Choice, Code, Day, Flag, ListOf, Moment, Text, TextList, Whole } from '../fields.js';

const contractName = '`<layer>/<api>/v<major>`, e.g. `process/projects/v1`';

/** Operations and fields a consumer says it uses: a change elsewhere cannot hurt it. */
export class ConsumedOperation {
  @Code(contractName)
  contract!: string;

  @Text('Method and path as the contract has them, e.g. `GET /v1/projects/{code}`', { max: 300 })
  operation!: string;

  @TextList('Fields it sends, e.g. `lines[].role`', { max: 500 })
  sends!: string[];

  @TextList('Fields it reads', { max: 500 })
  reads!: string[];
}

/** Who calls our APIs. */
export class ConsumerFacts {
  @Text('Name')
  name!: string;

  @Text('Team that answers for it')
  owner!: string;

  @Text('How to reach them', { max: 300, classification: 'personal' })
  contact!: string;

  @ListOf('What it uses, if its owner keeps that up to date; empty where they do not', () => ConsumedOperation, {
    max: 500,
  })
  uses!: ConsumedOperation[];
}

/** A registered consumer. */
export class Consumer extends ConsumerFacts {
  @Code('Its client id at the issuer')
  clientId!: string;

  @Moment('When this was said last')
  updatedAt!: string;

  @Flag(
    'Written to before something it uses ends, as its contact is an e-mail address; others have to be told by people',
  )
  writtenTo!: boolean;
}

/** Every registered consumer, by name. */
export class ConsumerList {
  @ListOf('Consumers', () => Consumer, { max: 1000 })
  items!: Consumer[];
}

/** A kind of event the gateway tells. */
export class EventDescription {
  @Code('CloudEvents type')
  type!: string;

  @Text('When it is told', { max: 1000 })
  description!: string;

  @TextList('Its fields')
  fields!: string[];
}

/** Every kind of event. */
export class EventCatalogue {
  @ListOf('Kinds of event, by type', () => EventDescription, { max: 500 })
  items!: EventDescription[];
}

/** An exemption on file. */
export class ExemptionView {
  @Text('File', { max: 300 })
  file!: string;

  @Code(contractName)
  contract!: string;

  @Text('JSON pointer to the place it is about; null for the whole contract', { max: 300, nullable: true })
  at!: string | null;

  @Code('Rule that does not count')
  rule!: string;

  @Text('Who answers for it')
  owner!: string;

  @Text('Why', { max: 1000 })
  reason!: string;

  @Day('Last day')
  expires!: string;

  @Flag('It is over, and no longer counts')
  expired!: boolean;
}

/** Every exemption on file, and what is wrong with the files. */
export class ExemptionList {
  @ListOf('Exemptions', () => ExemptionView, { max: 500 })
  items!: ExemptionView[];

  @TextList('What is wrong', { max: 500 })
  problems!: string[];
}

export const harms = ['affected', 'not-affected', 'unknown'] as const;

/** What a change means for a consumer. */
export class ConsumerImpact {
  @Code('Client id')
  clientId!: string;

  @Text('Name; null for a client that nobody registered', { nullable: true })
  name!: string | null;

  @Text('Team that answers for it', { nullable: true })
  owner!: string | null;

  @Choice('`unknown` where there is no record of what it uses: that is not safe', harms)
  harm!: (typeof harms)[number];

  @Moment('When it last called what changes', { nullable: true })
  lastUse!: string | null;

  @Whole('Calls of what changes')
  calls!: number;

  @TextList('Operations and fields it uses that change')
  because!: string[];
}

/** Who is hurt by what changes from the version before. */
export class ImpactReport {
  @Code('Id of the version')
  id!: string;

  @Whole('Changes that hurt or may hurt')
  changes!: number;

  @Day('First day with a record of use; null where there is none', { nullable: true })
  recordedSince!: string | null;

  @ListOf('Consumers, those affected first', () => ConsumerImpact, { max: 1000 })
  consumers!: ConsumerImpact[];
}

/** What a consumer did with an operation. */
export class UsageView {
  @Code('Client id; `unnamed:…` for those that cannot be told apart')
  clientId!: string;

  @Code(contractName)
  contract!: string;

  @Text('Method and path', { max: 300 })
  operation!: string;

  @Whole('Calls')
  calls!: number;

  @Moment('Last call')
  lastUse!: string;

  @ListOf('Fields it sent', () => FieldCount, { max: 500 })
  sent!: FieldCount[];

  @ListOf('Fields it could have read', () => FieldCount, { max: 2000 })
  read!: FieldCount[];
}

/** How often a field was there; its values are kept nowhere. */
export class FieldCount {
  @Text('Field', { max: 300 })
  field!: string;

  @Whole('How often')
  count!: number;
}

/** Whose use to show. */
export class UsageQuery {
  @Code('Client id', { optional: true })
  clientId?: string;

  @Code(contractName, { optional: true })
  contract?: string;
}

/** What consumers do, the busiest first. */
export class UsageList {
  @ListOf('Use by consumer and operation', () => UsageView, { max: 1000 })
  items!: UsageView[];
}
