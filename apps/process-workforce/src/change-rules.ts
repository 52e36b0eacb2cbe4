import type { hr } from '#contracts';
import { Failure, today } from '#kernel';
import type { ApprovalRule, EstateView, WorkerChange } from '#platform';
import { changesBetween, type Reported } from './carried.js';
import type { Impact } from './impact.js';
import { lastDayOf } from './last-day.js';
import type { Person } from './person.repository.js';

/** A worker as HR has them now, and what of it HR said itself. */
export type ReportedWorker = hr.Worker & {
  reported: Reported;
  /** The attributes count from a day still to come. */
  isAhead: boolean;
};

/** What is to be done about somebody. */
export interface Plan {
  /** `nothing`: as carried through. `last-day`: before all else, as nobody's approval may delay it. `return`: they left and are back. */
  kind: 'nothing' | 'last-day' | 'change' | 'return';
  changes: WorkerChange[];
  lastDay: string | null;
  isLastDayChanged: boolean;
}

export function planOf(person: Person, worker: ReportedWorker): Plan {
  const lastDay = lastDayOf(worker);
  const changes = changesBetween(person.reported, worker.reported);
  if (person.standing === 'left') {
    const isBack = worker.status === 'active' && (lastDay === null || lastDay > person.lastDay!);
    return { kind: isBack ? 'return' : 'nothing', changes, lastDay, isLastDayChanged: isBack && lastDay !== null };
  }
  if (lastDay !== person.lastDay) return { kind: 'last-day', changes: [], lastDay, isLastDayChanged: true };
  return { kind: changes.length > 0 ? 'change' : 'nothing', changes, lastDay, isLastDayChanged: false };
}

/** Hired again, with a first day after the last one; otherwise the end itself was taken back. */
export const isHiredAgain = (person: Person, worker: Pick<hr.Worker, 'hireDate'>): boolean =>
  worker.hireDate !== null && person.lastDay !== null && worker.hireDate > person.lastDay;

/** Whether the attributes count from a later day than today, where the worker works. */
export const isLater = (worker: hr.Worker, estate: EstateView, now = new Date()): boolean =>
  (worker.effectiveFrom ?? '') > today(now, estate.timeZoneOf(worker));

/** A number is who somebody is in every system; another one would be another person. */
export function assertSameNumber(person: Person, worker: hr.Worker): void {
  if (worker.number === person.number) return;
  throw new Failure('conflict', `worker ${person.number} has the number ${worker.number ?? 'none'} in HR now`, {
    code: 'duplicate-worker',
    record: `worker ${person.number}`,
    remedy: 'give the worker their number back in the HR system (work goes on by itself)',
    fields: [{ field: 'number', message: `was ${person.number} when the worker was carried through` }],
  });
}

/** The approvals a change needs, a rule each. */
export const approvalsFor = (changes: WorkerChange[], rules: ApprovalRule[], impact: Impact): ApprovalRule[] =>
  rules.filter(
    ({ change, whileAssigned }) =>
      changes.includes(change) && (!whileAssigned || impact.assignments === null || impact.assignments.length > 0),
  );

/** Changes whose impact is worked out whether or not somebody has to approve them. */
const weighty: WorkerChange[] = ['legal-entity', 'cost-centre', 'grade', 'place'];

export const isWeighty = (changes: WorkerChange[], rules: ApprovalRule[]): boolean =>
  changes.some((change) => weighty.includes(change) || rules.some((rule) => rule.change === change));

/** Whether a round of a change is behind a person: what was read in it says nothing of now. */
export function isNoted({ noted }: Person, change: string, round: number): boolean {
  const [, by, at] = /^(.*)\.(\d+)$/.exec(noted ?? '') ?? [];
  return by === change && Number(at) >= round;
}
