import type { World } from '../../core/simulator.js';
import { minutes, required } from './checks.js';
import { invalid } from './errors.js';
import type { Body, Stored } from './resource.js';
import type { Rule } from './rules.js';

/** A task is given to a place of its project; naming a person means the place they have there. */
export const assignment: Rule = (world, values, before) => {
  if (values.estimated_minutes !== undefined && values.estimated_minutes !== null)
    minutes(values.estimated_minutes, 'estimated_minutes');
  const story = required(world, 'stories', before?.story_id ?? values.story_id, 'story_id', 'Story');
  const { resource_id: resource, assignee_id: person, ...rest } = values;
  if (before && resource === undefined && person === undefined) return rest;
  const place = resource === undefined ? placeOf(world, story, person) : placeNamed(world, story, resource);
  return {
    ...(!before && { current: true, estimated_minutes: null, allocated_minutes: 0 }),
    ...rest,
    resource_id: place.id,
    assignee_id: place.user_id,
    workspace_id: story.workspace_id,
  };
};

function placeNamed(world: World, story: Stored, id: unknown): Stored {
  const place = required(world, 'workspace_resources', id, 'resource_id', 'Resource');
  if (place.workspace_id !== story.workspace_id)
    throw invalid('resource_id', 'Resource must be on the project of the task');
  return place;
}

// Assumption, unconfirmed by the vendor: who has several places there is given the task in the first.
function placeOf(world: World, { workspace_id: project }: Body, person: unknown): Stored {
  const place = world.store.find<Stored>(
    'workspace_resources',
    (other) => other.workspace_id === project && other.user_id === String(person),
  );
  if (!place) throw invalid('assignee_id', 'Assignee must be a participant of the project');
  return place;
}
