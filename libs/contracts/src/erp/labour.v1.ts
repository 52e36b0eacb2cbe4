import { Code, Day, Minutes, Nested, Text } from '../fields.js';
import { MoneyValue } from '../shared.js';

/** What somebody's work on a project costs the firm, by assumption; without time it is taken back. */
export class LabourState {
  @Code('Our project code')
  project!: string;

  @Code('Worker number', { classification: 'personal' })
  workerNumber!: string;

  @Code('Labour category: the role code')
  role!: string;

  @Code('Cost centre that bears the work')
  costCentre!: string;

  @Day('First day')
  startDate!: string;

  @Day('Last day')
  endDate!: string;

  @Minutes('Time planned')
  minutes!: number;

  @Nested('What an hour of the category is assumed to cost', () => MoneyValue, {
    nullable: true,
    classification: 'confidential',
  })
  hourlyCost!: MoneyValue | null;
}

/** What the firm commits to pay for a contractor; an amount of zero takes it back. */
export class PurchaseCommitmentState {
  @Code('Legal entity that buys')
  legalEntity!: string;

  @Text('Supplier the contractor comes from, as the ERP names it')
  supplier!: string;

  @Code('Worker number of the contractor', { classification: 'personal' })
  workerNumber!: string;

  @Code('Cost centre that bears it')
  costCentre!: string;

  @Day('First day')
  startDate!: string;

  @Day('Last day')
  endDate!: string;

  @Nested('What is committed in all', () => MoneyValue, { classification: 'confidential' })
  amount!: MoneyValue;

  @Text('Description', { max: 500 })
  description!: string;
}
