import type { World } from '../../core/simulator.js';
import { byPerson, projectOf, userOf } from './people.js';
import { setMember } from './people-rules.js';
import { create, remove, update } from './records.js';
import type { Stored } from './resource.js';
import { entryOfDay } from './time-off-rules.js';

/** What resource managers do on the product's screens once people are staffed. */

export interface DayOff {
  email: string;
  date: string;
}

export function recordTimeOff(world: World, { email, date, hours }: DayOff & { hours: number }): { id: string } {
  const user = userOf(world, email);
  const entry = create(world, 'time_off_entries', { user_id: user.id, requested_date: date, hours });
  byPerson(world, 'record', 'time_off_entry', entry.id);
  return { id: entry.id };
}

export function removeTimeOff(world: World, { email, date }: DayOff): void {
  const entry = entryOfDay(world, { user_id: userOf(world, email).id, requested_date: date });
  if (!entry) throw new Error(`${email} is not away on ${date}`);
  remove(world, 'time_off_entries', entry.id);
  byPerson(world, 'remove', 'time_off_entry', entry.id);
}

interface Booking {
  projectRef: string;
  email: string;
}

interface BookingChange extends Booking {
  fields: { startDate?: string; endDate?: string; minutes?: number };
}

/** Moves, lengthens or shortens what is booked of a person on a project. */
export function changeBooking(world: World, { projectRef, email, fields }: BookingChange): { id: string } {
  const { id } = bookingOf(world, projectRef, email);
  update(world, 'workspace_allocations', id, {
    ...(fields.startDate !== undefined && { start_date: fields.startDate }),
    ...(fields.endDate !== undefined && { end_date: fields.endDate }),
    ...(fields.minutes !== undefined && { minutes: fields.minutes }),
  });
  byPerson(world, 'change', 'workspace_allocation', id);
  return { id };
}

/** Takes a booking off; the person keeps the place. */
export function removeBooking(world: World, { projectRef, email }: Booking): { id: string } {
  const { id } = bookingOf(world, projectRef, email);
  remove(world, 'workspace_allocations', id);
  byPerson(world, 'remove', 'workspace_allocation', id);
  return { id };
}

export function disablePerson(world: World, { email }: { email: string }): void {
  const user = userOf(world, email);
  const membership = world.store.get<Stored>('account_memberships', String(user.account_membership_id));
  if (!membership) throw new Error(`${email} is not a member of this account`);
  setMember(world, membership, false);
  byPerson(world, 'disable', 'account_membership', membership.id);
}

/** The newest booking on any of their places there. */
function bookingOf(world: World, projectRef: string, email: string): Stored {
  const project = projectOf(world, projectRef);
  const user = userOf(world, email);
  const places = world.store
    .list<Stored>('workspace_resources')
    .filter((place) => place.workspace_id === project.id && place.user_id === user.id)
    .map(({ id }) => id);
  const booking = world.store
    .list<Stored>('workspace_allocations')
    .findLast((booked) => places.includes(String(booked.workspace_resource_id)));
  if (!booking) throw new Error(`${email} is not booked on ${projectRef}`);
  return booking;
}
