import type { World } from '../../core/simulator.js';
import { badRequest, invalid } from './errors.js';
import type { Body, Query, Stored } from './resource.js';
import { insert, overwrite, stamp } from './rows.js';

/** What external references call a resource. */
export const subjectTypes: Record<string, string> = {
  workspace_groups: 'WorkspaceGroup',
  workspaces: 'Workspace',
  stories: 'Story',
  users: 'User',
  roles: 'Role',
  skills: 'Skill',
  workspace_resources: 'WorkspaceResource',
  workspace_allocations: 'WorkspaceAllocation',
  time_entries: 'TimeEntry',
  time_off_entries: 'TimeOffEntry',
  assignments: 'Assignment',
  rate_cards: 'RateCard',
};

const mostReferences = 200;

/** Marks a record with the caller's own reference; a service names an object once. */
export function attachReference(world: World, resource: string, subjectId: string, body: Body): Stored {
  for (const field of ['service_name', 'service_model', 'service_model_ref'])
    if (!body[field]) throw invalid(field, `${field} can't be blank`);
  const found = referencesOf(world, resource, subjectId).find(
    (reference) => reference.service_name === body.service_name,
  );
  const values = {
    status: 'successful',
    ...body,
    subject_type: subjectTypes[resource],
    subject_id: subjectId,
    last_synced_at: stamp(world),
  };
  return found ? overwrite(world, 'external_references', found, values) : insert(world, 'external_references', values);
}

export const referencesOf = (world: World, resource: string, id: string): Stored[] =>
  world.store
    .where<Stored>('external_references', 'subject_id', id)
    .filter((reference) => reference.subject_type === subjectTypes[resource]);

/** Whether a record carries one reference that is everything a query asks of references. */
export function referenceFilter(world: World, resource: string, query: Query): (record: Stored) => boolean {
  const {
    external_reference_service_name: service,
    external_reference_service_model: model,
    external_reference_service_model_ref: ref,
    external_reference_service_model_refs: refs,
    without_external_reference_service_name: without,
    has_external_references: has,
  } = query;
  const listed = refs?.split(',');
  // What happens beyond the documented number is not documented; a refusal shows the mistake.
  if (listed && listed.length > mostReferences)
    throw badRequest(`external_reference_service_model_refs takes up to ${mostReferences} ids`);
  const asks = [service, model, ref, refs, without, has].some((asked) => asked !== undefined);
  if (!asks) return () => true;
  return (record) => {
    const own = referencesOf(world, resource, record.id);
    if (has && own.length > 0 !== (has === 'true')) return false;
    if (without && own.some(({ service_name: name }) => name === without)) return false;
    if (!service && !model && !ref && !listed) return true;
    return own.some(
      (reference) =>
        (!service || reference.service_name === service) &&
        (!model || reference.service_model === model) &&
        (!ref || String(reference.service_model_ref) === ref) &&
        (!listed || listed.includes(String(reference.service_model_ref))),
    );
  };
}
