import { Code, Flag, ListOf, Moment, Text, Whole } from '../fields.js';

/** How a read that nobody needed went: token, system API, vendor and back. */
export class SyntheticCheck {
  @Code('Instance')
  instance!: string;

  @Code('Domain')
  domain!: string;

  @Moment('Last asked')
  checkedAt!: string;

  @Flag('It was answered')
  succeeded!: boolean;

  @Whole('How long the answer took, in milliseconds')
  milliseconds!: number;

  @Text('Why there was no answer', { nullable: true, max: 500 })
  failure!: string | null;

  @Whole('Checks of the last day')
  checks!: number;

  @Whole('Of these, those that were not answered')
  failed!: number;

  @Whole('How long half of them took at most, in milliseconds')
  medianMilliseconds!: number;
}

/** The last check of each instance, those that failed first. */
export class SyntheticCheckList {
  @ListOf('Checks', () => SyntheticCheck, { max: 500 })
  items!: SyntheticCheck[];
}
