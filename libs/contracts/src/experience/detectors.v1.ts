import { Code, Flag, ListOf, Moment, Nested, Text, Whole } from '../fields.js';
import { MoneyValue } from '../shared.js';
import { Dated } from './kpis.v1.js';

/** A disconnect between systems that is looked for all the time. */
export class DetectorView {
  @Code('Id, Q1 to Q19')
  id!: string;

  @Text('Name')
  name!: string;

  @Text('What it looks at, and when it lights', { max: 500 })
  watches!: string;

  @Flag('Something is apart now')
  lit!: boolean;

  @Whole('Things that are apart')
  findings!: number;

  @Moment('Since when the oldest of them is; null while it is dark', { nullable: true })
  since!: string | null;

  @ListOf('Money at risk, a currency each', () => MoneyValue, { max: 50, classification: 'confidential' })
  moneyAtRisk!: MoneyValue[];

  @Code('Role that acts')
  owner!: string;

  @Text('What to do: name of the runbook', { max: 120 })
  runbook!: string;
}

/** The detectors, those that are lit first. */
export class DetectorList extends Dated {
  @ListOf('Detectors', () => DetectorView, { max: 100 })
  items!: DetectorView[];
}

/** Something that is apart. */
export class Finding {
  @Text('The record', { max: 300 })
  record!: string;

  @Text('In words', { nullable: true, max: 2000, classification: 'personal' })
  label!: string | null;

  @Text('Our project code', { nullable: true, max: 120 })
  project!: string | null;

  @Moment('Since when', { nullable: true })
  since!: string | null;

  @Nested('Money at risk', () => MoneyValue, { nullable: true, classification: 'confidential' })
  moneyAtRisk!: MoneyValue | null;
}

/** What a detector finds, the most money first. */
export class FindingList extends Dated {
  @Nested('The detector', () => DetectorView)
  detector!: DetectorView;

  @ListOf('Findings; the first 1000', () => Finding, { max: 1000 })
  items!: Finding[];
}
