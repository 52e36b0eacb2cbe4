import type { World } from '../../core/simulator.js';
import type { Query, Stored } from './resource.js';

type Hidden = (world: World, record: Stored, query: Query) => boolean;

const isArchived = (world: World, id: unknown): boolean =>
  world.store.get<Stored>('workspaces', String(id))?.archived === true;

/** Filters that apply unless the caller says otherwise, on an index and on a single record alike. */
const hidden: Record<string, Hidden> = {
  workspaces: (_world, { archived }, query) => {
    if (query.archived === 'only') return archived !== true;
    return archived === true && query.archived !== 'include' && query.include_archived !== 'true';
  },
  time_entries: (world, { workspace_id: project }, query) =>
    query.from_archived_workspaces !== 'true' && isArchived(world, project),
  // A member of the account who is on no project is seen only by who asks for the whole account.
  users: (world, { id, disabled, account_membership_id: membership }, query) =>
    (disabled === true && query.show_disabled !== 'true') ||
    ((query.on_my_account !== 'true' || !membership) &&
      !world.store.lookup<Stored>('workspace_resources', 'user_id', id)),
  // Assumption, unconfirmed by the vendor: its text and its list name different parameters, and both are heard.
  account_memberships: (_world, { disabled_at: disabled }, query) =>
    Boolean(disabled) !== (query.only_inactive === 'true' || query.is_active === 'false'),
  assignments: (world, { workspace_id: project, story_id: story, assignee_id: person }, query) =>
    (query.in_unarchived_workspaces !== 'false' && isArchived(world, project)) ||
    (query.in_unarchived_stories !== 'false' && world.store.get<Stored>('stories', String(story))?.archived === true) ||
    (person === null && query.include_unnamed !== 'true'),
  workspace_resources: (_world, { user_id: user }, query) =>
    query.only_unnamed === 'true' ? user !== null : user === null && query.include_unnamed !== 'true',
  account_invitations: (_world, { pending }, query) => query.only_pending !== 'false' && pending !== true,
};

export const isVisible = (world: World, resource: string, record: Stored, query: Query): boolean =>
  !hidden[resource]?.(world, record, query);
