import type { Worker as Person } from '../../firm/firm.js';
import { type Instance, listed } from './identity.js';
import { isContingent } from './worker.js';

/** Assumption, unconfirmed by the vendor: the names of the processes; that each kind of change has its own is not. */
const changeProcesses: Record<string, (keyof Person)[]> = {
  'Legal Name Change': ['firstName', 'lastName'],
  'Contact Information Change': ['email'],
  'Change Job': ['jobTitle', 'grade', 'location', 'country', 'weeklyHours', 'employmentType', 'manager'],
  'Change Organization Assignments': ['legalEntity', 'costCentre'],
  'Request Compensation Change': ['pay'],
  'Manage Skills': ['skills'],
};

export const hireProcess = (person: Pick<Person, 'employmentType'>): string =>
  isContingent(person) ? 'Contract Contingent Worker' : 'Hire Employee';

export const endProcess = (person: Pick<Person, 'employmentType'>): string =>
  isContingent(person) ? 'End Contingent Worker Contract' : 'Terminate Employee';

export const processes: string[] = [
  ...Object.keys(changeProcesses),
  ...(['Full-Time', 'Contractor'] as const).flatMap((employmentType) => [
    hireProcess({ employmentType }),
    endProcess({ employmentType }),
  ]),
];

export const processInstance = (process: string): Instance =>
  listed('Business_Process_Type', 'Business_Process_Type', process);

/** What somebody edited, by the process each field is changed through; refuses what no process changes. */
export function byProcess(fields: Partial<Person>): [process: string, fields: Partial<Person>][] {
  const known = Object.values(changeProcesses).flat();
  const unknown = Object.keys(fields).filter((name) => !known.includes(name as keyof Person));
  if (unknown.length > 0) throw new Error(`cannot be edited: ${unknown.join(', ')}; use ${known.join(', ')}`);
  return Object.entries(changeProcesses)
    .map(([process, names]): [string, Partial<Person>] => [
      process,
      Object.fromEntries(names.filter((name) => name in fields).map((name) => [name, fields[name]])),
    ])
    .filter(([, changed]) => Object.keys(changed).length > 0);
}
