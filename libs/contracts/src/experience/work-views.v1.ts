import { Choice, Code, Day, Flag, ListOf, Minutes, Moment, Nested, Text, TextList, Whole } from '../fields.js';
import { MoneyValue } from '../shared.js';
import { Dated, DatedPage } from './kpis.v1.js';

/** A project between its deal and its last invoice. */
export class ProjectLine {
  @Text('The firm’s code of the deal', { max: 120 })
  deal!: string;

  @Text('Our project code; null until it is created', { nullable: true, max: 120 })
  project!: string | null;

  @Text('Name')
  name!: string;

  @Text('Client', { nullable: true })
  client!: string | null;

  @Text('Practice', { nullable: true, max: 60 })
  practice!: string | null;

  @Text('Region', { nullable: true, max: 60 })
  region!: string | null;

  @Text('Legal entity', { nullable: true, max: 60 })
  legalEntity!: string | null;

  @Day('First day', { nullable: true })
  startDate!: string | null;

  @Moment('Deal won', { nullable: true })
  wonAt!: string | null;

  @Moment('Financially active', { nullable: true })
  activatedAt!: string | null;

  @Moment('Ready for staffing', { nullable: true })
  staffingReadyAt!: string | null;

  @Whole('Won to active, or to now, in seconds', { nullable: true })
  setUpSeconds!: number | null;

  @Nested('Value of the deal', () => MoneyValue, { nullable: true, classification: 'confidential' })
  value!: MoneyValue | null;

  @Nested('Billed so far', () => MoneyValue, { nullable: true, classification: 'confidential' })
  billed!: MoneyValue | null;

  @Whole('People promised to it')
  assignments!: number;

  @TextList('What holds it up: types of open exceptions')
  holds!: string[];
}

/** Projects, those that are held up first. */
export class ProjectLineList extends DatedPage {
  @ListOf('Projects', () => ProjectLine, { max: 200 })
  items!: ProjectLine[];
}

export const ages = ['week', 'month', 'quarter', 'older'] as const;

/** Approved time that is not billed, of one age. */
export class AgeBucket {
  @Text('Legal entity; null where it is not known yet', { nullable: true, max: 60 })
  legalEntity!: string | null;

  @Text('Billing cycle, e.g. 2026-10', { max: 7 })
  cycle!: string;

  @Choice('Since the day worked: up to 7, 30 or 90 days, or longer', ages)
  age!: (typeof ages)[number];

  @Moment('Cut-off of the cycle; null where there is none', { nullable: true })
  cutOff!: string | null;

  @Whole('Entries')
  entries!: number;

  @Whole('Of these, entries that need a person')
  stopped!: number;

  @Minutes('Time')
  minutes!: number;

  @ListOf('Price, a currency each', () => MoneyValue, { max: 50, classification: 'confidential' })
  amounts!: MoneyValue[];
}

/** Unbilled approved time by legal entity, cycle and age. */
export class BillingAges extends Dated {
  @ListOf('Oldest first', () => AgeBucket, { max: 1000 })
  items!: AgeBucket[];
}

/** When a legal entity posts, and until when what was worked must be approved. */
export class WindowView {
  @Code('Legal entity')
  legalEntity!: string;

  @Text('How often approved work is posted, e.g. 15m', { max: 20 })
  every!: string;

  @Flag('The books take postings now')
  open!: boolean;

  @Moment('When they open; null where they are open or nobody has said', { nullable: true })
  opensAt!: string | null;

  @Text('The cycle whose cut-off comes next, e.g. 2026-11; null where there is no cut-off', { nullable: true, max: 7 })
  cycle!: string | null;

  @Moment('That cut-off', { nullable: true })
  cutOff!: string | null;

  @Whole('Seconds until then', { nullable: true })
  secondsToCutOff!: number | null;

  @Whole('Entries that are not posted')
  entries!: number;

  @ListOf('Their price, a currency each', () => MoneyValue, { max: 50, classification: 'confidential' })
  amounts!: MoneyValue[];
}

/** Posting windows and the cut-off clock. */
export class WindowList extends Dated {
  @ListOf('Legal entities', () => WindowView, { max: 200 })
  items!: WindowView[];
}

/** Somebody on the way from hired to staffable. */
export class OnboardingView {
  @Text('Worker number; null until they are set up', { nullable: true, max: 40, classification: 'personal' })
  number!: string | null;

  @Text('HR instance', { max: 120 })
  instance!: string;

  @Text('Id in that instance', { nullable: true, max: 120, classification: 'personal' })
  workerId!: string | null;

  @Choice('Where they are', ['under-way', 'stopped', 'ready', 'leaving', 'left'])
  state!: 'under-way' | 'stopped' | 'ready' | 'leaving' | 'left';

  @Moment('When the HR system told of the hire', { nullable: true })
  hiredAt!: string | null;

  @Moment('When they were set up everywhere', { nullable: true })
  readyAt!: string | null;

  @Whole('From one to the other, or to now, in seconds', { nullable: true })
  seconds!: number | null;

  @TextList('What they wait for: types of open exceptions')
  holds!: string[];
}

/** People, those who wait first. */
export class OnboardingList extends DatedPage {
  @ListOf('People', () => OnboardingView, { max: 200 })
  items!: OnboardingView[];
}
