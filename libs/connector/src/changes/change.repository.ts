import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { StoredEvent } from '#events';
import { type DataSource, type EntityManager, rows } from '#platform';
import { OwnershipRepository } from '../ownership/ownership.repository.js';

export class CreateChanges1700000000002 implements MigrationInterface {
  name = 'CreateChanges1700000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table feed_cursor (
        instance text not null, feed text not null, cursor text not null, polled_at timestamptz not null default now(),
        primary key (instance, feed))`);
    await runner.query(`
      create table webhook_delivery (
        position bigserial primary key, instance text not null, delivery text not null, body bytea not null,
        correlation_id text not null, received_at timestamptz not null default now(),
        state text not null default 'waiting' check (state in ('waiting', 'read', 'unreadable')),
        attempts int not null default 0, next_at timestamptz not null default now(), failure text,
        unique (instance, delivery))`);
    await runner.query(`create index webhook_waiting on webhook_delivery (next_at) where state = 'waiting'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table webhook_delivery');
    await runner.query('drop table feed_cursor');
  }
}

/** A webhook that was answered 2xx and not yet turned into events. */
export interface Delivery {
  position: string;
  instance: string;
  body: Buffer;
  correlationId: string;
  attempts: number;
}

/** How far each feed was read, and the webhooks still to be read. */
export class ChangeRepository {
  readonly ownership: OwnershipRepository;

  constructor(readonly database: DataSource) {
    this.ownership = new OwnershipRepository(database);
  }

  async cursor(instance: string, feed: string): Promise<string | null> {
    const found = await rows<{ cursor: string }>(
      this.database,
      'select cursor from feed_cursor where instance = $1 and feed = $2',
      [instance, feed],
    );
    return found[0]?.cursor ?? null;
  }

  async moveCursor(manager: EntityManager, instance: string, feed: string, cursor: string): Promise<void> {
    await manager.query(
      `insert into feed_cursor (instance, feed, cursor) values ($1, $2, $3)
       on conflict (instance, feed) do update set cursor = excluded.cursor, polled_at = now()`,
      [instance, feed, cursor],
    );
  }

  /**
   * Those nobody was told yet. Windows overlap, so every poll finds old changes again; what is in the log, or on its
   * way there, stays as it was first told, with its correlation id.
   */
  async untold(manager: EntityManager, seen: StoredEvent[]): Promise<StoredEvent[]> {
    const once = [...new Map(seen.map((event) => [event.id, event])).values()];
    const told = await rows<{ id: string }>(
      manager,
      `select id from events.log where source = any($1) and id = any($2::uuid[])
       union all select id from outbox where id = any($2::uuid[])`,
      [[...new Set(once.map(({ source }) => source))], once.map(({ id }) => id)],
    );
    const known = new Set(told.map(({ id }) => id));
    return once.filter(({ id }) => !known.has(id));
  }

  /** Keeps a webhook before it is answered; a delivery that came before is kept once. */
  async keep(instance: string, delivery: string, body: Buffer, correlationId: string): Promise<void> {
    await this.database.query(
      `insert into webhook_delivery (instance, delivery, body, correlation_id) values ($1, $2, $3, $4)
       on conflict (instance, delivery) do nothing`,
      [instance, delivery, body, correlationId],
    );
  }

  async waiting(instance: string, limit: number): Promise<Delivery[]> {
    return rows<Delivery>(
      this.database,
      `select position, instance, body, correlation_id as "correlationId", attempts from webhook_delivery
        where state = 'waiting' and instance = $1 and next_at <= now() order by position limit $2`,
      [instance, limit],
    );
  }

  async markRead(manager: EntityManager, position: string): Promise<void> {
    await manager.query(`update webhook_delivery set state = 'read', failure = null where position = $1`, [position]);
  }

  /** Nothing is lost: the delivery stays, to be read later or, when it never can be, to be looked at. */
  async postpone(delivery: Delivery, failure: string, forGood: boolean): Promise<void> {
    await this.database.query(
      `update webhook_delivery set attempts = attempts + 1, failure = $2, state = $3,
              next_at = now() + least(300, power(2, attempts)) * interval '1 second' where position = $1`,
      [delivery.position, failure, forGood ? 'unreadable' : 'waiting'],
    );
  }
}
