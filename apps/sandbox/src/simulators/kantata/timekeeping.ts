import type { LogTime } from '../../core/screens.js';
import type { World } from '../../core/simulator.js';
import { byPerson, cents, projectOf, userOf } from './people.js';
import { create } from './records.js';
import type { Stored } from './resource.js';
import { insert, overwrite } from './rows.js';

/** What consultants, and those who approve their time, do on the product's screens. */

export function logTime(world: World, input: LogTime): { id: string } {
  const project = projectOf(world, input.projectRef);
  const user = userOf(world, input.email);
  const story = world.store.find<Stored>(
    'stories',
    (candidate) => candidate.workspace_id === project.id && candidate.state !== 'completed',
  );
  const role = roleNamed(world, input.roleName);
  const entry = create(world, 'time_entries', {
    workspace_id: project.id,
    user_id: user.id,
    story_id: story?.id,
    date_performed: input.date,
    time_in_minutes: input.minutes,
    billable: input.billable,
    notes: input.notes,
    ...(role && { role_id: role.id }),
    ...(input.hourlyRate && { rate_in_cents: cents(input.hourlyRate) }),
  });
  byPerson(world, 'log', 'time_entry', entry.id);
  return { id: entry.id };
}

/** Submits and approves what is open on a project. */
export function submitAndApproveTime(
  world: World,
  { projectRef, timeEntryIds }: { projectRef: string; timeEntryIds?: string[] },
): { approved: string[] } {
  const project = projectOf(world, projectRef);
  const open = world.store
    .list<Stored>('time_entries')
    .filter(
      (entry) =>
        entry.workspace_id === project.id && !entry.approved && (!timeEntryIds || timeEntryIds.includes(entry.id)),
    );
  if (open.length === 0) return { approved: [] };
  const { id: submission } = insert(world, 'timesheet_submissions', { workspace_id: project.id, status: 'approved' });
  const submitted = { active_submission_id: submission, recent_submission_id: submission };
  for (const entry of open) {
    overwrite(world, 'time_entries', entry, { ...submitted, approved: true });
    byPerson(world, 'approve', 'time_entry', entry.id);
  }
  return { approved: open.map(({ id }) => id) };
}

/** Takes the approval of an entry back. Assumption, unconfirmed by the vendor: its submission is not active any more. */
export function rejectTime(world: World, { id }: { id: string }): void {
  const entry = world.store.get<Stored>('time_entries', id);
  if (!entry?.approved) throw new Error(`there is no approved time entry ${id}`);
  overwrite(world, 'time_entries', entry, { approved: false, active_submission_id: null });
  byPerson(world, 'reject', 'time_entry', id);
}

interface TimeEdit {
  id: string;
  fields: { hourlyRate?: string; roleName?: string; minutes?: number; billable?: boolean };
}

/** Somebody with the right to corrects an approved entry that is not invoiced yet. */
export function editTimeEntry(world: World, { id, fields }: TimeEdit): void {
  const entry = world.store.get<Stored>('time_entries', id);
  if (!entry) throw new Error(`there is no time entry ${id}`);
  const role = fields.roleName === undefined ? undefined : roleNamed(world, fields.roleName);
  overwrite(world, 'time_entries', entry, {
    ...(fields.hourlyRate !== undefined && { rate_in_cents: cents(fields.hourlyRate) }),
    ...(fields.minutes !== undefined && { time_in_minutes: fields.minutes }),
    ...(fields.billable !== undefined && { billable: fields.billable }),
    ...(role && { role_id: role.id }),
  });
  byPerson(world, 'edit', 'time_entry', id);
}

const roleNamed = (world: World, name: string): Stored | undefined =>
  world.store.find<Stored>('roles', (role) => role.name === name);
