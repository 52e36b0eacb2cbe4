import { Choice, Code, Day, Flag, ListOf, Minutes, Nested, Text, Whole } from '../fields.js';
import { MoneyValue } from '../shared.js';

/** An assignment that may or may not be there yet. */
export class AssignmentQuestion {
  @Code('Worker number', { classification: 'personal' })
  workerNumber!: string;

  @Code('Our project code')
  project!: string;

  @Code('Role code')
  role!: string;

  @Day('First day')
  startDate!: string;

  @Day('Last day')
  endDate!: string;

  @Minutes('Time booked')
  minutes!: number;

  @Code('Id in the scheduler of the assignment that this one would replace', { optional: true })
  assignment?: string;
}

/** A reason why an assignment would not be carried to PSA and ERP. */
export class AssignmentFinding {
  @Code('Type of the exception it would raise, e.g. `assignment-conflict`')
  code!: string;

  @Text('Field that is wrong', { max: 120 })
  field!: string;

  @Text('What is wrong', { max: 1000 })
  message!: string;
}

/** Whether an assignment would be valid as things are now. */
export class AssignmentCheck {
  @Flag('Nothing speaks against it')
  valid!: boolean;

  @ListOf('Everything that speaks against it, the weightiest first', () => AssignmentFinding, { max: 200 })
  findings!: AssignmentFinding[];

  @Nested('What it sells, at the rate agreed for the role', () => MoneyValue, {
    nullable: true,
    classification: 'confidential',
  })
  value!: MoneyValue | null;
}

export const utilisationGroups = ['worker', 'practice', 'region'] as const;

/** Which weeks to forecast, and for whom. */
export class UtilisationQuery {
  @Day('First day; its whole week counts')
  from!: string;

  @Day('Last day, at most 53 weeks later; its whole week counts')
  to!: string;

  @Choice('One line a worker, practice or region', utilisationGroups)
  groupBy!: (typeof utilisationGroups)[number];
}

/** How much of what can be worked in a week is planned. */
export class UtilisationLine {
  @Text('Worker number, practice or region; null where the HR system does not say', {
    nullable: true,
    classification: 'personal',
  })
  group!: string | null;

  @Day('Monday of the week')
  week!: string;

  @Minutes('Time planned on projects')
  plannedMinutes!: number;

  @Minutes('Time that can be worked, without holidays and leave')
  capacityMinutes!: number;

  @Whole('Planned of what can be worked, in hundredths of a per cent; null where nothing can be worked', {
    nullable: true,
  })
  utilisation!: number | null;
}

/** The forecast of utilisation, by week and group. */
export class UtilisationForecast {
  @ListOf('A line a week and group', () => UtilisationLine, { max: 100_000 })
  items!: UtilisationLine[];
}
