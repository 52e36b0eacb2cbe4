import type { hr } from '#contracts';
import { type CalendarDate, everyDay, Failure, weekdayOf } from '#kernel';

interface Instance {
  id: string;
  descriptor?: string;
}

export interface Span {
  from: CalendarDate;
  to: CalendarDate;
}

/** An entry of `timeOffEntries`: part of one day. What kind of time off it is, is never looked at. */
export interface TimeOffEntry {
  date: string;
  units: number;
  unitOfTime?: Instance;
  timeOffRequest: { id: string; status?: string };
}

/** An item of `leavesOfAbsence`. Reason, type and the answers about family and health are never looked at. */
export interface LeaveOfAbsence {
  id: string;
  firstDayOfLeave: string;
  estimatedLastDayOfLeave?: string | null;
  actualLastDayOfLeave?: string | null;
  status?: Instance;
  leaveImpactFields?: { schedulingEffect?: boolean };
}

/** How the business process of a request or a leave stands. */
const statuses: Record<string, hr.Leave['status']> = {
  'Successfully Completed': 'approved',
  'In Progress': 'requested',
  Denied: 'withdrawn',
  Canceled: 'withdrawn',
  Rescinded: 'withdrawn',
  Terminated: 'withdrawn',
  'Process Terminated': 'withdrawn',
};

/** One leave for each request, in the order of their entries; what corrects an entry of a day counts against it. */
export function timeOff(workerId: string, entries: TimeOffEntry[], dailyMinutes: number): hr.Leave[] {
  const requests = new Map<string, TimeOffEntry[]>();
  for (const entry of entries) {
    const { id } = entry.timeOffRequest;
    requests.set(id, [...(requests.get(id) ?? []), entry]);
  }
  return [...requests].map(([request, parts]) => ({
    id: `${workerId}.${request}`,
    workerId,
    status: wordFor(statuses, parts[0]!.timeOffRequest.status, 'time off'),
    days: daysOf(parts, dailyMinutes),
    modifiedAt: null,
  }));
}

function daysOf(entries: TimeOffEntry[], dailyMinutes: number): hr.LeaveDay[] {
  const days = new Map<CalendarDate, number>();
  for (const { date, units, unitOfTime } of entries) {
    const unit = wordFor({ Hours: 60, Days: dailyMinutes }, unitOfTime?.descriptor, 'time off');
    const day = date.slice(0, 10);
    days.set(day, (days.get(day) ?? 0) + Math.round(units * unit));
  }
  return [...days].map(([date, minutes]) => ({ date, minutes })).filter(({ minutes }) => minutes > 0);
}

/** Every weekday of a leave of absence that is within what can be told. */
export function leaveOfAbsence(workerId: string, leave: LeaveOfAbsence, minutes: number, tellable: Span): hr.Leave {
  const first = leave.firstDayOfLeave.slice(0, 10);
  const last = (leave.actualLastDayOfLeave || leave.estimatedLastDayOfLeave || tellable.to).slice(0, 10);
  // Some leave does not keep anybody from being scheduled.
  const blocks = leave.leaveImpactFields?.schedulingEffect !== true;
  const span = { from: later(first, tellable.from), to: earlier(last, tellable.to) };
  return {
    id: `${workerId}.${leave.id}`,
    workerId,
    status: wordFor(statuses, leave.status?.descriptor, 'leave'),
    days: blocks ? weekdays(span).map((date) => ({ date, minutes })) : [],
    modifiedAt: null,
  };
}

/** Words are in the language of the user who asks. */
function wordFor<T>(words: Record<string, T>, said: string | undefined, of: string): T {
  const found = words[said ?? ''];
  if (found !== undefined) return found;
  throw new Failure('rejected', `Workday says "${said ?? 'nothing'}" of ${of}, which is not known here`, {
    code: 'unknown-word',
    remedy: `let the integration system user speak English; known are ${Object.keys(words).join(', ')}`,
  });
}

const weekdays = ({ from, to }: Span): CalendarDate[] =>
  everyDay(from, to).filter((day) => ![0, 6].includes(weekdayOf(day)));

const later = (a: CalendarDate, b: CalendarDate): CalendarDate => (a > b ? a : b);
const earlier = (a: CalendarDate, b: CalendarDate): CalendarDate => (a < b ? a : b);
