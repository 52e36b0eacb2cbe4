import { rows } from '#platform';
import type { StoredEvent } from './event.js';
import type { Subscription } from './subscription.js';

/**
 * A subscription that never applies an older version of a subject over a newer one: what comes late or out of order is
 * superseded. The same version again, as in a replay, is handled again.
 */
export const newestOnly = (
  subscription: Subscription,
  versionOf: (event: StoredEvent) => number = ({ time }) => Date.parse(time),
): Subscription => ({
  ...subscription,
  handle: async (event, manager) => {
    const newer = await rows(
      manager,
      `insert into subject_version as known (subscription, subject, version) values ($1, $2, $3)
       on conflict (subscription, subject) do update set version = excluded.version
         where known.version <= excluded.version returning subject`,
      [subscription.name, event.subject, versionOf(event)],
    );
    return newer.length === 0 ? 'superseded' : subscription.handle(event, manager);
  },
});
