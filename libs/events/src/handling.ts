import { Failure, needsPerson } from '#kernel';
import type { AppLogger, EntityManager } from '#platform';
import type { StoredEvent } from './event.js';
import type { Outcome, Subscription } from './subscription.js';

/** What became of an event, and why where it was not applied. */
export interface Handled {
  outcome: Outcome | 'rejected';
  reason: string | null;
}

/** Hands an event to its subscriber; what it can never take is rejected and leaves nothing behind. */
export async function handle(
  manager: EntityManager,
  logger: AppLogger,
  subscription: Subscription,
  event: StoredEvent,
): Promise<Handled> {
  await manager.query('savepoint handling');
  try {
    return { outcome: await subscription.handle(event, manager), reason: null };
  } catch (error) {
    const failure = Failure.from(error);
    if (!needsPerson(failure)) throw failure;
    await manager.query('rollback to savepoint handling');
    logger.problem('event rejected', { eventType: event.type, subject: event.subject, reason: failure.message });
    return { outcome: 'rejected', reason: failure.message };
  }
}

/** Notes what became of it; a later outcome of the same event replaces the one before. */
export async function note(
  manager: EntityManager,
  subscription: string,
  event: Pick<StoredEvent, 'id' | 'source'>,
  { outcome, reason }: { outcome: Handled['outcome'] | 'quarantined'; reason: string | null },
): Promise<void> {
  await manager.query(
    `insert into inbox (subscription, event_id, event_source, outcome, reason) values ($1, $2, $3, $4, $5)
     on conflict (subscription, event_source, event_id) do update
       set outcome = excluded.outcome, reason = excluded.reason, at = clock_timestamp()`,
    [subscription, event.id, event.source, outcome, reason],
  );
}

/** Notes that all of them were applied. */
export async function noteApplied(
  manager: EntityManager,
  subscription: string,
  events: Pick<StoredEvent, 'id' | 'source'>[],
): Promise<void> {
  await manager.query(
    `insert into inbox (subscription, event_id, event_source, outcome)
     select $1, id, source, 'applied' from unnest($2::uuid[], $3::text[]) as event (id, source)
     on conflict (subscription, event_source, event_id) do update
       set outcome = excluded.outcome, reason = null, at = clock_timestamp()`,
    [subscription, events.map(({ id }) => id), events.map(({ source }) => source)],
  );
}
