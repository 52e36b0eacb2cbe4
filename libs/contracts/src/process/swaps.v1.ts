import { Choice, Code, Flag, ListOf, Moment, Text, TextList, Whole } from '../fields.js';

export const swapDomains = ['erp'] as const;
export const swapActions = ['dual-run', 'switch', 'back', 'end'] as const;

/** Whose system is exchanged. */
export class SwapTarget {
  @Choice('Domain', swapDomains)
  domain!: (typeof swapDomains)[number];

  @Code('Legal entity code')
  legalEntity!: string;
}

/** A step of exchanging one system for another. */
export class SwapRequest extends SwapTarget {
  @Choice(
    '`dual-run` repeats every write to the new system, `switch` makes it the live one and shadows it to the old, `back` ' +
      'takes a switch back, `end` stops repeating',
    swapActions,
  )
  action!: (typeof swapActions)[number];

  @Code('Instance that is live before this step')
  from!: string;

  @Code('Instance that is the other one')
  to!: string;

  @Text('Why; kept in the audit trail', { max: 1000 })
  reason!: string;

  @Code('`selection` of a report: a switch is refused while there are other reasons against it than these', {
    optional: true,
  })
  accepted?: string;
}

/** A decision about who serves a legal entity. */
export class SwapDecision extends SwapTarget {
  @Code('Id')
  id!: string;

  @Choice('Step', swapActions)
  action!: (typeof swapActions)[number];

  @Choice('`unconfirmed` waits for a second person', ['unconfirmed', 'decided'])
  state!: 'unconfirmed' | 'decided';

  @Code('Instance that serves from then on')
  live!: string;

  @Code('Instance that every write is repeated to', { nullable: true })
  shadow!: string | null;

  @Text('Why', { max: 1000 })
  reason!: string;

  @Text('Who asked for it')
  requestedBy!: string;

  @Text('Who confirmed it', { nullable: true })
  confirmedBy!: string | null;

  @Moment('What begins from then on follows it; what began before ends where it began', { nullable: true })
  since!: string | null;
}

/** Every decision, the newest first. */
export class SwapDecisionList {
  @ListOf('Decisions', () => SwapDecision, { max: 200 })
  items!: SwapDecision[];
}

/** Something that is not the same in both systems. */
export class SwapDifference {
  @Text('Record, e.g. `project P-OPP-102`', { max: 300 })
  record!: string;

  @Text('Field, in business terms', { max: 60 })
  field!: string;

  @Text('In the live system', { max: 500, classification: 'confidential' })
  live!: string;

  @Text('In its shadow', { max: 500, classification: 'confidential' })
  shadow!: string;

  @TextList('Workflows that wrote the record')
  workflows!: string[];
}

/** Whether a workflow could go on with the shadow as its live system. */
export class SwapVerdict {
  @Text('Workflow')
  workflow!: string;

  @Flag('It could')
  ready!: boolean;

  @Whole('Writes repeated')
  done!: number;

  @Whole('Writes still to be repeated')
  waiting!: number;

  @Whole('Writes the shadow refused')
  failed!: number;

  @TextList('Why it could not', { longest: 1000 })
  reasons!: string[];
}

/** What was compared. */
export class SwapCount {
  @Text('Kind of record')
  kind!: string;

  @Whole('How many are the same, as far as the contract shows')
  same!: number;

  @Whole('How many are not')
  different!: number;
}

/** Both systems held against each other, through their system APIs. */
export class SwapReport extends SwapTarget {
  @Code('Instance that serves now')
  live!: string;

  @Code('Instance that shadows it')
  shadow!: string;

  @Flag('Every workflow seen is ready, and the shadow can do all the live system can')
  ready!: boolean;

  @ListOf('Records compared', () => SwapCount, { max: 20 })
  compared!: SwapCount[];

  @ListOf('What differs', () => SwapDifference, { max: 1000 })
  differences!: SwapDifference[];

  @ListOf('Each workflow that wrote since the dual run began', () => SwapVerdict, { max: 100 })
  verdicts!: SwapVerdict[];

  @TextList('Operations the live system has and the shadow has not, with the reason', { longest: 1000 })
  unsupported!: string[];

  @TextList('What no question of the contract answers, and was not compared', { longest: 1000 })
  unseen!: string[];

  @TextList('Everything that stands against a switch', { max: 1000, longest: 1000 })
  reasons!: string[];

  @Code('Stands for exactly these reasons')
  selection!: string;
}

/** Writes that are to be tried again. */
export class SwapRetry {
  @Whole('How many')
  writes!: number;
}
