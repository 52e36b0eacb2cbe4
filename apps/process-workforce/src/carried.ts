import type { Holder, hr } from '#contracts';
import type { WorkerChange } from '#platform';
import type { OnboardableWorker } from './onboarding-rules.js';

const attributes = {
  name: ['firstName', 'lastName', 'workEmail'],
  'legal-entity': ['legalEntity'],
  'cost-centre': ['costCentre'],
  grade: ['grade'],
  manager: ['managerId'],
  place: ['location', 'country'],
  'job-title': ['jobTitle'],
  capacity: ['weeklyMinutes'],
  skills: ['skills'],
  engagement: ['employmentType', 'supplier'],
} as const satisfies Record<WorkerChange, readonly (keyof hr.Worker)[]>;

type Attribute = (typeof attributes)[WorkerChange][number] | 'hireDate';

/** What HR said of a worker, as far as it matters to other systems. */
export type Reported = Required<Pick<hr.Worker, Attribute>>;

/** What other systems were told of a worker: as HR said, or as a person corrected it; nobody is carried through otherwise. */
export type Carried = Reported & {
  number: string;
  firstName: string;
  lastName: string;
  workEmail: string;
  legalEntity: string;
  costCentre: string;
  grade: string;
};

/** Which systems hold what; a manager, a place and a kind of engagement are held by none of them. */
const holdersOf: Record<WorkerChange, Holder[]> = {
  name: ['identity', 'erp', 'scheduling', 'psa'],
  'legal-entity': ['identity', 'erp', 'scheduling', 'psa'],
  'cost-centre': ['identity', 'erp', 'scheduling', 'psa'],
  grade: ['scheduling', 'psa'],
  manager: [],
  place: [],
  'job-title': ['identity'],
  capacity: ['scheduling'],
  skills: ['scheduling'],
  engagement: ['erp'],
};

export const reportedOf = (worker: Pick<hr.Worker, Attribute>): Reported => ({
  firstName: worker.firstName,
  lastName: worker.lastName,
  workEmail: worker.workEmail,
  employmentType: worker.employmentType,
  supplier: worker.supplier ?? null,
  hireDate: worker.hireDate,
  legalEntity: worker.legalEntity,
  costCentre: worker.costCentre,
  location: worker.location,
  country: worker.country,
  grade: worker.grade,
  jobTitle: worker.jobTitle,
  managerId: worker.managerId,
  weeklyMinutes: worker.weeklyMinutes,
  skills: worker.skills,
});

export const carriedOf = (worker: OnboardableWorker): Carried =>
  ({ ...reportedOf(worker), number: worker.number }) as Carried;

/** Every group of attributes in which HR says something else than before. */
export const changesBetween = (before: Reported, after: Reported): WorkerChange[] =>
  (Object.keys(attributes) as WorkerChange[]).filter((change) =>
    attributes[change].some((name) => said(before[name]) !== said(after[name])),
  );

/** What was carried through with what changed laid over it: a person's correction of anything else lasts. */
export const merged = (carried: Carried, worker: hr.Worker, changes: WorkerChange[]): hr.Worker => {
  const names = changes.flatMap((change): readonly Attribute[] => attributes[change]);
  const changed = Object.fromEntries(names.map((name) => [name, worker[name] ?? null]));
  return { ...worker, ...carried, hireDate: worker.hireDate, ...changed };
};

/** Systems that hold any of it, in the order they are told. */
export const holdersOfAny = (changes: WorkerChange[]): Holder[] =>
  (['identity', 'erp', 'scheduling', 'psa'] as const).filter((holder) =>
    changes.some((change) => holdersOf[change].includes(holder)),
  );

/** `cost centre US-STR → US-TEC`, a change each. */
export const inWords = (changes: WorkerChange[], before: Reported, after: Reported): string =>
  changes
    .map((change) => {
      const [name] = attributes[change];
      const told = attributes[change].length === 1 && change !== 'skills';
      const words = change.replaceAll('-', ' ');
      return told ? `${words} ${before[name] ?? 'none'} → ${after[name] ?? 'none'}` : words;
    })
    .join(', ');

/** Two lists of the same skills are the same; what is absent is null, however it is spelt. */
const said = (value: string | number | string[] | null | undefined): string =>
  JSON.stringify(Array.isArray(value) ? value.toSorted((a, b) => a.localeCompare(b)) : (value ?? null));
