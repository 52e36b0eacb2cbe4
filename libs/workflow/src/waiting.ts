import type { EventType } from '#contracts';
import type { StoredEvent, Subscription } from '#events';
import { Failure } from '#kernel';
import { type DataSource, type EntityManager, nameOf, type Person, rows } from '#platform';
import type { Until } from './flow.js';
import type { Held } from './held.js';

/** What a run waits for, at one of its steps. */
export interface NewWait {
  /** In words, shown with the run. */
  waitingFor: string;
  event?: { type: string; subject: string | null; data: object };
  until?: Until;
  window?: string;
  decision?: { roles: string[]; fourEyes: boolean };
  childId?: string;
}

/** What came of it; `data` is null where only time has passed. */
export interface Answer {
  data: unknown;
}

/** A person's word on a wait. */
export interface Verdict {
  approved: boolean;
  /** What the person is called; `subject` is who it was. */
  by: string;
  subject: string;
  reason: string;
}

/** The run goes no further until something comes. */
export class Paused extends Error {}

/** Knows when windows are open; pauses the run where one is not. */
interface WindowKeeper {
  ask(held: Held, name: string, wait: { window: string; waitingFor: string }): Promise<Answer>;
}

const subscription = 'waits';

/**
 * The waits of an app's runs, a row each. Registering one holds back the delivery of events while it looks through the
 * log, so an event is found by one of the two. Locks are taken in the order delivery, child, run.
 */
export class WaitRepository {
  constructor(
    private readonly database: DataSource,
    private readonly windows: WindowKeeper,
  ) {}

  /** What has come for a wait; registers it the first time. */
  async ask(held: Held, name: string, wait: NewWait): Promise<Answer | null> {
    if (wait.window) return this.windows.ask(held, name, { window: wait.window, waitingFor: wait.waitingFor });
    return (await this.answered(this.database, held, name)) ?? this.register(held, name, wait);
  }

  async forget(manager: EntityManager, runId: string, name?: string): Promise<void> {
    await manager.query('delete from wait where run_id = $1 and ($2::text is null or name = $2)', [
      runId,
      name ?? null,
    ]);
  }

  /** Gives an event to the runs that wait for it; false where none does. */
  async deliver(manager: EntityManager, event: StoredEvent): Promise<boolean> {
    const waiting = await rows<{ runId: string; name: string }>(
      manager,
      `select run_id as "runId", name from wait join events.log on log.source = $1 and log.id = $2
        where wait.event_type = $3 and (wait.subject is null or wait.subject = $4) and $5::jsonb @> wait.data
          and wait.after < log.position and answer is null`,
      [event.source, event.id, event.type, event.subject, JSON.stringify(event.data)],
    );
    return this.answer(manager, waiting, event.data);
  }

  /** Tells the parent that its child has come to its end. */
  async childEnded(manager: EntityManager, childId: string, state: string): Promise<void> {
    const waiting = await rows<{ runId: string; name: string }>(
      manager,
      'select run_id as "runId", name from wait where child_id = $1',
      [childId],
    );
    await this.answer(manager, waiting, { state });
  }

  /** Takes a person's decision, where the person may decide it. */
  async decide(
    manager: EntityManager,
    at: { runId: string; name: string },
    person: Person,
    { approved, reason }: Pick<Verdict, 'approved' | 'reason'>,
  ): Promise<void> {
    const [wait] = await rows<{ roles: string[]; fourEyes: boolean; askedBy: string | null }>(
      manager,
      `select roles, four_eyes as "fourEyes", asked_by as "askedBy" from wait join run on run.id = run_id
        where run_id = $1 and name = $2 and roles is not null and answer is null for update of run`,
      [at.runId, at.name],
    );
    if (!wait) throw new Failure('conflict', `nothing is to be decided at "${at.name}"`, { code: 'nothing-to-decide' });
    if (!wait.roles.some((role) => person.roles.includes(role))) {
      throw new Failure('forbidden', `this is decided by ${wait.roles.join(' or ')}`, { code: 'not-your-decision' });
    }
    if (wait.fourEyes && wait.askedBy === person.subject) {
      throw new Failure('forbidden', 'who asked for it may not decide it', { code: 'four-eyes' });
    }
    const verdict: Verdict = { approved, by: nameOf(person), subject: person.subject, reason };
    await this.answer(manager, [at], verdict);
  }

  private async answered(manager: EntityManager | DataSource, held: Held, name: string): Promise<Answer | null> {
    const [found] = await rows<Answer>(
      manager,
      `select answer as data from wait where run_id = $1 and name = $2
          and (answer is not null or until <= clock_timestamp())`,
      [held.id, name],
    );
    return found ?? null;
  }

  private register(held: Held, name: string, wait: NewWait): Promise<Answer | null> {
    const { moment, duration } = readUntil(wait.until);
    return this.database.transaction(async (manager) => {
      if (wait.event) await holdBackDelivery(manager);
      if (wait.childId) await manager.query('select 1 from run where id = $1 for share', [wait.childId]);
      await manager.query(
        `insert into wait (run_id, name, event_type, subject, data, after, until, roles, four_eyes, child_id)
         select id, $3, $4, $5, $6, events_from, coalesce($7::timestamptz, clock_timestamp() + $8::interval), $9, $10, $11
           from run where id = $1 and fence = $2 on conflict do nothing`,
        [
          held.id,
          held.fence,
          name,
          wait.event?.type ?? null,
          wait.event?.subject ?? null,
          JSON.stringify(wait.event?.data ?? {}),
          moment,
          duration,
          wait.decision?.roles ?? null,
          wait.decision?.fourEyes ?? false,
          wait.childId ?? null,
        ],
      );
      if (wait.event) await lookThroughLog(manager, held, name);
      if (wait.childId) await lookAtChild(manager, held, name);
      return this.answered(manager, held, name);
    });
  }

  /** Writes the answer and wakes; the runs are locked first, so one that is just lying down sees it. */
  private async answer(manager: EntityManager, at: { runId: string; name: string }[], data: unknown): Promise<boolean> {
    if (at.length === 0) return false;
    const ids = at.map(({ runId }) => runId);
    const names = at.map(({ name }) => name);
    await manager.query('select 1 from run where id = any($1) order by id for update', [ids]);
    await manager.query(
      `update wait set answer = $3 from unnest($1::uuid[], $2::text[]) as answered (run_id, name)
        where wait.run_id = answered.run_id and wait.name = answered.name and wait.answer is null`,
      [ids, names, JSON.stringify(data)],
    );
    await manager.query(
      `update run set wake_at = clock_timestamp(), queued_at = null where id = any($1) and state = 'waiting'`,
      [ids],
    );
    return true;
  }
}

/** A moment as a waiting run says it. */
export const minuteOf = (moment: Date): string => `${moment.toISOString().slice(0, 16)}Z`;

/** Gives the events of a workflow's `waitsFor` to the runs that wait for them. */
export const eventWaits = (types: EventType[], waits: WaitRepository): Subscription => ({
  name: subscription,
  types,
  handle: async (event, manager) => ((await waits.deliver(manager, event)) ? 'applied' : 'superseded'),
});

async function holdBackDelivery(manager: EntityManager): Promise<void> {
  await manager.query('insert into subscription (name) values ($1) on conflict do nothing', [subscription]);
  await manager.query('select 1 from subscription where name = $1 for share', [subscription]);
}

async function lookThroughLog(manager: EntityManager, held: Held, name: string): Promise<void> {
  await manager.query(
    `update wait set answer = (
       select log.data from events.log where log.type = wait.event_type and log.position > wait.after
          and (wait.subject is null or log.subject = wait.subject) and log.data @> wait.data
        order by log.position limit 1) where run_id = $1 and name = $2 and answer is null`,
    [held.id, name],
  );
}

/** A child that ended before it was waited for answers at once. */
async function lookAtChild(manager: EntityManager, held: Held, name: string): Promise<void> {
  await manager.query(
    `update wait set answer = (
       select jsonb_build_object('state', child.state) from run child
        where child.id = wait.child_id and child.state in ('completed', 'cancelled'))
      where run_id = $1 and name = $2 and answer is null`,
    [held.id, name],
  );
}

const isDuration = /^P(?=.)(\d+[YMWD])*(T(\d+[HMS])+)?$/;

function readUntil(until: Until | undefined): { moment: string | null; duration: string | null } {
  if (until === undefined) return { moment: null, duration: null };
  if (isDuration.test(until)) return { moment: null, duration: until };
  const moment = new Date(until);
  if (!Number.isNaN(moment.getTime())) return { moment: moment.toISOString(), duration: null };
  throw new Failure('defect', `"${until}" is neither a moment nor a duration of ISO 8601`);
}
