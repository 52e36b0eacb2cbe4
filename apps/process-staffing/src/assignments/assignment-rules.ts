import type { hr, Project } from '#contracts';
import { Failure, type Money } from '#kernel';
import type { EstateView, RoleConstraint } from '#platform';
import { plannedByDay } from '../calendar.js';
import { type Calendar, employedOf, workingTimeOf } from '../people/calendars.js';
import { priceByDay, ratesOf } from '../rates.js';
import { type Booking, isTooLong, longestDays } from './staffing-facts.js';
import { missedByLeave, type Overload, overbookedWeeks } from './workload.js';

/** An assignment somebody wants carried through; what the scheduler does not say is null. */
export interface Wanted {
  /** In the scheduler, where it is there already. */
  id: string | null;
  workerNumber: string | null;
  project: string | null;
  /** Role code, and the name the scheduler has for it. */
  role: string | null;
  roleName: string | null;
  startDate: string | null;
  endDate: string | null;
  minutes: number;
}

/** Everything its validity depends on. */
export interface Facts {
  wanted: Wanted;
  worker: hr.Worker | null;
  project: Project | null;
  isStaffingReady: boolean;
  calendar: Calendar;
  others: Booking[];
}

/** Something that speaks against an assignment. */
export interface Finding {
  code: string;
  field: string;
  message: string;
  remedy: string;
  /** What cannot be worked or sold because of it; all of the assignment unless said. */
  minutes?: number;
}

const most = 20;

/** Everything that speaks against an assignment, the weightiest first (K4, K5, K7, K8, K11, K12, K16, K17). */
export const findingsOf = (facts: Facts, estate: EstateView): Finding[] => [
  ...incomplete(facts),
  ...ofProject(facts),
  ...ofWorker(facts),
  ...ofRole(facts, estate),
  ...ofTime(facts),
];

function incomplete({ wanted }: Facts): Finding[] {
  const { startDate, endDate } = wanted;
  const missing = (['workerNumber', 'project', 'roleName', 'startDate', 'endDate'] as const)
    .filter((field) => !wanted[field])
    .map((field) => ({
      code: 'incomplete-assignment',
      field,
      message: 'is missing in the scheduler',
      remedy: 'complete the assignment in the scheduler; it is read again by itself',
    }));
  if (missing.length > 0 || !startDate || !endDate) return missing;
  const remedy = 'correct the dates in the scheduler; the assignment is read again by itself';
  const wrong = (message: string): Finding[] => [{ code: 'incomplete-assignment', field: 'endDate', message, remedy }];
  if (endDate < startDate) return wrong(`${endDate} is before the first day, ${startDate}`);
  return isTooLong(startDate, endDate) ? wrong(`is more than ${longestDays} days after the first day`) : [];
}

function ofProject({ wanted, project, isStaffingReady }: Facts): Finding[] {
  if (!wanted.project) return [];
  if (!project)
    return [
      {
        code: 'unknown-project',
        field: 'project',
        message: `${wanted.project} was not mobilised`,
        remedy: 'mobilise its deal, or move the assignment to the right project',
      },
    ];
  const state = project.status === 'active' ? 'active, but not ready for staffing' : project.status;
  if (project.status === 'active' && isStaffingReady) return [];
  return [
    {
      code: 'project-not-staffable',
      field: 'project',
      message: `${project.code} is ${state}`,
      remedy: 'see what its mobilisation waits for; the assignment goes on by itself when staffing can begin',
    },
  ];
}

function ofWorker({ wanted, worker }: Facts): Finding[] {
  const { workerNumber, startDate, endDate } = wanted;
  if (!workerNumber) return [];
  if (!worker)
    return [
      {
        code: 'unknown-worker',
        field: 'workerNumber',
        message: `no HR system has reported worker ${workerNumber}`,
        remedy: 'onboard the worker and retry, or correct the assignment in the scheduler',
      },
    ];
  const gone = (message: string): Finding => ({
    code: 'worker-unavailable',
    field: 'workerNumber',
    message: `${workerNumber} ${message}`,
    remedy: 'assign somebody else, or other days; a change in the HR system is noticed by itself',
  });
  const { hireDate, terminationDate, status, costCentre } = worker;
  return [
    ...(status === 'active' ? [] : [gone(`is ${status} in the HR system`)]),
    ...(hireDate && startDate && startDate < hireDate ? [gone(`begins to work on ${hireDate}`)] : []),
    ...(terminationDate && endDate && endDate > terminationDate ? [gone(`leaves on ${terminationDate}`)] : []),
    ...(costCentre
      ? []
      : [
          {
            code: 'missing-cost-centre',
            field: 'costCentre',
            message: `of worker ${workerNumber} is missing in the HR system`,
            remedy: 'fill it in in the HR system; the assignment goes on by itself',
          },
        ]),
  ];
}

function ofRole({ wanted, worker, project }: Facts, estate: EstateView): Finding[] {
  const { role, roleName } = wanted;
  if (!roleName || !project) return [];
  if (!role || !project.rates.some((rate) => rate.role === role))
    return [
      {
        code: 'role-not-on-card',
        field: 'roleName',
        message: `${roleName} was not sold on ${project.code}`,
        remedy: 'assign one of the roles that were sold, or have the contract changed',
      },
    ];
  if (!worker) return [];
  const { roleConstraints = [] } = estate.staffing;
  return roleConstraints
    .filter((constraint) => isMeant(constraint, role, project))
    .flatMap((constraint) => lacking(constraint, worker).map((message) => violation(constraint, message)));
}

const isMeant = (constraint: RoleConstraint, role: string, project: Project): boolean =>
  (constraint.role ?? role) === role &&
  (constraint.project ?? project.code) === project.code &&
  (constraint.client ?? project.client) === project.client;

function lacking({ grades, skills = [] }: RoleConstraint, worker: hr.Worker): string[] {
  const missing = skills.filter((skill) => !worker.skills.includes(skill));
  return [
    ...(!grades || grades.includes(worker.grade ?? '')
      ? []
      : [`grade ${worker.grade ?? 'none'} is not ${grades.join(' or ')}`]),
    ...(missing.length > 0 ? [`${missing.join(', ')} is missing`] : []),
  ];
}

const violation = ({ name }: RoleConstraint, message: string): Finding => ({
  code: 'role-constraint',
  field: 'roleName',
  message: `"${name}": ${message}`,
  remedy:
    'assign somebody who fits, record the skill in the HR system, or change staffing.roleConstraints in estate.yaml',
});

function ofTime(facts: Facts): Finding[] {
  const { worker, others, calendar } = facts;
  const booking = bookingOf(facts.wanted);
  if (!worker || !booking) return [];
  const person = workingTimeOf(employedOf(worker), calendar);
  const overbooked = overbookedWeeks(booking, others, person);
  const projects = [...new Set(others.map(({ project }) => project ?? 'other work'))].join(', ');
  const found = overbooked.slice(0, most).map((week): Finding => ({
    code: 'assignment-conflict',
    field: `week ${week.from}`,
    message: `${said(week)}${projects && `; also on ${projects}`}`,
    remedy: 'take time off one of the assignments in the scheduler; it is read again by itself',
    minutes: overbooked.reduce((all, { planned, available }) => all + planned - available, 0),
  }));
  const missed = overbooked.length === 0 ? missedByLeave(booking, others, person) : null;
  if (!missed) return found;
  return [
    {
      code: 'assignment-at-risk',
      field: 'minutes',
      message: `${said(missed)}, because of leave`,
      remedy: 'move the work to other days or people in the scheduler; leave that is withdrawn is noticed by itself',
      minutes: missed.planned - missed.available,
    },
  ];
}

const said = ({ planned, available }: Overload): string =>
  `${planned} minutes are planned and ${available} can be worked`;

/** The assignment as time on days; null while it has none. */
export function bookingOf({ id, project, startDate, endDate, minutes }: Wanted): Booking | null {
  if (!startDate || !endDate || endDate < startDate || isTooLong(startDate, endDate)) return null;
  return { id: id ?? '', project, startDate, endDate, minutes };
}

/** What the assignment, or a part of it, is sold for, spread over its days; null where it has none or no rate is agreed. */
export function worthOf({ wanted, project, worker, calendar }: Facts, minutes = wanted.minutes): Money | null {
  const booking = bookingOf({ ...wanted, minutes });
  if (!booking) return null;
  const holidays = worker ? workingTimeOf(employedOf(worker), calendar).holidays : new Set<string>();
  return priceByDay(plannedByDay(booking, holidays), ratesOf(project, wanted.role));
}

/** What is not sold while the findings stand. */
export const atRisk = (facts: Facts, findings: Finding[]): Money | null =>
  worthOf(facts, Math.max(0, ...findings.map(({ minutes }) => Math.min(minutes ?? Infinity, facts.wanted.minutes))));

/** One exception with everything in it; the weightiest finding names it. */
export function assertNothingFound(record: string, findings: Finding[]): void {
  const [first] = findings;
  if (!first) return;
  const { code, remedy } = first;
  throw new Failure(
    'rejected',
    `${record}: ${findings.map(({ field, message }) => `${field} ${message}`).join('; ')}`.slice(0, 2000),
    {
      code,
      record,
      remedy,
      fields: findings.map(({ field, message }) => ({ field, message })),
    },
  );
}
