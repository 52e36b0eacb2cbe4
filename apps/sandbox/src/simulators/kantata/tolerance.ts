import type { World } from '../../core/simulator.js';
import type { Body, Query, Stored } from './resource.js';

/**
 * Where this account answers more kindly than the published API, for clients that were written before that was read.
 * `setTolerance` ends it; once no client needs it, this file goes.
 */
export const setTolerance = (world: World, { tolerant }: { tolerant: boolean }): void =>
  world.store.put('setting', 'tolerance', { tolerant });

const isTolerant = (world: World): boolean =>
  world.store.get<{ tolerant: boolean }>('setting', 'tolerance')?.tolerant ?? true;

/** Parameters the published API ignores → what it calls them. */
const aliases: Record<string, Record<string, string>> = {
  account_memberships: { user_id: 'by_user_id' },
  skill_memberships: { user_id: 'user_ids' },
  custom_field_values: { subject_id: 'with_subject_id' },
};

/** Parameters without which the published API shows less. */
const assumed: Record<string, Query> = {
  users: { on_my_account: 'true' },
  workspace_resources: { include_unnamed: 'true' },
};

/** The query as the published API would have to be asked. */
export function tolerated(world: World, resource: string, query: Query): Query {
  if (!isTolerant(world)) return query;
  const renamed = Object.entries(query).map(([name, value]) => [aliases[resource]?.[name] ?? name, value] as const);
  return { ...assumed[resource], ...Object.fromEntries(renamed), ...requestsOfPlace(world, resource, query) };
}

/** The published API cannot be asked for the requests of one place. */
function requestsOfPlace(world: World, resource: string, { resource_id: place }: Query): Query {
  if (resource !== 'resource_requests' || place === undefined) return {};
  const requests = world.store.list<Stored>(resource).filter((request) => request.resource_id === place);
  return { only: requests.map(({ id }) => id).join(',') };
}

/** The published API makes no request without somebody to approve it. */
export function toleratedBody(world: World, resource: string, body: Body): Body {
  return isTolerant(world) && resource === 'resource_requests' ? { approver_ids: ['1'], ...body } : body;
}

/** The published API calls the person an invitation makes `invitee`, not `user`. */
export function toleratedReply(world: World, resource: string, query: Query, reply: object, record: Stored): object {
  if (!isTolerant(world) || resource !== 'account_invitations' || query.include !== 'user') return reply;
  const shown = (reply as Record<string, Record<string, object>>)[resource]!;
  return { ...reply, [resource]: { [record.id]: { ...shown[record.id], user_id: record.invitee_id } } };
}
