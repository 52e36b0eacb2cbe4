import type { World } from '../../core/simulator.js';
import { isOpen } from './account.js';
import { dates, minutes, required } from './checks.js';
import { invalid } from './errors.js';
import { roleRate } from './rate-card-rules.js';
import type { Body, Stored } from './resource.js';
import type { Rule } from './rules.js';

/** Time is recorded by people on the project, while it is open, on a task that is not done: this account's rules. */
export const timeEntry: Rule = (world, values, before) => {
  if (before && isLocked(before)) throw invalid('base', 'This time entry is locked and cannot be changed');
  dates(values, 'date_performed');
  if (values.time_in_minutes !== undefined) minutes(values.time_in_minutes, 'time_in_minutes');
  const entry: Body = { ...before, ...values };
  const project = required(world, 'workspaces', entry.workspace_id, 'workspace_id', 'Workspace');
  if (!isOpen(project)) throw invalid('workspace_id', 'Time cannot be logged to this project in its current status');
  const place = placeOf(world, entry);
  if (!place) throw invalid('user_id', 'User must be a participant of the project');
  if (before && values.story_id === undefined) return values;
  const story = openTask(world, entry);
  if (before) return values;
  return {
    billable: story.billable,
    role_id: place.role_id,
    // Assumption, unconfirmed by the vendor: a rate of the place itself goes before that of the card.
    rate_in_cents:
      place.resource_bill_rate ??
      roleRate(world, project.rate_card_id, entry.role_id ?? place.role_id, String(entry.date_performed)) ??
      null,
    notes: null,
    ...values,
    currency: project.currency,
    approved: false,
    is_invoiced: false,
  };
};

const isLocked = ({ approved, active_submission_id: submission, is_invoiced: invoiced }: Stored): boolean =>
  approved === true || invoiced === true || Boolean(submission);

/** A person may have several places on a project; the one of the role counts. */
function placeOf(world: World, { workspace_id: project, user_id: user, role_id: role }: Body): Stored | undefined {
  const places = world.store
    .list<Stored>('workspace_resources')
    .filter((place) => place.workspace_id === String(project) && place.user_id === String(user));
  return places.find((place) => place.role_id === String(role)) ?? places[0];
}

function openTask(world: World, { story_id: id, workspace_id: project }: Body): Stored {
  const story = world.store.get<Stored>('stories', String(id));
  if (!story || story.workspace_id !== String(project) || story.state === 'completed')
    throw invalid('story_id', 'Time must be logged to an open task');
  return story;
}
