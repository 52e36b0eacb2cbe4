import type { hr } from '#contracts';
import { type Carried, carriedOf, reportedOf } from './carried.js';
import type { OnboardableWorker } from './onboarding-rules.js';
import type { Person } from './person.repository.js';

/** A consultant in Boston, as HR has them. */
export const aWorker = (changes: Partial<hr.Worker> = {}): hr.Worker => ({
  id: '200',
  number: '1042',
  firstName: 'Ines',
  lastName: 'Halloran',
  workEmail: 'ines.halloran@meridian.example',
  employmentType: 'employee',
  status: 'active',
  hireDate: '2024-01-08',
  terminationDate: null,
  legalEntity: 'MER-US',
  costCentre: 'US-STR',
  location: 'Boston',
  country: 'US',
  grade: 'Consultant',
  jobTitle: 'Consultant',
  managerId: '100',
  weeklyMinutes: 2400,
  skills: ['SKL-CHANGE', 'SKL-STRAT'],
  modifiedAt: '2026-11-01T08:00:00Z',
  ...changes,
});

export const carried = (changes: Partial<hr.Worker> = {}): Carried => carriedOf(aWorker(changes) as OnboardableWorker);

/** The same consultant as carried through. */
export const aPerson = (changes: Partial<Person> = {}): Person => ({
  number: '1042',
  instance: 'bamboohr',
  workerId: '200',
  standing: 'active',
  lastDay: null,
  notice: null,
  reported: reportedOf(aWorker()),
  carried: carried(),
  places: {},
  noted: null,
  updatedAt: '2026-11-01T08:00:00Z',
  ...changes,
});
