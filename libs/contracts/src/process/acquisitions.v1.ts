import { Choice, Code, ListOf, Moment, Text, TextList, Whole } from '../fields.js';

/** Somebody of an acquired firm, in that firm's own words. */
export class AcquiredPerson {
  @Text('Number in the acquired firm; kept as the worker number', { optional: true, classification: 'personal' })
  number?: string;

  @Text('Given name', { optional: true, classification: 'personal' })
  firstName?: string;

  @Text('Family name', { optional: true, classification: 'personal' })
  lastName?: string;

  @Text('Work e-mail', { optional: true, max: 254, classification: 'personal' })
  email?: string;

  @Text('First day, YYYY-MM-DD', { optional: true, classification: 'personal' })
  hireDate?: string;

  @Text('`employee` or `contractor`', { optional: true })
  employmentType?: string;

  @Text('Place of work', { optional: true })
  location?: string;

  @Text('Country of work', { optional: true })
  country?: string;

  @Text('Cost centre', { optional: true })
  costCentre?: string;

  @Text('Grade', { optional: true })
  grade?: string;

  @Text('Job title', { optional: true })
  jobTitle?: string;

  @Text('Number, work e-mail or name of the manager', { optional: true, classification: 'personal' })
  manager?: string;

  @Text('Contracted hours a week, e.g. 37.5', { optional: true })
  weeklyHours?: string;

  @TextList('Skills', { optional: true, max: 50 })
  skills?: string[];
}

/** People of an acquired firm who are to become staffable. */
export class AcquisitionRequest {
  @Text('Name of the acquired firm or of this part of it', { max: 120 })
  name!: string;

  @Code('Legal entity that takes the people over')
  legalEntity!: string;

  @Text('The people as CSV with a header; the columns are the fields of `people`, skills divided by semicolons', {
    optional: true,
    max: 240_000,
    classification: 'personal',
  })
  csv?: string;

  @ListOf('The people, instead of `csv`', () => AcquiredPerson, { optional: true, max: 1000 })
  people?: AcquiredPerson[];

  @Text('Why; kept in the audit trail', { max: 1000 })
  reason!: string;
}

export const mappingKinds = ['grade', 'location', 'skill', 'cost-centre', 'job-title', 'manager'] as const;
export type MappingKind = (typeof mappingKinds)[number];

/** One of our own values that may be meant. */
export class MappingCandidate {
  @Text('Our value', { classification: 'personal' })
  value!: string;

  @Whole('How alike the words are, 0 to 100', { max: 100 })
  score!: number;
}

export const mappingStates = ['accepted', 'proposed', 'unclear'] as const;
export type MappingState = (typeof mappingStates)[number];

/** What one value of an acquired firm means with us, and why. */
export class AcquisitionMapping {
  @Choice('What the value says', mappingKinds)
  kind!: MappingKind;

  @Text('The value in the file', { classification: 'personal' })
  foreign!: string;

  @Text('Our value; null where none is known, or where a person left it out', {
    nullable: true,
    classification: 'personal',
  })
  value!: string | null;

  @Choice('`accepted` counts, `proposed` waits for a person, `unclear` is an exception', mappingStates)
  state!: MappingState;

  @Whole('How alike the words are, 0 to 100', { max: 100 })
  score!: number;

  @Text('Why, in words', { max: 1000, classification: 'personal' })
  evidence!: string;

  @ListOf('What else may be meant, most alike first', () => MappingCandidate, { max: 3 })
  candidates!: MappingCandidate[];

  @Whole('Rows that have the value')
  rows!: number;

  @Text('Who accepted it; `rule` where nobody had to', { nullable: true })
  decidedBy!: string | null;

  @Whole('Goes up with every change', { min: 1 })
  version!: number;
}

/** Every value of an acquisition that is not ours. */
export class AcquisitionMappingList {
  @ListOf('Mappings: unclear first, then proposed, then accepted', () => AcquisitionMapping, { max: 5000 })
  items!: AcquisitionMapping[];
}

/** Which foreign value of which acquisition. */
export class MappingPath {
  @Code('Id of the acquisition')
  id!: string;

  @Choice('What the value says', mappingKinds)
  kind!: MappingKind;

  @Text('The value in the file', { classification: 'personal' })
  foreign!: string;
}

/** What a value means with us. */
export class MappingDecision {
  @Text('Our value; null leaves the value out, which only a skill, a job title or a manager can be', { nullable: true })
  value!: string | null;

  @Whole('`version` that was looked at; refused where somebody changed it since', { min: 1 })
  version!: number;

  @Text('Why; kept in the audit trail', { max: 1000 })
  reason!: string;
}

export const rowStates = [
  'ready',
  'matched',
  'waiting-for-mapping',
  'exception',
  'left-out',
  'queued',
  'onboarding',
  'stopped',
  'staffable',
] as const;
export type AcquisitionRowState = (typeof rowStates)[number];

/** Where one person stands. */
export class AcquisitionRow {
  @Whole('Line of the file, or place in `people`', { min: 1 })
  row!: number;

  @Text('Worker number', { max: 40, classification: 'personal' })
  workerNumber!: string;

  @Choice(
    '`ready` can be loaded, `matched` is one of our people already, `queued` comes later in this load, `stopped` has an exception in the onboarding',
    rowStates,
  )
  state!: AcquisitionRowState;

  @Text('What it waits for, or whom it was matched with', { nullable: true, max: 2000, classification: 'personal' })
  reason!: string | null;

  @Code('Run of the onboarding', { nullable: true })
  runId!: string | null;
}

/** How many rows are in a state. */
export class AcquisitionCount {
  @Choice('State', rowStates)
  state!: AcquisitionRowState;

  @Whole('Rows')
  rows!: number;
}

export const acquisitionStates = ['uploaded', 'loading', 'paused', 'cancelled'] as const;

/** People of an acquired firm on their way to being staffable, counted. */
export class AcquisitionSummary {
  @Code('Id')
  id!: string;

  @Text('Name')
  name!: string;

  @Code('Legal entity that takes the people over')
  legalEntity!: string;

  @Choice('`loading` once somebody let it be loaded, also when all that is clear is through', acquisitionStates)
  state!: (typeof acquisitionStates)[number];

  @Text('Who uploaded it')
  uploadedBy!: string;

  @Text('Who let it be loaded', { nullable: true })
  loadedBy!: string | null;

  @Moment('Uploaded')
  createdAt!: string;

  @ListOf('Rows by state', () => AcquisitionCount, { max: 20 })
  counts!: AcquisitionCount[];

  @Whole('Values of the file that wait for a person to say what they mean')
  openMappings!: number;
}

/** The acquisitions of late. */
export class AcquisitionList {
  @ListOf('Acquisitions, the newest first; the last 50', () => AcquisitionSummary, { max: 50 })
  items!: AcquisitionSummary[];
}

/** People of an acquired firm on their way to being staffable, one by one. */
export class AcquisitionView extends AcquisitionSummary {
  @ListOf('Every row', () => AcquisitionRow, { max: 1000 })
  rows!: AcquisitionRow[];
}

/** What a load would do now. */
export class AcquisitionRehearsal {
  @Whole('People who would be onboarded')
  created!: number;

  @Whole('People who are ours already')
  matched!: number;

  @Whole('People who would have to wait for a person, with an exception or for a mapping')
  refused!: number;

  @TextList('The exceptions that would be raised', { max: 1000 })
  exceptions!: string[];

  @ListOf('Every row', () => AcquisitionRow, { max: 1000 })
  rows!: AcquisitionRow[];
}

/** Why a load is begun. */
export class AcquisitionLoad {
  @Text('Why; kept in the audit trail', { max: 1000 })
  reason!: string;
}

export const acquisitionControls = ['pause', 'resume', 'cancel'] as const;

/** What is to become of a load. */
export class AcquisitionControl {
  @Choice('`pause`: begin nobody further until `resume`; `cancel`: not at all', acquisitionControls)
  action!: (typeof acquisitionControls)[number];

  @Text('Why; kept in the audit trail', { max: 1000 })
  reason!: string;
}
