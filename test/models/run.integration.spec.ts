import fc from 'fast-check';
import { events } from '#contracts';
import { deliverOnce, eventOf, publish, relayOnce } from '#events';
import { Failure, type FailureKind } from '#kernel';
import { rows } from '#platform';
import {
  afterLease,
  begin,
  closeBench,
  control,
  database,
  engine,
  logger,
  openBench,
  resolve,
  views,
  waits,
} from '../../libs/workflow/src/engine.fixture.js';
import { eventWaits } from '../../libs/workflow/src/waiting.js';
import { action, type Action, compare } from './actions.js';
import { moods, RunModel, type Turn } from './run-model.js';

beforeAll(openBench);
afterAll(closeBench);

let histories = 0;
const person = { subject: 'u-1', name: 'Dana', roles: [] };

/** Our engine on PostgreSQL, moving one run; a vendor that knows a call by its key. */
class Run {
  id = '';
  asked = 0;
  readonly records = new Map<string, string>();
  /** Records made, by what they are: more than one of a kind is a duplicate. */
  readonly made: string[] = [];
  private turn: Turn = { mood: 'well', at: 0 };
  private calls = 0;
  readonly project = `P-MODEL-${(histories += 1)}`;

  private readonly engine = engine(async (flow) => {
    await flow.read('deal', () => this.ask());
    await flow.step('create', { act: (key) => this.make('create', key), undo: () => this.remove('create') });
    await flow.waitFor('activated', { event: events.projectActivated, subject: `project/${this.project}` });
    await flow.step('bill', { act: (key) => this.make('bill', key), undo: () => this.remove('bill') });
    await flow.publish('billed', this.event('-billed'));
  });

  async advance(turn: Turn): Promise<void> {
    this.turn = turn;
    this.calls = 0;
    await this.engine.advance(this.id);
    await letTimePass(this.id);
  }

  async activate(): Promise<void> {
    const told = eventOf({ ...this.event(), source: '/apps/test', key: this.project, correlationId: 'c-1' });
    await database.transaction((manager) => publish(manager, [told]));
    await relayOnce(database);
  }

  async hear(): Promise<void> {
    await deliverOnce(database, logger, eventWaits([events.projectActivated], waits));
    await letTimePass(this.id);
  }

  /** How often it was said that the project is billed. */
  async told(): Promise<number> {
    await relayOnce(database);
    return (await rows(database, 'select 1 from events.log where subject = $1', [`project/${this.project}-billed`]))
      .length;
  }

  private event(of = '') {
    const project = this.project + of;
    const data = { project, name: project, legalEntity: 'US1' };
    return { type: events.projectActivated, subject: `project/${project}`, data };
  }

  private ask(): Promise<{ project: string }> {
    this.asked += 1;
    return this.call(() => ({ project: this.project }));
  }

  private make(what: string, key: string): Promise<string> {
    return this.call(() => {
      if (!this.records.has(key)) this.made.push(what);
      this.records.set(key, what);
      return key;
    });
  }

  private remove(what: string): Promise<void> {
    return this.call(() => {
      for (const [key, record] of this.records) if (record === what) this.records.delete(key);
    });
  }

  private async call<T>(effect: () => T): Promise<T> {
    const mood = this.calls++ === this.turn.at ? this.turn.mood : 'well';
    if (mood === 'away') throw new Failure('unavailable', 'the vendor is away');
    if (mood === 'refusing') throw new Failure('rejected', 'the vendor says no');
    if (mood === 'killed before') return (await this.die()) as T;
    const result = effect();
    if (mood === 'losing the answer') throw new Failure(lost, 'no answer came');
    if (mood === 'killed after') await this.die();
    return result;
  }

  /** A process that is killed writes nothing more: to the record it is the same as one that was overtaken. */
  private die(): Promise<unknown> {
    return database.query('update run set fence = fence + 1 where id = $1', [this.id]);
  }
}

const lost: FailureKind = 'outcome-unknown';

/** Leases run out, and pauses that have an end come to it. */
const letTimePass = async (id: string): Promise<void> => {
  const [{ sleeps }] = (await rows<{ sleeps: boolean }>(
    database,
    'select wake_at is null as sleeps from run where id = $1',
    [id],
  )) as [{ sleeps: boolean }];
  if (!sleeps) await afterLease(id);
};

type Step = Action<RunModel, Run>;

async function same(model: RunModel, run: Run): Promise<void> {
  expect((await views.run(run.id)).state).toBe(model.state);
  expect(new Set(run.records.values())).toEqual(model.records);
  expect(new Set(run.made).size).toBe(run.made.length);
  expect(run.asked).toBe(model.asked);
}

const does = (
  name: string,
  both: (model: RunModel, run: Run) => Promise<void>,
  may?: (model: RunModel) => boolean,
): Step =>
  action(
    name,
    async (model: RunModel, run: Run) => {
      await both(model, run);
      await same(model, run);
    },
    may as (model: Readonly<RunModel>) => boolean,
  );

const advance = (turn: Turn): Step =>
  does(`advance, ${turn.mood} at ${turn.at}`, async (model, run) => {
    model.advance(turn);
    await run.advance(turn);
  });

const activate = does(
  'activate',
  async (model, run) => {
    model.activated = true;
    await run.activate();
  },
  ({ activated }) => !activated,
);

const hear = does('hear', async (model, run) => {
  model.hear();
  await run.hear();
});

const retry = does(
  'retry',
  async (model, run) => {
    model.retry();
    await resolve(run.id, { action: 'retry' });
  },
  ({ state }) => state === 'parked',
);

const cancel = does(
  'cancel',
  async (model, run) => {
    model.cancel();
    await control.cancel(run.id, 'not wanted any more', person);
  },
  ({ state }) => state === 'parked' || state === 'waiting',
);

const chosen = (step: Step): fc.Arbitrary<Step> => fc.constant(step);

describe('a run', () => {
  it('does what its author is told, whatever the vendor, the processes and people do', async () => {
    const advances = fc.record({ mood: fc.constantFrom(...moods), at: fc.nat(2) }).map(advance);
    const often = Array.from({ length: 5 }, () => advances);
    const actions = [...often, chosen(activate), chosen(hear), chosen(retry), chosen(cancel)];
    const ground = async () => {
      const real = new Run();
      real.id = await begin();
      return { model: new RunModel(), real };
    };
    await compare(actions, ground, 60, async (model, run) => {
      const heal = [activate, hear, retry, advance({ mood: 'well', at: 0 })];
      while (!['completed', 'cancelled'].includes(model.state)) {
        for (const step of heal) if (step.check(model)) await step.run(model, run);
      }
      expect([...run.records.values()].sort()).toEqual(model.state === 'completed' ? ['bill', 'create'] : []);
      expect(await run.told()).toBe(model.state === 'completed' ? 1 : 0);
    });
  }, 120_000);
});
