import { Choice, Code, ListOf, Moment, Nested, Text, TextList, Whole } from '../fields.js';
import { MissingPart } from '../process/operations.v1.js';
import { MoneyValue, Page, PageQuery } from '../shared.js';

export const kpiUnits = ['money', 'minutes', 'seconds', 'days', 'count', 'percent'] as const;
export const kpiGroupings = ['practice', 'region', 'segment', 'client', 'legal-entity'] as const;
export type KpiGrouping = (typeof kpiGroupings)[number];

/** How old what is shown may be. */
export abstract class Dated {
  @Moment('Everything told up to this moment is in it')
  asOf!: string;

  @Whole('How far what is shown is behind what is known, in seconds')
  lagSeconds!: number;

  @ListOf('Sources that gave no answer of late, and since when; what they say is shown as it was', () => MissingPart, {
    max: 20,
  })
  missing!: MissingPart[];
}

/** One page of something, and how old it may be. */
export abstract class DatedPage extends Dated {
  @Text('Ask for the next page with this; null on the last one', { nullable: true, max: 500 })
  nextCursor!: string | null;
}

/** What a figure comes to. */
export class KpiFigure {
  @ListOf('Where its unit is money: an amount a currency', () => MoneyValue, {
    max: 50,
    classification: 'confidential',
  })
  amounts!: MoneyValue[];

  @Text('Otherwise: a decimal number in its unit; null where there is nothing to work it out from', {
    nullable: true,
    max: 40,
  })
  number!: string | null;

  @Whole('Records that count')
  records!: number;
}

/** A figure of some projects. */
export class KpiGroup extends KpiFigure {
  @Text('Practice, region, segment, client or legal entity; null where a record belongs to none', { nullable: true })
  group!: string | null;
}

/** A figure of the firm, and how it is defined. */
export class KpiView extends KpiFigure {
  @Code('Id')
  id!: string;

  @Text('Name')
  name!: string;

  @Text('How it is worked out', { max: 500 })
  formula!: string;

  @Choice('Unit', kpiUnits)
  unit!: (typeof kpiUnits)[number];

  @TextList('Systems whose records count', { max: 20 })
  sources!: string[];

  @Code('Role that answers for it')
  owner!: string;

  @TextList('Requirements it answers', { max: 20 })
  answers!: string[];

  @Whole('Open exceptions on the projects and records it counts')
  openExceptions!: number;
}

/** Every figure. */
export class KpiList extends Dated {
  @ListOf('Figures', () => KpiView, { max: 200 })
  items!: KpiView[];
}

/** One figure, and its parts. */
export class KpiDetail extends Dated {
  @Nested('The figure', () => KpiView)
  kpi!: KpiView;

  @ListOf('Its parts, where asked for; the largest first', () => KpiGroup, { max: 1000 })
  groups!: KpiGroup[];
}

/** How to take a figure apart. */
export class KpiQuery {
  @Choice('By what its projects are told apart', kpiGroupings, { optional: true })
  by?: KpiGrouping;
}

/** A record that counts. */
export class KpiRecord {
  @Text('System that holds it', { max: 60 })
  system!: string;

  @Text('The record there', { max: 300 })
  record!: string;

  @Text('In words', { nullable: true, max: 2000, classification: 'personal' })
  label!: string | null;

  @Text('Our project code', { nullable: true, max: 120 })
  project!: string | null;

  @Nested('What it adds, where the unit is money', () => MoneyValue, { nullable: true, classification: 'confidential' })
  amount!: MoneyValue | null;

  @Text('What it adds otherwise', { nullable: true, max: 40 })
  number!: string | null;

  @Text('Of a share: what it is a part of', { nullable: true, max: 40, classification: 'confidential' })
  base!: string | null;

  @Moment('When that system said so', { nullable: true })
  at!: string | null;

  @Whole('Open exceptions on it or its project')
  openExceptions!: number;
}

/** Records behind a figure, those that add most first. */
export class KpiRecordPage extends Page {
  @Moment('Everything told up to this moment is in it')
  asOf!: string;

  @Whole('How far what is shown is behind what is known, in seconds')
  lagSeconds!: number;

  @ListOf('Records', () => KpiRecord, { max: 200 })
  items!: KpiRecord[];
}

/** Which records to read. */
export class KpiRecordQuery extends PageQuery {
  @Text('Only of this project', { optional: true, max: 120 })
  project?: string;
}
