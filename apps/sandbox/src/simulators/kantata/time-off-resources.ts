import { among, equal, type Filter, need, one, references, type Resource } from './resource.js';

const isOnProject: Filter = ({ user_id: user }, asked, world) =>
  world.store.find<Record<string, unknown>>(
    'workspace_resources',
    (place) => place.workspace_id === asked && place.user_id === user,
  ) !== undefined;

/** When people are away, a row for each person and day. The moments of a row can be asked for, and are not shown. */
export const timeOffResources: Record<string, Resource> = {
  time_off_entries: {
    singular: 'time_off_entry',
    attributes: ['hours', 'requested_date', 'submission_date'],
    associations: { user: one('user_id', 'users'), ...references },
    create: ['user_id', 'hours', 'requested_date'],
    // Assumption, unconfirmed by the vendor: as many as one request may delete.
    bulk: 100,
    update: ['hours'],
    remove: 'many',
    indexOnly: true,
    required: [
      need('user_id', 'User must exist'),
      need('hours', "Hours can't be blank"),
      need('requested_date', "Requested date can't be blank"),
    ],
    filters: {
      user_id: equal('user_id'),
      user_ids: among('user_id'),
      workspace_id: isOnProject,
      // Assumption, unconfirmed by the vendor: "after" and "prior to" leave the day itself out.
      start_date: ({ requested_date: day }, asked) => String(day) > asked,
      end_date: ({ requested_date: day }, asked) => String(day) < asked,
    },
    orders: { updated_at: 'updated_at' },
    defaultOrder: 'updated_at:desc',
  },
};
