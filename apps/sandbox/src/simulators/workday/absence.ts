import { isCalendarDate } from '#kernel';
import type { Leave as LeaveRequest } from '../../core/screens.js';
import type { World } from '../../core/simulator.js';
import { type Instance, listed, reference, widOf } from './identity.js';
import { numbered, stateOn } from './people.js';
import { dateText, weekdays } from './tenant-time.js';
import { field, flag, group, type Part } from './wire.js';

/** One day of time off: a request of several days is as many entries. */
export interface TimeOff {
  wid: string;
  request: string;
  worker: string;
  date: string;
  quantity: number;
  /** Of the type: a whole day off counts as one, and not as so many hours. */
  unit: 'Days' | 'Hours';
  type: string;
  status: 'Approved' | 'Submitted' | 'Canceled';
}

/** A longer absence, during which the worker is on leave. */
export interface Leave {
  wid: string;
  worker: string;
  type: string;
  firstDay: string;
  estimatedLastDay: string;
  /** Set once the worker is back. */
  actualLastDay?: string;
  status: 'Successfully Completed' | 'In Progress' | 'Rescinded';
}

/** Of time off replies never show what was cancelled; of leave they show everything. */
export const timeOffStatuses = ['Approved', 'Submitted', 'Not Submitted', 'Sent Back'];
export const leaveStatuses = ['Successfully Completed', 'In Progress', 'Canceled', 'Rescinded', 'Process Terminated'];

export const timeOffStatus = (name: string): Instance => listed('Time_Off_Status', 'Time_Off_Status', name);
export const leaveStatusOf = (name: string): Instance => listed('Leave_Status', 'Leave_Status', name);
export const timeOffType = ({ type, unit }: Pick<TimeOff, 'type' | 'unit'>): Instance =>
  listed('Time_Off_Type', 'Time_Off_Type_ID', `${type} (${unit})`);
export const unitOfTime = (unit: TimeOff['unit']): Instance => listed('Unit_of_Time', 'Unit_of_Time_ID', unit);
export const leaveType = (name: string): Instance =>
  listed('Leave_of_Absence_Type', 'Leave_of_Absence_Type_ID', name.replaceAll(' ', '_'), name);

const timeOffTypes: Record<string, string> = { vacation: 'Vacation', sick: 'Sick', unpaid: 'Unpaid Time Off' };
const leaveTypes: Record<string, string> = {
  parental: 'Parental Leave',
  sabbatical: 'Sabbatical',
  medical: 'Medical Leave',
};

/**
 * Time off for the weekdays of the period, or leave for all of it, depending on its kind. A request somebody has still to
 * approve is shown like any other.
 */
export function recordLeave(world: World, input: LeaveRequest): { id: string } {
  const { number, startDate, endDate, kind } = input;
  for (const date of [startDate, endDate]) if (!isCalendarDate(date)) throw new Error(`"${date}" is not a date`);
  if (endDate < startDate) throw new Error('the absence ends before it starts');
  const worker = numbered(world, number);
  if (!stateOn(world, worker, startDate)?.active) throw new Error(`worker ${number} is not employed on ${startDate}`);
  const id = widOf('absence', String(world.store.next('absence')));
  if (kind in timeOffTypes) addTimeOff(world, input, { id, worker: worker.wid });
  else if (kind in leaveTypes) addLeave(world, input, { id, worker: worker.wid });
  else
    throw new Error(
      `there is no kind "${kind}": use one of ${Object.keys({ ...timeOffTypes, ...leaveTypes }).join(', ')}`,
    );
  world.store.record({ operation: 'request', entity: 'Absence', id, by: 'person', data: { kind, startDate, endDate } });
  return { id };
}

function addTimeOff(world: World, input: LeaveRequest, { id, worker }: { id: string; worker: string }): void {
  const { minutesPerDay, startDate, endDate, kind, approved = true } = input;
  const days = weekdays(startDate, endDate);
  if (days.length === 0) throw new Error('nobody works on these days');
  for (const date of days) {
    const wid = widOf('time off', `${id}/${date}`);
    const entry: TimeOff = {
      wid,
      request: id,
      worker,
      date,
      quantity: minutesPerDay === null ? 1 : minutesPerDay / 60,
      unit: minutesPerDay === null ? 'Days' : 'Hours',
      type: timeOffTypes[kind]!,
      status: approved ? 'Approved' : 'Submitted',
    };
    world.store.put('timeOff', wid, entry);
  }
}

function addLeave(world: World, input: LeaveRequest, { id, worker }: { id: string; worker: string }): void {
  const { minutesPerDay, startDate, endDate, kind, approved = true } = input;
  if (minutesPerDay !== null) throw new Error(`"${kind}" takes whole days: minutesPerDay is null`);
  world.store.put('leave', id, {
    wid: id,
    worker,
    type: leaveTypes[kind]!,
    firstDay: startDate,
    estimatedLastDay: endDate,
    status: approved ? 'Successfully Completed' : 'In Progress',
  } satisfies Leave);
}

/** Takes an absence back: time off disappears from replies, leave stays with another status. */
export function withdrawLeave(world: World, { id }: { id: string }): { id: string } {
  const entries = world.store.list<TimeOff>('timeOff').filter(({ request }) => request === id);
  const leave = world.store.get<Leave>('leave', id);
  if (entries.length === 0 && !leave) throw new Error(`there is no absence ${id}`);
  for (const entry of entries)
    world.store.put('timeOff', entry.wid, { ...entry, status: 'Canceled' } satisfies TimeOff);
  if (leave) world.store.put('leave', id, { ...leave, status: 'Rescinded' } satisfies Leave);
  world.store.record({ operation: 'withdraw', entity: 'Absence', id, by: 'person' });
  return { id };
}

/** Somebody is back from leave, sooner or later than thought. */
export function returnFromLeave(world: World, { id, date }: { id: string; date: string }): { id: string } {
  const leave = world.store.get<Leave>('leave', id);
  if (!leave) throw new Error(`there is no leave ${id}`);
  if (!isCalendarDate(date) || date < leave.firstDay) throw new Error(`"${date}" is no last day of this leave`);
  world.store.put('leave', id, { ...leave, actualLastDay: date } satisfies Leave);
  world.store.record({ operation: 'return', entity: 'Absence', id, by: 'person', data: { date } });
  return { id };
}

/** The leave somebody has begun by a day, as their employment data tells it. */
export function leaveStatus(world: World, worker: string, date: string): Part {
  return world.store
    .list<Leave>('leave')
    .filter((leave) => leave.worker === worker && leave.firstDay <= date && leave.status === 'Successfully Completed')
    .map(({ firstDay, estimatedLastDay, actualLastDay, type }) =>
      group('Leave_Status_Data', [
        flag('On_Leave', actualLastDay === undefined || date <= actualLastDay),
        field('Leave_Start_Date', dateText(firstDay)),
        field('Estimated_Leave_End_Date', dateText(estimatedLastDay)),
        field('Leave_End_Date', actualLastDay && dateText(actualLastDay)),
        reference('Leave_of_Absence_Type_Reference', leaveType(type)),
      ]),
    );
}
