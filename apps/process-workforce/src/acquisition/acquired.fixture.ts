import type { AcquiredRow } from './acquisition-file.js';
import type { Directory, KnownPerson } from './directory.js';
import { nobodyYet } from './duplicates.js';
import type { KeptRow } from './acquisition.repository.js';

/** Somebody of an acquired firm about whom everything is clear. */
export const acquired = (row: number, changes: Partial<AcquiredRow> = {}): KeptRow => ({
  row,
  number: `H-${row}`,
  firstName: 'Ada',
  lastName: `Rowe${'x'.repeat(row)}`,
  email: `h${row}@halloway.example`,
  hireDate: '2020-03-02',
  employmentType: 'employee',
  location: 'Boston Office',
  country: 'US',
  costCentre: 'US Tech',
  grade: 'Snr Consultant',
  jobTitle: null,
  manager: null,
  weeklyMinutes: 2400,
  skills: ['Java'],
  match: nobodyYet,
  leftOut: false,
  samePersonAs: null,
  pass: null,
  ...changes,
});

export const ours = (changes: Partial<KnownPerson> = {}): KnownPerson => ({
  id: '11',
  number: '1011',
  name: 'Grace Whitfield',
  email: 'grace.whitfield@meridian.example',
  location: 'Boston',
  ...changes,
});

const texts = (...values: string[]) => values.map((value) => ({ value, texts: [value] }));

/** What a firm like the example's has. */
export const directory = (people: KnownPerson[] = [ours()]): Directory => ({
  people,
  targets: {
    grade: texts('Consultant', 'Senior Consultant', 'Manager', 'Project Manager', 'Architect'),
    location: texts('Boston', 'Chicago'),
    skill: [
      { value: 'SKL-JAVA', texts: ['SKL-JAVA', 'Java'] },
      { value: 'SKL-SQL', texts: ['SKL-SQL', 'SQL'] },
    ],
    'cost-centre': [
      { value: 'US-TEC', texts: ['US-TEC', 'Technology US'] },
      { value: 'US-DAT', texts: ['US-DAT', 'Data US'] },
    ],
    'job-title': texts('Engagement Manager'),
  },
});
