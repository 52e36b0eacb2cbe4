import { newId } from '#kernel';
import { eventOf, publish } from '#events';
import { type AppLogger, BackgroundLoop, withContext } from '#platform';
import type { Change, Feed } from '../connector.js';
import type { Vendor } from '../http/vendor.js';
import type { ChangeRepository } from './change.repository.js';

/** Polls one feed of one instance; events and cursor commit together, so a crash repeats a page and loses none. */
export const feedPoller = (feed: Feed, vendor: Vendor, changes: ChangeRepository, logger: AppLogger): BackgroundLoop =>
  new BackgroundLoop({
    name: `feed ${vendor.instance}/${feed.name}`,
    logger,
    idleMs: feed.everyMs,
    work: () => withContext({ correlationId: newId(), actor: null }, () => pollOnce(feed, vendor, changes)),
  });

export async function pollOnce(feed: Feed, vendor: Vendor, changes: ChangeRepository): Promise<boolean> {
  const before = await changes.cursor(vendor.instance, feed.name);
  const page = await feed.poll(vendor, before);
  await changes.database.transaction(async (manager) => {
    await publish(
      manager,
      page.changes.map((change) => toEvent(vendor.instance, change)),
    );
    await changes.moveCursor(manager, vendor.instance, feed.name, page.cursor);
  });
  return page.more;
}

/** A new piece of work starts here: its correlation id is its event's. */
export function toEvent(instance: string, change: Change) {
  return eventOf({
    type: change.type,
    source: `/instances/${instance}`,
    subject: change.subject,
    key: change.key,
    time: change.time,
    correlationId: newId(),
    data: change.data,
  });
}
