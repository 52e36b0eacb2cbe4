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
  users: (world, { id }, query) =>
    query.on_my_account !== 'true' &&
    !world.store.find<Stored>('workspace_resources', ({ user_id: user }) => user === id),
  workspace_resources: (_world, { user_id: user }, query) =>
    query.only_unnamed === 'true' ? user !== null : user === null && query.include_unnamed !== 'true',
  account_invitations: (_world, { pending }, query) => query.only_pending !== 'false' && pending !== true,
};

export const isVisible = (world: World, resource: string, record: Stored, query: Query): boolean =>
  !hidden[resource]?.(world, record, query);
