import type { scheduling, WorkerMoment } from '#contracts';
import { addDays, type FieldProblem, today } from '#kernel';
import type { Person } from './person.repository.js';
import type { WorkforceServices } from './services.js';

type Notice = Pick<WorkerMoment, 'workerNumber' | 'notice'>;

/** What may still wait for the former manager of somebody on projects. */
export async function formerApprovals(
  notice: Notice,
  { people, impacts, estate }: WorkforceServices,
): Promise<FieldProblem[]> {
  const person = await people.byNumber(notice.workerNumber);
  if (!person || person.standing === 'left') return [];
  const from = today(new Date(), estate.timeZoneOf(person.carried));
  const assignments = await impacts.assignmentsFrom(person.carried, from);
  if (assignments?.length === 0) return [];
  const on =
    assignments?.map(({ project }) => project ?? 'a project').join(', ') ?? 'projects the scheduler cannot tell';
  return [{ field: 'approvals', message: `open time and expenses on ${on} may wait for the former manager` }];
}

/** Nothing where the last day was taken back or moved, which is a notice of its own. */
export async function leftBehind(notice: Notice, { people, impacts }: WorkforceServices): Promise<FieldProblem[]> {
  const person = await people.byNumber(notice.workerNumber);
  if (!person?.lastDay || person.notice !== notice.notice) return [];
  const { lastDay } = person;
  const after = await impacts.assignmentsFrom(person.carried, addDays(lastDay, 1));
  const reports = await people.reportsOf(person);
  return [
    ...(after ?? []).map((one) => ({ field: `assignment ${one.id}`, message: stillPlanned(one, lastDay) })),
    ...(after ? [] : [{ field: 'assignments', message: `look in the scheduler for any after ${lastDay}` }]),
    ...reports.map(toldManager),
    { field: 'time', message: `time up to ${lastDay} is to be recorded and approved` },
  ];
}

const stillPlanned = ({ project, minutes, endDate }: scheduling.Assignment, lastDay: string): string =>
  `${project ?? 'a project'} plans ${(minutes / 60).toFixed(2)} h until ${endDate ?? 'an open end'}, after ${lastDay}`;

const toldManager = ({ number }: Person): FieldProblem => ({
  field: `worker ${number}`,
  message: `worker ${number} needs another manager, and approvals another approver`,
});
