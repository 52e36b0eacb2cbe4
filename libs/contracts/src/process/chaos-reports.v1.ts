import { Choice, Code, ListOf, Moment, Text, TextList, Whole } from '../fields.js';

/** How often one kind of fault happened. */
export class ChaosFault {
  @Text('Kind of fault', { max: 60 })
  kind!: string;

  @Whole('How often it happened')
  times!: number;
}

/** An invariant, and whether it held. */
export class ChaosPromise {
  @Code('Invariant, e.g. I1')
  name!: string;

  @Text('What has to hold')
  promise!: string;

  @Whole('Cases in which it did not')
  failures!: number;
}

/** What a chaos run came to. */
export class NewChaosReport {
  @Moment('When it began')
  startedAt!: string;

  @Whole('How long it took, in seconds')
  seconds!: number;

  @Whole('Seed: the same one does the same again')
  seed!: number;

  @Choice('Queue', ['postgres', 'redis'])
  queue!: 'postgres' | 'redis';

  @Whole('Pieces of work that were asked for')
  workflows!: number;

  @Whole('Runs they made')
  runs!: number;

  @Whole('Effects at vendors')
  effects!: number;

  @Whole('Calls at vendors')
  calls!: number;

  @Whole('Results that nobody knew at first')
  ambiguous!: number;

  @ListOf('Faults that happened', () => ChaosFault, { max: 100 })
  faults!: ChaosFault[];

  @ListOf('What was held to', () => ChaosPromise, { max: 100 })
  promises!: ChaosPromise[];

  @Whole('Cases of something lost')
  lost!: number;

  @Whole('Cases of something done twice')
  duplicate!: number;

  @Whole('Cases of something that never ended')
  stuck!: number;

  @Whole('Seconds from the last fault until nothing moved; null where something never stopped', { nullable: true })
  quietAfterSeconds!: number | null;

  @TextList('Processes that ended by themselves', { longest: 4000 })
  collapses!: string[];

  @TextList('What did not happen, so that the run says nothing')
  wanting!: string[];
}

/** A chaos run on record. */
export class ChaosReport extends NewChaosReport {
  @Code('Id')
  id!: string;

  @Choice('Everything held; something broke; or too little happened to say', ['held', 'broken', 'void'])
  verdict!: 'held' | 'broken' | 'void';

  @Moment('When it was put on record')
  reportedAt!: string;

  @Text('By whom')
  reportedBy!: string;
}

/** The chaos runs on record, the newest first. */
export class ChaosReportList {
  @ListOf('Chaos runs', () => ChaosReport, { max: 50 })
  items!: ChaosReport[];
}
