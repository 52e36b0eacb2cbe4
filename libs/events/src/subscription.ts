import { failpoint, type Failure } from '#kernel';
import type { EventType } from '#contracts';
import {
  type AppLogger,
  BackgroundLoop,
  classified,
  type DataSource,
  type EntityManager,
  rows,
  withContext,
} from '#platform';
import {
  clearDelivery,
  countFailure,
  dueDeliveries,
  isDue,
  logColumns,
  type LogRow,
  type Quarantine,
} from './delivery.js';
import type { StoredEvent } from './event.js';
import { handle, note } from './handling.js';

/** What became of an event in a subscriber: `superseded` means something newer was applied already. */
export type Outcome = 'applied' | 'superseded';

export interface Subscription {
  name: string;
  types: EventType[];
  /** Acts in the given transaction only; the outcome and the position commit with it. */
  handle: (event: StoredEvent, manager: EntityManager) => Promise<Outcome>;
}

const portion = 100;
const nobodyTold: Quarantine = () => Promise.resolve();

/** Delivers the log to a subscriber, in order, each event once. */
export const subscriber = (
  database: DataSource,
  logger: AppLogger,
  subscription: Subscription,
  quarantine: Quarantine,
): BackgroundLoop =>
  new BackgroundLoop({
    name: `subscription ${subscription.name}`,
    logger,
    idleMs: 150,
    work: async () => (await deliverOnce(database, logger, subscription, quarantine)) === portion,
  });

/** Delivers what is to be delivered again, and the next events; answers how many of these were read. */
export async function deliverOnce(
  database: DataSource,
  logger: AppLogger,
  subscription: Subscription,
  quarantine: Quarantine = nobodyTold,
): Promise<number> {
  const again = await dueDeliveries(database, subscription.name, portion);
  const batch = await nextEvents(database, subscription);
  if (again.length + batch.length === 0) return 0;
  await database.query('insert into subscription (name) values ($1) on conflict do nothing', [subscription.name]);
  const delivery = new Delivery(database, logger, subscription, quarantine);
  for (const row of [...again, ...batch]) {
    await withContext({ correlationId: row.correlationId, actor: null }, () => delivery.of(row));
  }
  return batch.length;
}

const nextEvents = (database: DataSource, { name, types }: Subscription): Promise<LogRow[]> =>
  rows<LogRow>(
    database,
    `select ${logColumns} from events.log where log.type = any($1) and log.position > coalesce(
            (select position from subscription where name = $2), 0) order by log.position limit ${portion}`,
    [types.map(({ type }) => type), name],
  );

/** Hands events to one subscriber, each in a transaction of its own. */
class Delivery {
  constructor(
    private readonly database: DataSource,
    private readonly logger: AppLogger,
    private readonly subscription: Subscription,
    private readonly quarantine: Quarantine,
  ) {}

  async of(row: LogRow): Promise<void> {
    const { name } = this.subscription;
    const { position: _position, ...event } = row;
    try {
      await this.database.transaction(async (manager) => {
        if (!(await claim(manager, name, row))) return;
        await note(manager, name, event, await handle(manager, this.logger, this.subscription, event));
        await clearDelivery(manager, name, event);
        await advance(manager, name, row);
      });
      failpoint('after-handled');
    } catch (error) {
      const failure = classified(error);
      if (failure.kind !== 'defect' || !(await this.setAside(row, failure))) throw failure;
      this.logger.problem('event quarantined', { eventType: row.type, subject: row.subject, reason: failure.message });
    }
  }

  /** Counts the failure; true where the event holds up the others no longer. */
  private setAside(row: LogRow, failure: Failure): Promise<boolean> {
    const { name } = this.subscription;
    return this.database.transaction(async (manager) => {
      if (!(await claim(manager, name, row))) return true;
      const isPoison = await countFailure(manager, name, row, failure, this.quarantine);
      if (isPoison) await advance(manager, name, row);
      return isPoison;
    });
  }
}

/** Keeps other processes from the subscription; false where one of them delivered this event already. */
async function claim(manager: EntityManager, name: string, row: LogRow): Promise<boolean> {
  const fresh = await rows<{ fresh: boolean }>(
    manager,
    'select position < $2 as fresh from subscription where name = $1 for update',
    [name, row.position],
  );
  return fresh[0]!.fresh || (await isDue(manager, name, row));
}

async function advance(manager: EntityManager, name: string, { position }: LogRow): Promise<void> {
  await manager.query('update subscription set position = greatest(position, $2), updated_at = now() where name = $1', [
    name,
    position,
  ]);
}
