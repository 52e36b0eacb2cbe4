import { Failure, needsPerson } from '#kernel';
import type { EventType } from '#contracts';
import { type AppLogger, BackgroundLoop, type DataSource, type EntityManager, rows, withContext } from '#platform';
import type { StoredEvent } from './event.js';

/** What became of an event in a subscriber: `superseded` means something newer was applied already. */
export type Outcome = 'applied' | 'superseded';

export interface Subscription {
  name: string;
  types: EventType[];
  /** Acts in the given transaction only; the outcome and the position commit with it. */
  handle: (event: StoredEvent, manager: EntityManager) => Promise<Outcome>;
}

const portion = 100;

interface LogRow extends StoredEvent {
  position: string;
}

/** Delivers the log to a subscriber, in order, each event once. */
export const subscriber = (database: DataSource, logger: AppLogger, subscription: Subscription): BackgroundLoop =>
  new BackgroundLoop({
    name: `subscription ${subscription.name}`,
    logger,
    idleMs: 150,
    work: async () => (await deliverOnce(database, logger, subscription)) === portion,
  });

/** Delivers the next events; answers how many were read. */
export async function deliverOnce(
  database: DataSource,
  logger: AppLogger,
  subscription: Subscription,
): Promise<number> {
  const types = subscription.types.map(({ type }) => type);
  const batch = await rows<LogRow>(
    database,
    `select log.position, log.id, log.source, log.type, log.subject, log.time, log.correlation_id as "correlationId", log.data
       from events.log where log.type = any($1) and log.position > coalesce(
              (select position from subscription where name = $2), 0) order by log.position limit ${portion}`,
    [types, subscription.name],
  );
  for (const { position, ...event } of batch) {
    await withContext({ correlationId: event.correlationId, actor: null }, () =>
      database.transaction((manager) => deliver(manager, logger, subscription, event, position)),
    );
  }
  return batch.length;
}

async function deliver(
  manager: EntityManager,
  logger: AppLogger,
  subscription: Subscription,
  event: StoredEvent,
  position: string,
): Promise<void> {
  const fresh = await advance(manager, subscription.name, position);
  if (!fresh) return;
  await manager.query('savepoint handling');
  try {
    const outcome = await subscription.handle(event, manager);
    await note(manager, subscription.name, event, outcome, null);
  } catch (error) {
    const failure = Failure.from(error);
    if (!needsPerson(failure)) throw failure;
    await manager.query('rollback to savepoint handling');
    logger.problem('event rejected', { eventType: event.type, subject: event.subject, reason: failure.message });
    await note(manager, subscription.name, event, 'rejected', failure.message);
  }
}

/** Moves the position on; false where another process delivered this event already. */
async function advance(manager: EntityManager, name: string, position: string): Promise<boolean> {
  await manager.query('insert into subscription (name) values ($1) on conflict do nothing', [name]);
  const moved = await rows(
    manager,
    'update subscription set position = $2, updated_at = now() where name = $1 and position < $2 returning name',
    [name, position],
  );
  return moved.length === 1;
}

async function note(
  manager: EntityManager,
  subscription: string,
  event: StoredEvent,
  outcome: Outcome | 'rejected',
  reason: string | null,
): Promise<void> {
  await manager.query(
    `insert into inbox (subscription, event_id, event_source, outcome, reason) values ($1, $2, $3, $4, $5)
     on conflict do nothing`,
    [subscription, event.id, event.source, outcome, reason],
  );
}
