import { Choice, Flag, ListOf, Nested, Text, Whole } from '../fields.js';
import { SwapDecision, swapDomains, SwapReport } from '../process/swaps.v1.js';
import { MoneyValue } from '../shared.js';
import { Dated } from './kpis.v1.js';

/** What hangs on the system of a legal entity now. */
export class CutoverImpact {
  @Text('Legal entity', { max: 60 })
  legalEntity!: string;

  @Whole('Projects of it')
  projects!: number;

  @Whole('Open exceptions on them')
  openExceptions!: number;

  @ListOf('Money at risk in these, a currency each', () => MoneyValue, { max: 50, classification: 'confidential' })
  atRisk!: MoneyValue[];

  @Whole('Approved time entries that are not billed')
  unbilledEntries!: number;

  @ListOf('Their price, a currency each', () => MoneyValue, { max: 50, classification: 'confidential' })
  unbilled!: MoneyValue[];
}

/** A system of a legal entity that is being exchanged. */
export class CutoverView {
  @Nested('The last decision about it', () => SwapDecision)
  decision!: SwapDecision;

  @Flag('Both systems run, and can be compared')
  comparable!: boolean;

  @Nested('What hangs on it', () => CutoverImpact)
  impact!: CutoverImpact;
}

/** Every exchange of a system, those that wait for a second person first. */
export class CutoverList extends Dated {
  @ListOf('Cut-overs', () => CutoverView, { max: 200 })
  items!: CutoverView[];
}

/** One cut-over by workflow: whether each could go on with the other system as its live one. */
export class CutoverDetail {
  @Nested('Both systems held against each other', () => SwapReport)
  report!: SwapReport;

  @Nested('What hangs on it', () => CutoverImpact)
  impact!: CutoverImpact;
}

/** Whose system. */
export class CutoverPath {
  @Choice('Domain', swapDomains)
  domain!: (typeof swapDomains)[number];

  @Text('Legal entity', { max: 60 })
  legalEntity!: string;
}
