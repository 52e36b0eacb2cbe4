import { Choice, Code, Day, ListOf, Minutes, Text } from '../fields.js';

export const earnings = ['regular', 'overtime', 'leave'] as const;

/** Time of one person and day that is to be paid. What an hour pays is the payroll system's own knowledge. */
export class PayLine {
  @Code('Our reference of the line: the same reference is the same time')
  reference!: string;

  @Text('Worker number', { max: 40, classification: 'personal' })
  workerNumber!: string;

  @Choice('Kind of time', earnings)
  earning!: (typeof earnings)[number];

  @Day('Day worked')
  date!: string;

  @Minutes('Time')
  minutes!: number;

  @Code('Cost centre that bears it')
  costCentre!: string;
}

/** Pay data of one legal entity and pay period. */
export class PayDataBatch {
  @Code('Legal entity code')
  legalEntity!: string;

  @Day('First day of the pay period')
  periodStart!: string;

  @Day('Last day of the pay period')
  periodEnd!: string;

  @ListOf('Lines', () => PayLine, { max: 500 })
  lines!: PayLine[];
}

/** What became of one line. */
export class PayLineSettlement {
  @Code('Our reference of the line')
  reference!: string;

  @Choice('Taken, or refused by the payroll system', ['taken', 'refused'])
  outcome!: 'taken' | 'refused';

  @Text('Why it was refused', { nullable: true, max: 500 })
  reason!: string | null;
}

/** What became of a batch, line by line. */
export class PayDataSettlement {
  @ListOf('One settlement a line', () => PayLineSettlement, { max: 500 })
  lines!: PayLineSettlement[];
}
