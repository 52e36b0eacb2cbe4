import type { Leave } from '../../core/screens.js';
import type { World } from '../../core/simulator.js';
import { findByNumber, today } from './employee.js';
import { BambooError } from './errors.js';

export const types = [
  { id: 78, name: 'Vacation', units: 'hours', color: '56afdd', icon: 'palm-trees', source: 'internal' },
  { id: 79, name: 'Sick', units: 'days', color: 'cc0000', icon: 'medical', source: 'internal' },
  { id: 80, name: 'Parental', units: 'days', color: 'aabb00', icon: 'stroller', source: 'internal' },
] as const;

const week = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
export const defaultHours = week.slice(1, 6).map((name) => ({ name, amount: '8' }));

/** `superceded` is the vendor's spelling. */
export const statuses = ['approved', 'denied', 'superceded', 'requested', 'canceled'] as const;
export type Status = (typeof statuses)[number];

/** A request as the company keeps it; hours or days of each day, as the type counts. */
export interface TimeOff {
  id: string;
  employeeId: string;
  status: Status;
  lastChanged: string;
  created: string;
  start: string;
  end: string;
  typeId: number;
  dates: Record<string, number>;
}

export interface Holiday {
  id: string;
  name: string;
  start: string;
  end: string;
}

export const requests = (world: World): TimeOff[] => world.store.list<TimeOff>('timeOff');

export const typeOf = (id: number): (typeof types)[number] => {
  const type = types.find((one) => one.id === id);
  if (!type) throw new BambooError(400, `There is no time off type ${id}`);
  return type;
};

export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

export function eachDay(start: string, end: string): string[] {
  const days: string[] = [];
  for (let day = start; day <= end; day = daysAfter(day, 1)) days.push(day);
  return days;
}

/** Hours people usually work on a day. */
export function usualHours(day: string): number {
  const name = week[new Date(`${day}T00:00:00Z`).getUTCDay()];
  return Number(defaultHours.find((one) => one.name === name)?.amount ?? 0);
}

export function addRequest(world: World, request: Omit<TimeOff, 'id' | 'created' | 'lastChanged'>): TimeOff {
  const day = today(world);
  const made = { id: String(world.store.next('timeOff', 1659)), created: day, lastChanged: day, ...request };
  world.store.put('timeOff', made.id, made);
  return made;
}

export function decide(world: World, id: string, status: Status): TimeOff {
  const request = world.store.get<TimeOff>('timeOff', id);
  if (!request) throw new BambooError(404, 'Time off request not found');
  const decided = { ...request, status, lastChanged: today(world) };
  world.store.put('timeOff', id, decided);
  return decided;
}

/** What people and people operations do on the product's screens. */

export function recordLeave(world: World, leave: Leave): { id: string } {
  const employee = findByNumber(world, leave.number);
  const type = types.find(({ name }) => name.toLowerCase() === leave.kind);
  if (!employee) throw new Error(`there is no employee ${leave.number}`);
  if (!type)
    throw new Error(`there is no kind "${leave.kind}": use one of ${types.map((one) => one.name.toLowerCase())}`);
  const amount = (day: string): number => {
    const hours = leave.minutesPerDay === null ? usualHours(day) : Math.min(leave.minutesPerDay / 60, usualHours(day));
    return type.units === 'hours' || hours === 0 ? hours : hours / usualHours(day);
  };
  const { id } = addRequest(world, {
    employeeId: employee.id,
    status: leave.approved === false ? 'requested' : 'approved',
    start: leave.startDate,
    end: leave.endDate,
    typeId: type.id,
    dates: Object.fromEntries(eachDay(leave.startDate, leave.endDate).map((day) => [day, amount(day)])),
  });
  world.store.record({ operation: 'create', entity: 'timeOff', id, by: 'person' });
  return { id };
}

export function withdrawLeave(world: World, { id }: { id: string }): { id: string } {
  decide(world, id, 'canceled');
  world.store.record({ operation: 'cancel', entity: 'timeOff', id, by: 'person' });
  return { id };
}

export function addHoliday(world: World, { name, date }: { name: string; date: string }): { id: string } {
  const id = String(world.store.next('holiday', 10));
  world.store.put('holiday', id, { id, name, start: date, end: date });
  world.store.record({ operation: 'create', entity: 'holiday', id, by: 'person' });
  return { id };
}

export function removeHoliday(world: World, { date }: { date: string }): { id: string } {
  const holiday = world.store.find<Holiday>('holiday', ({ start }) => start === date);
  if (!holiday) throw new Error(`there is no holiday that begins on ${date}`);
  const { id } = holiday;
  world.store.delete('holiday', id);
  world.store.record({ operation: 'delete', entity: 'holiday', id, by: 'person' });
  return { id };
}
