import { Choice, Day, Flag, ListOf, Minutes, Moment, Nested, Text, Whole } from '../fields.js';
import { AssignmentFinding } from '../process/assignments.v1.js';
import { MoneyValue, PageQuery } from '../shared.js';
import { Dated, DatedPage } from './kpis.v1.js';

/** A week of a practice, region or worker. */
export class HeatMapCell {
  @Day('Its Monday')
  week!: string;

  @Minutes('What can be worked, without holidays and leave')
  capacityMinutes!: number;

  @Minutes('Planned on projects')
  plannedMinutes!: number;

  @Minutes('Sold, spread evenly over the working days of each deal')
  demandMinutes!: number;

  @Text('Planned in percent of what can be worked; null where nothing can', { nullable: true, max: 20 })
  load!: string | null;
}

/** Weeks of a practice, region or worker. */
export class HeatMapRow {
  @Text('Practice or region; null where the HR system does not say', { nullable: true })
  group!: string | null;

  @Text('Worker number, where a row is a worker', { nullable: true, max: 40, classification: 'personal' })
  worker!: string | null;

  @ListOf('Weeks', () => HeatMapCell, { max: 60 })
  weeks!: HeatMapCell[];
}

/** Capacity against demand, by week. */
export class HeatMap extends DatedPage {
  @ListOf('Rows, by name', () => HeatMapRow, { max: 200 })
  items!: HeatMapRow[];
}

export const heatMapGroupings = ['practice', 'region', 'worker'] as const;

/** By what to tell people apart. */
export class HeatMapQuery extends PageQuery {
  @Choice('A row each', heatMapGroupings, { optional: true })
  by?: (typeof heatMapGroupings)[number];
}

/** What a month of an assignment would bring, and when it would be invoiced. */
export class WhatIfMonth {
  @Text('Month worked, e.g. 2026-10', { max: 7 })
  month!: string;

  @Minutes('Time in it')
  minutes!: number;

  @Nested('At the rate agreed; null where there is none', () => MoneyValue, {
    nullable: true,
    classification: 'confidential',
  })
  revenue!: MoneyValue | null;

  @Nested(
    'The same less what the assignment it would replace brings in that month; null where it replaces none',
    () => MoneyValue,
    {
      nullable: true,
      classification: 'confidential',
    },
  )
  revenueChange!: MoneyValue | null;

  @Moment('Until when its time has to be approved to be billed in it; null where there is no cut-off', {
    nullable: true,
  })
  cutOff!: string | null;

  @Whole('Seconds until then; 0 once it is past', { nullable: true })
  secondsToCutOff!: number | null;
}

/** What an assignment, or a change of one, would do. */
export class WhatIf extends Dated {
  @Flag('Nothing speaks against it')
  valid!: boolean;

  @ListOf('Everything that speaks against it', () => AssignmentFinding, { max: 200 })
  findings!: AssignmentFinding[];

  @Nested('What it sells', () => MoneyValue, { nullable: true, classification: 'confidential' })
  revenue!: MoneyValue | null;

  @Nested('What its hours are assumed to cost; null where no cost is assumed for the role', () => MoneyValue, {
    nullable: true,
    classification: 'confidential',
  })
  cost!: MoneyValue | null;

  @Nested('What it sells less what it costs', () => MoneyValue, { nullable: true, classification: 'confidential' })
  margin!: MoneyValue | null;

  @Nested('The same less the margin of the assignment it would replace', () => MoneyValue, {
    nullable: true,
    classification: 'confidential',
  })
  marginChange!: MoneyValue | null;

  @ListOf('When it would be invoiced', () => WhatIfMonth, { max: 120 })
  months!: WhatIfMonth[];
}
