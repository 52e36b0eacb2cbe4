import type { hr } from '#contracts';
import { addDays, type CalendarDate, Failure } from '#kernel';

interface Instance {
  id: string;
  descriptor?: string;
}

export interface Span {
  from: CalendarDate;
  to: CalendarDate;
}

/** An entry of `timeOffDetails`: part of one day. */
export interface TimeOff {
  date: string;
  quantity: number;
  unit?: Instance;
  status?: Instance;
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

type Status = hr.Leave['status'];

/** Null: not asked for, or not any more. */
const timeOffStatuses: Record<string, Status | null> = {
  Approved: 'approved',
  Submitted: 'requested',
  'Not Submitted': null,
  'Sent Back': null,
};

const leaveStatuses: Record<string, Status> = {
  'Successfully Completed': 'approved',
  'In Progress': 'requested',
  Canceled: 'withdrawn',
  Rescinded: 'withdrawn',
  'Process Terminated': 'withdrawn',
};

/** One leave for each day with time off, whatever kinds; approved when all of it is. */
export function shortLeave(workerId: string, entries: TimeOff[], dailyMinutes: number): hr.Leave[] {
  const days = new Map<CalendarDate, { minutes: number; status: Status }>();
  for (const entry of entries) {
    const status = wordFor(timeOffStatuses, entry.status, 'time off');
    if (!status) continue;
    const date = entry.date.slice(0, 10);
    const day = days.get(date) ?? { minutes: 0, status };
    day.minutes += Math.round(entry.quantity * minutesOf(entry.unit, dailyMinutes));
    if (status === 'requested') day.status = status;
    days.set(date, day);
  }
  return [...days]
    .filter(([, { minutes }]) => minutes > 0)
    .map(([date, { minutes, status }]) => ({
      id: `${workerId}.${date}`,
      workerId,
      status,
      days: [{ date, minutes }],
      modifiedAt: null,
    }));
}

/** Every weekday of a leave of absence that is within what can be told. */
export function longLeave(workerId: string, leave: LeaveOfAbsence, minutes: number, tellable: Span): hr.Leave {
  const first = leave.firstDayOfLeave.slice(0, 10);
  const last = (leave.actualLastDayOfLeave || leave.estimatedLastDayOfLeave || tellable.to).slice(0, 10);
  // Some leave does not keep anybody from being scheduled.
  const blocks = leave.leaveImpactFields?.schedulingEffect !== true;
  const span = { from: later(first, tellable.from), to: earlier(last, tellable.to) };
  return {
    id: `${workerId}.${leave.id}`,
    workerId,
    status: wordFor(leaveStatuses, leave.status, 'leave'),
    days: blocks ? weekdays(span).map((date) => ({ date, minutes })) : [],
    modifiedAt: null,
  };
}

function minutesOf(unit: Instance | undefined, dailyMinutes: number): number {
  return wordFor<number>({ Hours: 60, Days: dailyMinutes }, unit, 'time off');
}

/** Instances are known by their descriptor alone, which is in the language of the user who asks. */
function wordFor<T>(words: Record<string, T>, instance: Instance | undefined, of: string): T {
  const found = words[instance?.descriptor ?? ''];
  if (found !== undefined) return found;
  throw new Failure(
    'rejected',
    `Workday says "${instance?.descriptor ?? 'nothing'}" of ${of}, which is not known here`,
    {
      code: 'unknown-word',
      remedy: `let the integration system user speak English; known are ${Object.keys(words).join(', ')}`,
    },
  );
}

function weekdays({ from, to }: Span): CalendarDate[] {
  const days: CalendarDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())) days.push(day);
  }
  return days;
}

const later = (a: CalendarDate, b: CalendarDate): CalendarDate => (a > b ? a : b);
const earlier = (a: CalendarDate, b: CalendarDate): CalendarDate => (a < b ? a : b);
