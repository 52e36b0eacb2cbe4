import { failpoint } from '#kernel';
import { type AppLogger, BackgroundLoop, type DataSource, type EntityManager, preparedRows, rows } from '#platform';
import type { StoredEvent } from './event.js';

/** Publishes events in the transaction that makes them true. */
export async function publish(manager: EntityManager, events: StoredEvent[]): Promise<void> {
  if (events.length === 0) return;
  await manager.query(
    `insert into outbox (id, source, type, subject, time, correlation_id, data)
     select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::text[], $7::jsonb[])`,
    [
      events.map((event) => event.id),
      events.map((event) => event.source),
      events.map((event) => event.type),
      events.map((event) => event.subject),
      events.map((event) => event.time),
      events.map((event) => event.correlationId),
      events.map((event) => JSON.stringify(event.data)),
    ],
  );
}

const portion = 500;

/**
 * Moves one portion of the outbox to the event log, keeping its order. Appending is serialised across apps, so that
 * positions become visible in order and a subscriber that has read past one has missed nothing before it.
 */
export async function relayOnce(database: DataSource): Promise<number> {
  const moved = await database.transaction(async (manager) => {
    await manager.query(`select pg_advisory_xact_lock(hashtext('events.log'))`);
    const [taken] = await rows<{ moved: number }>(
      manager,
      `with taken as (
         delete from outbox where position in (select position from outbox order by position limit ${portion})
         returning *),
       appended as (
         insert into events.log (id, source, type, subject, time, correlation_id, data)
         select id, source, type, subject, time, correlation_id, data from taken order by position
         on conflict (source, id) do nothing)
       select count(*)::int as moved from taken`,
    );
    return taken!.moved;
  });
  failpoint('after-append');
  return moved;
}

/** Keeps moving the outbox to the log. */
export const outboxRelay = (database: DataSource, logger: AppLogger): BackgroundLoop =>
  new BackgroundLoop({
    name: 'outbox relay',
    logger,
    idleMs: 150,
    work: async () => ((await isEmpty(database)) ? false : (await relayOnce(database)) === portion),
  });

const isEmpty = async (database: DataSource): Promise<boolean> =>
  (await preparedRows(database, 'select 1 from outbox limit 1', [])).length === 0;
