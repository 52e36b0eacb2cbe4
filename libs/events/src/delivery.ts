import { derivedId, type Failure } from '#kernel';
import { type DataSource, type EntityManager, momentText, rows } from '#platform';
import type { StoredEvent } from './event.js';
import { note } from './handling.js';

/** One try at handing an event to a subscriber. */
export interface DeliveryAttempt {
  at: string;
  message: string;
  stack: string | null;
}

/** An event a subscriber failed on every time, with everything there is to know about it. */
export interface Poison {
  /** Id of the delivery, to retry or skip it by. */
  id: string;
  subscription: string;
  event: StoredEvent;
  failure: Failure;
  attempts: DeliveryAttempt[];
}

/** Makes a poison event somebody's work, in the transaction that lets the subscription go on. */
export type Quarantine = (manager: EntityManager, poison: Poison) => Promise<void>;

/** A row of the log. */
export interface LogRow extends StoredEvent {
  position: string;
}

export const logColumns = `log.position, log.id, log.source, log.type, log.subject,
  ${momentText('log.time')} as time, log.correlation_id as "correlationId", log.data`;

/** A defect is tried again a few times, in case it was the moment's. */
const defectTries = 5;

export const deliveryId = (subscription: string, { source, id }: Pick<StoredEvent, 'id' | 'source'>): string =>
  derivedId('delivery', subscription, source, id);

/** Counts a failed try; after the last one the event is set aside. True where it was. */
export async function countFailure(
  manager: EntityManager,
  subscription: string,
  { position, ...event }: LogRow,
  failure: Failure,
  quarantine: Quarantine,
): Promise<boolean> {
  const id = deliveryId(subscription, event);
  const cause = failure.cause instanceof Error ? failure.cause : failure;
  const [counted] = await rows<{ attempts: DeliveryAttempt[] }>(
    manager,
    `insert into delivery as known (id, subscription, position, state, attempts)
     values ($1, $2, $3, 'failing', jsonb_build_array(
       jsonb_build_object('at', clock_timestamp(), 'message', $4::text, 'stack', $5::text)))
     on conflict (id) do update set attempts = known.attempts || excluded.attempts, updated_at = clock_timestamp()
     returning attempts`,
    [id, subscription, position, failure.message, cause.stack ?? null],
  );
  const { attempts } = counted!;
  if (attempts.length < defectTries) return false;
  await manager.query(`update delivery set state = 'quarantined' where id = $1`, [id]);
  await note(manager, subscription, event, { outcome: 'quarantined', reason: failure.message });
  await quarantine(manager, { id, subscription, event, failure, attempts });
  return true;
}

/** Forgets that they ever failed. */
export async function clearDeliveries(
  manager: EntityManager,
  subscription: string,
  events: StoredEvent[],
): Promise<void> {
  await manager.query('delete from delivery where id = any($1)', [
    events.map((event) => deliveryId(subscription, event)),
  ]);
}

/** Events to be delivered again, oldest first. */
export const dueDeliveries = (database: DataSource, subscription: string, limit: number): Promise<LogRow[]> =>
  rows<LogRow>(
    database,
    `select ${logColumns} from delivery join events.log on log.position = delivery.position
      where delivery.subscription = $1 and delivery.state = 'due' order by delivery.position limit ${limit}`,
    [subscription],
  );

/** Whether it is still to be delivered again. */
export async function isDue(manager: EntityManager, subscription: string, event: LogRow): Promise<boolean> {
  const due = await rows(manager, `select 1 from delivery where id = $1 and state = 'due'`, [
    deliveryId(subscription, event),
  ]);
  return due.length === 1;
}

/** Gives a quarantined event to its subscriber again, with all its tries before it. */
export async function retryDelivery(manager: EntityManager, id: string): Promise<void> {
  await manager.query(
    `update delivery set state = 'due', attempts = '[]', updated_at = clock_timestamp()
      where id = $1 and state = 'quarantined'`,
    [id],
  );
}

/** Lets a quarantined event go unhandled. */
export async function skipDelivery(manager: EntityManager, id: string, reason: string): Promise<void> {
  const [skipped] = await rows<{ subscription: string; id: string; source: string }>(
    manager,
    `delete from delivery using events.log where delivery.id = $1 and delivery.state = 'quarantined'
        and log.position = delivery.position returning delivery.subscription, log.id, log.source`,
    [id],
  );
  if (skipped) await note(manager, skipped.subscription, skipped, { outcome: 'rejected', reason });
}
