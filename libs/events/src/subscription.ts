import { failpoint, type Failure } from '#kernel';
import type { EventType } from '#contracts';
import {
  type AppLogger,
  BackgroundLoop,
  type BackgroundService,
  classified,
  type DataSource,
  type EntityManager,
  rows,
  withContext,
} from '#platform';
import {
  clearDeliveries,
  countFailure,
  dueDeliveries,
  isDue,
  logColumns,
  type LogRow,
  type Quarantine,
} from './delivery.js';
import type { StoredEvent } from './event.js';
import { handle, note, noteApplied } from './handling.js';
import { type Concerned, LogWatch } from './log-watch.js';

/** What became of an event in a subscriber: `superseded` means something newer was applied already. */
export type Outcome = 'applied' | 'superseded';

export interface Subscription {
  name: string;
  types: EventType[];
  /** Acts in the given transaction only; the outcome and the position commit with it. */
  handle: (event: StoredEvent, manager: EntityManager) => Promise<Outcome>;
  /**
   * Applies as many of the first events as can be applied in one commit, in the same way, and answers how many; the
   * next is then handled by itself. Where it fails, nothing of it remains and each event is handled by itself.
   */
  applyFirst?: (events: StoredEvent[], manager: EntityManager) => Promise<number>;
}

const portion = 100;
const nobodyTold: Quarantine = () => Promise.resolve();

/** Delivers the log to the subscribers of an app: to each in order, each event once. */
export function subscribers(
  database: DataSource,
  logger: AppLogger,
  subscriptions: Subscription[],
  quarantine: Quarantine,
): BackgroundService[] {
  const all = subscriptions.map((one) => new Subscriber(database, logger, one, quarantine));
  return [new LogWatch(database, all).loop(logger), ...all.map(({ loop }) => loop)];
}

/** Reads the log whenever it is told that there may be something. */
class Subscriber implements Concerned {
  readonly name: string;
  readonly types: string[];
  readonly loop: BackgroundLoop;
  private isTold = false;

  constructor(database: DataSource, logger: AppLogger, subscription: Subscription, quarantine: Quarantine) {
    this.name = subscription.name;
    this.types = subscription.types.map(({ type }) => type);
    this.loop = new BackgroundLoop({
      name: `subscription ${subscription.name}`,
      logger,
      idleMs: 150,
      work: () => this.deliver(() => deliverOnce(database, logger, subscription, quarantine)),
    });
  }

  tell(): void {
    this.isTold = true;
    this.loop.wake();
  }

  /** True where more is waiting. What fails is tried again without being told. */
  private async deliver(once: () => Promise<number>): Promise<boolean> {
    if (!this.isTold) return false;
    this.isTold = false;
    try {
      const isMore = (await once()) === portion;
      this.isTold ||= isMore;
      return this.isTold;
    } catch (error) {
      this.isTold = true;
      throw error;
    }
  }
}

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
  await delivery.each(again);
  await delivery.all(batch);
  return batch.length;
}

const nextEvents = (database: DataSource, { name, types }: Subscription): Promise<LogRow[]> =>
  rows<LogRow>(
    database,
    `select ${logColumns} from events.log where log.type = any($1) and log.position > coalesce(
            (select position from subscription where name = $2), 0) order by log.position limit ${portion}`,
    [types.map(({ type }) => type), name],
  );

/** Hands events to one subscriber, in order: each in a transaction of its own, or a row of them in one. */
class Delivery {
  constructor(
    private readonly database: DataSource,
    private readonly logger: AppLogger,
    private readonly subscription: Subscription,
    private readonly quarantine: Quarantine,
  ) {}

  /** In the order of the log; where one event hinders the others, each is handled by itself and shows its own failure. */
  async all(told: LogRow[]): Promise<void> {
    for (let at = 0; at < told.length;) {
      const applied = await this.first(told.slice(at));
      if (applied === null) return this.each(told.slice(at));
      if (applied === 0) await this.each(told.slice(at, at + 1));
      at += Math.max(applied, 1);
    }
  }

  async each(told: LogRow[]): Promise<void> {
    for (const row of told) {
      await withContext({ correlationId: row.correlationId, actor: null }, () => this.of(row));
    }
  }

  /** How many of the first events were applied in one commit; null where that failed and nothing of it remains. */
  private async first(told: LogRow[]): Promise<number | null> {
    const { name, applyFirst } = this.subscription;
    if (!applyFirst || told.length === 1) return 0;
    const commit = this.database.transaction(async (manager) => {
      if (!(await isNew(manager, name, told[0]!))) return 0;
      const count = await applyFirst(told, manager);
      if (count === 0) return 0;
      await noteApplied(manager, name, told.slice(0, count));
      await clearDeliveries(manager, name, told.slice(0, count));
      await advance(manager, name, told[count - 1]!);
      return count;
    });
    const applied = await commit.catch((error: unknown) => {
      this.logger.problem('events handled one by one', { subject: name, reason: classified(error).message });
      return null;
    });
    if (applied) failpoint('after-handled');
    return applied;
  }

  private async of(row: LogRow): Promise<void> {
    const { name } = this.subscription;
    const { position: _position, ...event } = row;
    try {
      await this.database.transaction(async (manager) => {
        if (!(await claim(manager, name, row))) return;
        await note(manager, name, event, await handle(manager, this.logger, this.subscription, event));
        await clearDeliveries(manager, name, [event]);
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

/** False where this event was delivered already, and is not to be delivered again. */
async function claim(manager: EntityManager, name: string, row: LogRow): Promise<boolean> {
  return (await isNew(manager, name, row)) || (await isDue(manager, name, row));
}

/** Keeps other processes from the subscription; false where one of them delivered this event already. */
async function isNew(manager: EntityManager, name: string, { position }: LogRow): Promise<boolean> {
  const found = await rows<{ fresh: boolean }>(
    manager,
    'select position < $2 as fresh from subscription where name = $1 for update',
    [name, position],
  );
  return found[0]!.fresh;
}

async function advance(manager: EntityManager, name: string, { position }: LogRow): Promise<void> {
  await manager.query('update subscription set position = greatest(position, $2), updated_at = now() where name = $1', [
    name,
    position,
  ]);
}
