import { Failure, newId } from '#kernel';
import { type AppLogger, BackgroundLoop, withContext } from '#platform';
import type { Feed } from '../connector.js';
import { pollingPace } from '../http/budget.js';
import type { Vendor } from '../http/vendor.js';
import type { ChangeRepository } from './change.repository.js';
import type { PacedFeed } from './paced-feeds.js';
import { tell } from './tell.js';

/** Polls one feed of one instance; events and cursor commit together, so a crash repeats a page and loses none. */
export function feedPoller(
  { feed, everyMs }: PacedFeed,
  vendor: Vendor,
  changes: ChangeRepository,
  logger: AppLogger,
): BackgroundLoop {
  let awayMs = 0;
  return new BackgroundLoop({
    name: `feed ${vendor.instance}/${feed.name}`,
    logger,
    /** Slower as the day's budget runs low, and not before the vendor wants to be asked again. */
    get idleMs() {
      return Math.max(awayMs, Math.round(everyMs * pollingPace(vendor.line.gate.leftForPolling)));
    },
    work: (stopping) =>
      withContext({ correlationId: newId(), actor: null }, async () => {
        awayMs = 0;
        try {
          return await pollOnce(feed, vendor.inBackground(), changes, stopping);
        } catch (error) {
          // To be told when to come back is no defect: the loop pauses that long instead of logging one.
          awayMs = Failure.from(error).detail.retryAfterMs ?? 0;
          if (awayMs === 0) throw error;
          return false;
        }
      }),
  });
}

export async function pollOnce(
  feed: Feed,
  vendor: Vendor,
  changes: ChangeRepository,
  stopping: AbortSignal,
): Promise<boolean> {
  const before = await changes.cursor(vendor.instance, feed.name);
  const page = await feed.poll(vendor, before ?? feed.since(`${vendor.config.changesSince}T00:00:00Z`), stopping);
  await changes.database.transaction(async (manager) => {
    await tell(manager, changes, vendor, page.changes);
    await changes.moveCursor(manager, vendor.instance, feed.name, page.cursor);
  });
  return page.more;
}
