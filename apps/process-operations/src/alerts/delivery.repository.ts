import type { AlertDelivery, AlertOccasion } from '#contracts';
import { newId } from '#kernel';
import { type DataSource, type EntityManager, rows } from '#platform';

/** One receiver of an owner's alerts. */
export interface Receiver {
  /** The owner whose route it is. */
  route: string;
  channel: AlertDelivery['channel'];
  address: string | null;
}

/** A message about to be sent. */
export interface Outgoing extends Receiver {
  id: string;
  alert: string;
  occasion: AlertOccasion;
  tries: number;
  /** What is sent, the same bytes every time; null before the first try. */
  body: string | null;
}

const outgoing = 'id, alert, route, channel, address, occasion, tries, body';

/** Longer than any receiver takes; whoever died with a message in hand gives it back then. */
const leaseMs = 60_000;

/** Messages about alerts, kept before they are sent. */
export class DeliveryRepository {
  constructor(private readonly database: DataSource) {}

  /** Plans a message to each receiver, in the commit that brings it about. */
  async plan(
    manager: EntityManager,
    alert: string,
    occasion: AlertOccasion,
    receivers: Receiver[],
    inMs = 0,
  ): Promise<void> {
    for (const { route, channel, address } of receivers) {
      await manager.query(
        `insert into alert_delivery (id, alert, route, channel, address, occasion, due_at)
         values ($1, $2, $3, $4, $5, $6, clock_timestamp() + $7 * interval '1 millisecond')`,
        [newId(), alert, route, channel, address, occasion, inMs],
      );
    }
  }

  /** Says that an alert is no longer muted, unless there is a message on its way that says as much. */
  async planUnmuted(manager: EntityManager, alert: string, receivers: Receiver[]): Promise<void> {
    const waiting = await rows(manager, `select 1 from alert_delivery where alert = $1 and state = 'waiting'`, [alert]);
    if (waiting.length === 0) await this.plan(manager, alert, 'unmuted', receivers);
  }

  /** Who was sent anything about an alert, or may have been. */
  async told(manager: EntityManager, alert: string): Promise<Receiver[]> {
    return rows<Receiver>(
      manager,
      'select distinct route, channel, address from alert_delivery where alert = $1 and tries > 0',
      [alert],
    );
  }

  /** Takes the next message that is due; what a receiver is told of one alert keeps its order. */
  async take(): Promise<Outgoing | null> {
    const [taken] = await rows<Outgoing>(
      this.database,
      `update alert_delivery set tries = tries + 1, due_at = clock_timestamp() + ${leaseMs} * interval '1 millisecond'
        where id = (
          select id from alert_delivery as next
           where state = 'waiting' and due_at <= clock_timestamp() and not exists (
             select 1 from alert_delivery as before
              where before.alert = next.alert and before.route = next.route and before.channel = next.channel
                and before.address is not distinct from next.address and before.state = 'waiting'
                and before.ordinal < next.ordinal)
           order by due_at limit 1 for update skip locked)
       returning ${outgoing}`,
    );
    return taken ?? null;
  }

  /** Keeps what will be sent; what was kept before stays. */
  async keepBody(id: string, body: string): Promise<string> {
    const [kept] = await rows<{ body: string }>(
      this.database,
      'update alert_delivery set body = coalesce(body, $2) where id = $1 returning body',
      [id, body],
    );
    return kept!.body;
  }

  async sent({ id }: Outgoing): Promise<void> {
    await this.database.query(
      `update alert_delivery set state = 'sent', failure = null, sent_at = clock_timestamp() where id = $1`,
      [id],
    );
  }

  async dropped({ id }: Outgoing): Promise<void> {
    await this.database.query(`update alert_delivery set state = 'dropped', tries = 0 where id = $1`, [id]);
  }

  async later({ id }: Outgoing, failure: string, inMs: number): Promise<void> {
    await this.database.query(
      `update alert_delivery set failure = left($2, 500), due_at = clock_timestamp() + $3 * interval '1 millisecond'
        where id = $1`,
      [id, failure, inMs],
    );
  }

  async dead({ id }: Outgoing, failure: string): Promise<void> {
    await this.database.query(`update alert_delivery set state = 'dead', failure = left($2, 500) where id = $1`, [
      id,
      failure,
    ]);
  }

  /** What was given up is due again, under the id it always had; answers how many. */
  async revive(manager: EntityManager, alert: string): Promise<number> {
    const revived = await rows(
      manager,
      `update alert_delivery set state = 'waiting', tries = 0, due_at = clock_timestamp()
        where alert = $1 and state = 'dead' returning id`,
      [alert],
    );
    return revived.length;
  }

  async of(alert: string): Promise<AlertDelivery[]> {
    const found = await rows<Omit<AlertDelivery, 'dueAt' | 'sentAt'> & { dueAt: Date | null; sentAt: Date | null }>(
      this.database,
      `select id, route, channel, address, occasion, state, tries, failure, sent_at as "sentAt",
              case when state = 'waiting' then due_at end as "dueAt"
         from alert_delivery where alert = $1 order by ordinal desc limit 200`,
      [alert],
    );
    return found.map((one) => ({
      ...one,
      dueAt: one.dueAt?.toISOString() ?? null,
      sentAt: one.sentAt?.toISOString() ?? null,
    }));
  }
}
