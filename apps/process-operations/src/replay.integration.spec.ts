import type { AppReplayRequest, Replay, ReplayItem, ReplayRequest } from '#contracts';
import { Failure, newId } from '#kernel';
import { AppLogger, type Caller, type DataSource, openDatabase, type Person, rows } from '#platform';
import { createTestDatabase, type TestDatabase } from '#testing';
import { ExceptionRepository, RunService } from '#workflow';
import { Engine } from '../../../libs/workflow/src/engine.js';
import { processMigrations } from '../../../libs/workflow/src/migrations.js';
import { RunRepository } from '../../../libs/workflow/src/run.repository.js';
import { WaitRepository } from '../../../libs/workflow/src/waiting.js';
import { WindowWaits } from '../../../libs/workflow/src/window-waits.js';
import { doneAlone } from './bulk-rules.js';
import {
  AddBulkRefusals1700000000140,
  CreateBulkSettlements1700000000040,
  ShareBulks1700000000051,
} from './bulk-schema.js';
import { BulkRepository } from './bulk.repository.js';
import type { ProcessApis } from './process-apis.js';
import { ReplayService } from './replay.service.js';
import { replayInBulk, type Replaying } from './replay.workflow.js';

/** The app whose subscriber it is: one that is asked twice under one key gives the events once. */
class Subscriber {
  readonly keys = new Set<string>();
  readonly given: { ids: string[]; by: string; reason: string }[] = [];
  away = false;

  constructor(readonly events: ReplayItem[]) {}

  of(app: string) {
    if (app !== 'process-billing') throw new Failure('not-found', `"${app}" is no process API`);
    return { replayEvents: (asked: Asked) => this.replay(asked) } as unknown as ReturnType<ProcessApis['of']>;
  }

  private replay({ key, actingFor, body }: Asked): Promise<Replay> {
    const { subscription, selection, dryRun = false, reason } = body;
    const items = this.events.filter(({ id }) => selection.events?.includes(id) ?? true);
    if (!dryRun && !this.keys.has(key)) {
      this.keys.add(key);
      this.given.push({ ids: items.map(({ id }) => id), by: actingFor.subject, reason });
    }
    // The answer is lost, not the work.
    if (this.away) return Promise.reject(new Failure('outcome-unknown', 'no answer', { retryAfterMs: 1 }));
    return Promise.resolve({ subscription, dryRun, items });
  }
}

interface Asked {
  key: string;
  actingFor: Person;
  body: ReplayRequest;
}

const eventOf = (): ReplayItem => ({
  id: newId(),
  type: 'com.throughline.time.approved.v1',
  subject: 'time-entry/1',
  time: '2026-11-01T00:00:00.000Z',
  outcome: 'superseded',
  reason: null,
});

const person = (subject: string, name: string): Caller => ({ subject, name, scopes: [], roles: [] });
const dana = person('u-1', 'Dana Whitlock');
const rafael = person('u-2', 'Rafael Ortiz');
const request = (more: Partial<AppReplayRequest> = {}): AppReplayRequest => ({
  app: 'process-billing',
  subscription: 'approved time becomes billing lines',
  selection: { type: 'com.throughline.time.approved.v1' },
  reason: 'the card was mended',
  ...more,
});

let testDatabase: TestDatabase;
let database: DataSource;
let replays: BulkRepository<Replaying>;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = await openDatabase({
    url: testDatabase.url,
    schema: 'process_operations',
    migrations: [
      ...processMigrations,
      CreateBulkSettlements1700000000040,
      ShareBulks1700000000051,
      AddBulkRefusals1700000000140,
    ],
  });
  replays = new BulkRepository(database, 'replay');
});

afterAll(async () => {
  await database.destroy();
  await testDatabase.drop();
});

function bench(count: number) {
  const apis = new Subscriber(Array.from({ length: count }, eventOf));
  const runs = new RunRepository(database);
  const exceptions = new ExceptionRepository(database, 'process-operations');
  const engine = new Engine({
    app: 'process-operations',
    workflows: [replayInBulk],
    services: { replays, apis },
    runs,
    waits: new WaitRepository(database, new WindowWaits(database, (_window, at) => at)),
    exceptions,
    logger: new AppLogger('process-operations', 'silent'),
  });
  const work = async (): Promise<void> => {
    await database.query(`update run set wake_at = now() where state = 'waiting'`);
    for (const { id } of await rows<{ id: string }>(database, `select id from run where state <> 'completed'`)) {
      await engine.advance(id);
    }
  };
  return { apis, work, service: new ReplayService(replays, apis, new RunService(runs, exceptions)) };
}

describe('a replay', () => {
  it('rehearsed says what would become of each event, and gives none', async () => {
    const { apis, work, service } = bench(2);
    const shown = await service.request(request({ dryRun: true }), newId(), dana);
    expect(shown).toMatchObject({ id: null, state: 'dry-run', fourEyes: false, items: apis.events });
    await work();
    expect(apis.given).toEqual([]);
    expect(await rows(database, 'select 1 from bulk')).toEqual([]);
  });

  it('of few events needs nobody else, and is done once, whatever is repeated or lost', async () => {
    const { apis, work, service } = bench(doneAlone);
    const key = newId();
    const { id } = await service.request(request(), key, dana);
    expect((await service.request(request(), key, dana)).id).toBe(id);
    apis.away = true;
    await work();
    apis.away = false;
    await work();
    expect(await service.get(id!)).toMatchObject({ state: 'done', fourEyes: false, requestedBy: 'Dana Whitlock' });
    expect(apis.given).toEqual([{ ids: apis.events.map((one) => one.id), by: 'u-1', reason: 'the card was mended' }]);
  });

  it('above the cap gives nothing until a second person confirms, and then exactly what was shown', async () => {
    const { apis, work, service } = bench(doneAlone + 1);
    const shown = apis.events.map(({ id }) => id);
    const asked = await service.request(request(), newId(), dana);
    expect(asked).toMatchObject({ state: 'unconfirmed', fourEyes: true, cap: doneAlone });
    await work();
    expect(apis.given).toEqual([]);
    const renamed = person('u-1', 'Dana Ortiz');
    await expect(service.confirm(asked.id!, 'me again', renamed)).rejects.toThrow('somebody else has to confirm');
    // What the subscriber was told of since was not what the second person saw.
    apis.events.push(eventOf());
    expect(await service.confirm(asked.id!, 'looked at them', rafael)).toMatchObject({ state: 'settling' });
    await expect(service.confirm(asked.id!, 'twice', rafael)).rejects.toThrow('does not wait for a confirmation');
    await work();
    expect(await service.get(asked.id!)).toMatchObject({ state: 'done', confirmedBy: 'Rafael Ortiz' });
    expect(apis.given).toEqual([{ ids: shown, by: 'u-1', reason: 'the card was mended (confirmed by Rafael Ortiz)' }]);
    const entries = await rows(
      database,
      `select actor, action, reason, after ->> 'person' as person, after ->> 'events' as events from audit
        where subject = $1 order by position`,
      [`replay/${asked.id}`],
    );
    expect(entries).toEqual([
      { actor: 'Dana Whitlock', action: 'replay.request', reason: 'the card was mended', person: 'u-1', events: '21' },
      { actor: 'Rafael Ortiz', action: 'replay.confirm', reason: 'looked at them', person: 'u-2', events: '21' },
    ]);
  });

  it('is refused where other events would be given than were shown, and where there are none', async () => {
    const { apis, service } = bench(1);
    const { selection } = await service.request(request({ dryRun: true }), newId(), dana);
    apis.events.push(eventOf());
    await expect(service.request(request({ expected: selection }), newId(), dana)).rejects.toThrow('other events');
    await expect(bench(0).service.request(request(), newId(), dana)).rejects.toThrow('no such events');
  });

  it('is not confirmed as a settlement, nor where nobody asked for one', async () => {
    const { service } = bench(doneAlone + 1);
    const { id } = await service.request(request(), newId(), dana);
    const settlements = new BulkRepository(database, 'settlement');
    await expect(settlements.get(id!)).rejects.toThrow('no settlement in bulk');
    await expect(service.confirm(newId(), 'why', rafael)).rejects.toThrow('no replay in bulk');
    await expect(service.confirm('nonsense', 'why', rafael)).rejects.toThrow('no replay in bulk');
  });
});
