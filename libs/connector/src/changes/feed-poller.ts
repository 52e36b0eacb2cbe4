import { events } from '#contracts';
import { eventOf, publish, type StoredEvent } from '#events';
import { Failure, newId } from '#kernel';
import { type AppLogger, BackgroundLoop, durationMs, withContext } from '#platform';
import type { Change, Feed } from '../connector.js';
import { pollingPace } from '../http/budget.js';
import type { Vendor } from '../http/vendor.js';
import type { ChangeRepository } from './change.repository.js';

/** Polls one feed of one instance; events and cursor commit together, so a crash repeats a page and loses none. */
export function feedPoller(feed: Feed, vendor: Vendor, changes: ChangeRepository, logger: AppLogger): BackgroundLoop {
  const everyMs = vendor.config.pollEvery ? durationMs(vendor.config.pollEvery) : feed.everyMs;
  let awayMs = 0;
  return new BackgroundLoop({
    name: `feed ${vendor.instance}/${feed.name}`,
    logger,
    /** Slower as the day's budget runs low, and not before the vendor wants to be asked again. */
    get idleMs() {
      return Math.max(awayMs, Math.round(everyMs * pollingPace(vendor.line.gate.leftForPolling)));
    },
    work: () =>
      withContext({ correlationId: newId(), actor: null }, async () => {
        awayMs = 0;
        try {
          return await pollOnce(feed, vendor.inBackground(), changes);
        } catch (error) {
          // To be told when to come back is no defect: the loop pauses that long instead of logging one.
          awayMs = Failure.from(error).detail.retryAfterMs ?? 0;
          if (awayMs === 0) throw error;
          return false;
        }
      }),
  });
}

export async function pollOnce(feed: Feed, vendor: Vendor, changes: ChangeRepository): Promise<boolean> {
  const before = await changes.cursor(vendor.instance, feed.name);
  const page = await feed.poll(vendor, before ?? feed.since(`${vendor.config.changesSince}T00:00:00Z`));
  await changes.database.transaction(async (manager) => {
    const seen = page.changes.map((change) => toEvent(vendor.instance, change));
    await publish(manager, await changes.untold(manager, seen));
    await changes.moveCursor(manager, vendor.instance, feed.name, page.cursor);
  });
  return page.more;
}

/**
 * A new piece of work starts here: its correlation id is its event's. A record that cannot be told in the contract's
 * words becomes an event that says so; it must hold up neither the feed nor the records after it.
 */
export function toEvent(instance: string, change: Change): StoredEvent {
  const { type, subject, key, time, data } = change;
  const envelope = { source: `/instances/${instance}`, subject, key, time, correlationId: newId() };
  try {
    return eventOf({ ...envelope, type, data });
  } catch (error) {
    const { message, detail } = Failure.from(error);
    if (detail.code !== 'schema-violation') throw error;
    const reason = [message, ...(detail.fields ?? []).map((one) => `${one.field}: ${one.message}`)].join('; ');
    return eventOf({
      ...envelope,
      type: events.recordUnreadable,
      data: { instance, record: subject, reason: reason.slice(0, 1_000) },
    });
  }
}
