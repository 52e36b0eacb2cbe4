import { Failure, isId } from '#kernel';
import { type AppLogger, type DataSource, type EntityManager, once, recordAudit, rows, withContext } from '#platform';
import { deliveryId, logColumns, type LogRow } from './delivery.js';
import { handle, type Handled } from './handling.js';
import type { Subscription } from './subscription.js';

/** Which events; at least one of these is said. */
export interface Selection {
  type?: string;
  subject?: string;
  correlationId?: string;
  /** Events that happened at or after this moment, and before that one. */
  from?: string;
  until?: string;
  /** Ids. */
  events?: string[];
}

/** An event of a replay: what will, or would, become of it. */
export type Replayed = Pick<LogRow, 'id' | 'type' | 'subject' | 'time'> & {
  outcome: Handled['outcome'] | 'failed' | 'due';
  reason: string | null;
};

/** How far a subscriber is. */
export interface SubscriptionPosition {
  name: string;
  types: string[];
  position: number;
  lagEvents: number;
  lagSeconds: number;
  due: number;
  failing: number;
  quarantined: number;
}

const mostAtOnce = 500;

/** The subscribers of an app: where they stand, and events given to one of them again. */
export class Subscriptions {
  constructor(
    private readonly database: DataSource,
    private readonly logger: AppLogger,
    private readonly all: Subscription[],
  ) {}

  positions(): Promise<SubscriptionPosition[]> {
    return Promise.all(this.all.map((subscription) => this.positionOf(subscription)));
  }

  /** Says what the subscriber would make of each event, all in one transaction that is then rolled back. */
  async rehearse(name: string, selection: Selection): Promise<Replayed[]> {
    const subscription = this.find(name);
    const found: Replayed[] = [];
    await this.database
      .transaction(async (manager) => {
        for (const row of await select(manager, subscription, selection)) {
          found.push({ ...shown(row), ...(await this.wouldBe(manager, subscription, row)) });
        }
        throw rehearsed;
      })
      .catch((error: unknown) => {
        if (error !== rehearsed) throw error;
      });
    return found;
  }

  /** Gives the events to the subscriber again, in order, beside what comes anew. */
  async replay(name: string, selection: Selection, by: string, reason: string): Promise<Replayed[]> {
    const subscription = this.find(name);
    return once(this.database, async (manager) => {
      const found = await select(manager, subscription, selection);
      await manager.query(
        `insert into delivery as known (id, subscription, position, state)
         select id, $2, position, 'due' from unnest($1::uuid[], $3::bigint[]) as list (id, position)
         on conflict (id) do update set state = 'due', attempts = '[]', updated_at = clock_timestamp()
           where known.state <> 'failing'`,
        [found.map((row) => deliveryId(name, row)), name, found.map(({ position }) => position)],
      );
      const { events: _ids, ...criteria } = selection;
      const after = { ...criteria, events: String(found.length) };
      await recordAudit(manager, {
        actor: by,
        action: 'events.replay',
        subject: `subscription/${name}`,
        reason,
        after,
      });
      return found.map((row) => ({ ...shown(row), outcome: 'due' as const, reason: null }));
    });
  }

  private async wouldBe(
    manager: EntityManager,
    subscription: Subscription,
    { position: _position, ...event }: LogRow,
  ): Promise<Pick<Replayed, 'outcome' | 'reason'>> {
    return withContext({ correlationId: event.correlationId, actor: null }, async () => {
      await manager.query('savepoint rehearsal');
      try {
        return await handle(manager, this.logger, subscription, event);
      } catch (error) {
        await manager.query('rollback to savepoint rehearsal');
        return { outcome: 'failed', reason: Failure.from(error).message };
      }
    });
  }

  private async positionOf({ name, types }: Subscription): Promise<SubscriptionPosition> {
    const names = types.map(({ type }) => type);
    const [found] = await rows<Omit<SubscriptionPosition, 'name' | 'types'>>(
      this.database,
      `with mine as (select coalesce((select position from subscription where name = $1), 0) as position)
       select mine.position::float8 as position, count(log.position)::int as "lagEvents",
              coalesce(greatest(0, extract(epoch from clock_timestamp() - min(log.recorded_at))), 0)::float8 as "lagSeconds",
              (select count(*)::int from delivery where subscription = $1 and state = 'due') as due,
              (select count(*)::int from delivery where subscription = $1 and state = 'failing') as failing,
              (select count(*)::int from delivery where subscription = $1 and state = 'quarantined') as quarantined
         from mine left join events.log on log.type = any($2) and log.position > mine.position group by mine.position`,
      [name, names],
    );
    return { name, types: names, ...found!, lagSeconds: Math.round(found!.lagSeconds) };
  }

  private find(name: string): Subscription {
    const found = this.all.find((subscription) => subscription.name === name);
    if (found) return found;
    throw new Failure('not-found', `no subscription "${name}"`, {
      remedy: `use one of ${this.all.map((one) => one.name).join(', ')}`,
    });
  }
}

/** Rolls a rehearsal back. */
const rehearsed = new Error('a rehearsal changes nothing');

const shown = ({ id, type, subject, time }: LogRow): Pick<Replayed, 'id' | 'type' | 'subject' | 'time'> => ({
  id,
  type,
  subject,
  time,
});

/** What the subscriber has got already; what is still to come it gets anyway. */
async function select(manager: EntityManager, subscription: Subscription, selection: Selection): Promise<LogRow[]> {
  const { type, subject, correlationId, from, until, events } = selection;
  if (Object.values(selection).every((value) => value === undefined)) {
    throw new Failure('rejected', 'a replay needs a type, a subject, a correlation or a time', {
      code: 'no-selection',
    });
  }
  const strange = events?.find((id) => !isId(id));
  if (strange !== undefined) {
    throw new Failure('rejected', `"${strange}" is no id of an event`, {
      code: 'no-event-id',
      fields: [{ field: 'selection.events', message: 'must be a list of ids' }],
    });
  }
  const found = await rows<LogRow>(
    manager,
    `select ${logColumns} from events.log where log.type = any($1)
        and log.position <= coalesce((select position from subscription where name = $2), 0)
        and ($3::text is null or log.type = $3) and ($4::text is null or log.subject = $4)
        and ($5::text is null or log.correlation_id = $5) and ($6::timestamptz is null or log.time >= $6)
        and ($7::timestamptz is null or log.time < $7) and ($8::uuid[] is null or log.id = any($8)) order by log.position limit ${mostAtOnce + 1}`,
    [
      subscription.types.map((one) => one.type),
      subscription.name,
      type ?? null,
      subject ?? null,
      correlationId ?? null,
      from ?? null,
      until ?? null,
      events ?? null,
    ],
  );
  if (found.length <= mostAtOnce) return found;
  throw new Failure('rejected', `more than ${mostAtOnce} events meet this selection`, {
    code: 'too-many',
    remedy: 'narrow it, for example by time',
  });
}
