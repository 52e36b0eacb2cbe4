import type { BulkRequest, BulkSettlement, CaseList, CaseQuery, CaseView, Resolution } from '#contracts';
import { Failure, newId } from '#kernel';
import { AppLogger, type Caller, type DataSource, nameOf, openDatabase, type Person, rows } from '#platform';
import { createTestDatabase, type TestDatabase } from '#testing';
import { ExceptionRepository, RunService } from '#workflow';
import { Engine } from '../../../libs/workflow/src/engine.js';
import { processMigrations } from '../../../libs/workflow/src/migrations.js';
import { RunRepository } from '../../../libs/workflow/src/run.repository.js';
import { WaitRepository } from '../../../libs/workflow/src/waiting.js';
import { WindowWaits } from '../../../libs/workflow/src/window-waits.js';
import { BulkItems } from './bulk-items.repository.js';
import { doneAlone } from './bulk-rules.js';
import {
  AddBulkRefusals1700000000140,
  CreateBulkSettlements1700000000040,
  ShareBulks1700000000051,
} from './bulk-schema.js';
import { BulkRepository } from './bulk.repository.js';
import { BulkService } from './bulk.service.js';
import { settleInBulk, type Settling, type SettlingServices } from './bulk.workflow.js';

/** The apps that own the cases: one that is asked twice under one key does it once. */
class Owners {
  readonly keys = new Set<string>();
  readonly settled: { id: string; by: string; subject: string; reason: string }[] = [];
  away = false;

  constructor(readonly open: CaseView[]) {}

  list({ code }: CaseQuery): Promise<CaseList> {
    return Promise.resolve({ items: this.open.filter((one) => one.code === code), missing: [] });
  }

  resolve(app: string, id: string, key: string, resolution: Resolution, person: Person): Promise<CaseView> {
    const found = this.open.find((one) => one.app === app && one.id === id)!;
    if (found.message === 'not like that') return Promise.reject(new Failure('rejected', found.message));
    if (resolution.dryRun) return Promise.resolve(found);
    const known = this.keys.has(key);
    this.keys.add(key);
    if (!known) this.settled.push({ id, by: nameOf(person), subject: person.subject, reason: resolution.reason });
    // The answer is lost, not the work.
    if (this.away) return Promise.reject(new Failure('outcome-unknown', 'no answer', { retryAfterMs: 1 }));
    return Promise.resolve(found);
  }
}

const caseOf = (message = 'wrong rate'): CaseView =>
  ({
    app: 'process-billing',
    id: newId(),
    code: 'rate-mismatch',
    record: 'line 1',
    message,
    business: { moneyAtRisk: { amount: '12.50', currency: 'USD' } },
  }) as CaseView;

const person = (subject: string, name: string): Caller => ({ subject, name, scopes: [], roles: [] });
const dana = person('u-1', 'Dana Whitlock');
const rafael = person('u-2', 'Rafael Ortiz');
const request = (resolution: Partial<Resolution> = {}, expected?: string): BulkRequest => ({
  filter: { code: 'rate-mismatch' },
  resolution: { action: 'retry', reason: 'the card was mended', ...resolution },
  ...(expected !== undefined && { expected }),
});

let testDatabase: TestDatabase;
let database: DataSource;
let settlements: BulkRepository<Settling>;
let bulkItems: BulkItems;

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
  settlements = new BulkRepository(database, 'settlement');
  bulkItems = new BulkItems(database);
});

afterAll(async () => {
  await database.destroy();
  await testDatabase.drop();
});

function bench(cases: CaseView[]) {
  const owners = new Owners(cases);
  const runs = new RunRepository(database);
  const exceptions = new ExceptionRepository(database, 'process-operations');
  const services: SettlingServices = { settlements, items: bulkItems, cases: owners };
  const logger = new AppLogger('process-operations', 'silent');
  const engine = new Engine({
    app: 'process-operations',
    workflows: [settleInBulk],
    services,
    runs,
    waits: new WaitRepository(database, new WindowWaits(database, (_window, at) => at)),
    exceptions,
    logger,
  });
  const work = async (): Promise<void> => {
    await database.query(`update run set wake_at = now() where state = 'waiting'`);
    for (const { id } of await rows<{ id: string }>(database, `select id from run where state <> 'completed'`)) {
      await engine.advance(id);
    }
  };
  return { owners, work, service: new BulkService(settlements, bulkItems, owners, new RunService(runs, exceptions)) };
}

const outcomes = ({ items }: BulkSettlement): string[] => items.map(({ outcome }) => outcome);
const many = (count: number): CaseView[] => Array.from({ length: count }, () => caseOf());

describe('a settlement in bulk', () => {
  it('rehearsed says exactly which would be settled and which refused, and settles nothing', async () => {
    const { owners, work, service } = bench([caseOf(), caseOf('not like that')]);
    const shown = await service.request(request({ dryRun: true }), newId(), dana);
    expect(shown).toMatchObject({ id: null, state: 'dry-run', fourEyes: false });
    expect(shown.items.map(({ id, outcome, reason }) => ({ id, outcome, reason }))).toEqual([
      { id: owners.open[0]!.id, outcome: 'would-settle', reason: null },
      { id: owners.open[1]!.id, outcome: 'refused', reason: 'not like that' },
    ]);
    await work();
    expect(owners.settled).toEqual([]);
    expect(await rows(database, 'select 1 from bulk')).toEqual([]);
  });

  it('does what was shown, each case once; one that is refused holds up nobody', async () => {
    const { owners, work, service } = bench([caseOf('not like that'), ...many(3)]);
    const { selection } = await service.request(request({ dryRun: true }), newId(), dana);
    const key = newId();
    const begun = await service.request(request({}, selection), key, dana);
    await service.request(request({}, selection), key, dana);
    expect(begun.state).toBe('settling');
    owners.away = true;
    await work();
    owners.away = false;
    await work();
    await work();
    const ended = await service.get(begun.id!);
    expect([ended.state, outcomes(ended)]).toEqual(['done', ['refused', 'settled', 'settled', 'settled']]);
    expect(owners.settled).toHaveLength(3);
    expect(owners.settled[0]).toMatchObject({
      by: 'Dana Whitlock',
      subject: 'u-1',
      reason: 'the card was mended (in bulk)',
    });
    const entries = await rows(database, 'select actor, action, after from audit where subject = $1', [
      `bulk/${begun.id}`,
    ]);
    expect(entries).toEqual([
      {
        actor: 'Dana Whitlock',
        action: 'bulk.request',
        after: { action: 'retry', cases: '4', selection, person: 'u-1' },
      },
    ]);
  });

  it('is refused where other cases would be settled than were shown', async () => {
    const { owners, service } = bench(many(2));
    const { selection } = await service.request(request({ dryRun: true }), newId(), dana);
    owners.open.push(caseOf());
    await expect(service.request(request({}, selection), newId(), dana)).rejects.toThrow('other open cases');
  });

  it('above the cap settles nothing until a second person confirms, who is not the first', async () => {
    const { owners, work, service } = bench(many(doneAlone + 1));
    const asked = await service.request(request(), newId(), dana);
    expect(asked).toMatchObject({ state: 'unconfirmed', fourEyes: true, cap: doneAlone });
    await work();
    expect(owners.settled).toEqual([]);
    for (const same of [dana, person('u-1', 'Dana Whitlock-Ortiz')]) {
      await expect(service.confirm(asked.id!, 'me again', same)).rejects.toThrow('somebody else has to confirm');
    }
    // What came up since was not what the second person saw.
    owners.open.push(caseOf());
    await service.confirm(asked.id!, 'looked at them', rafael);
    await expect(service.confirm(asked.id!, 'twice', rafael)).rejects.toThrow('does not wait for a confirmation');
    await work();
    const ended = await service.get(asked.id!);
    expect(ended).toMatchObject({ state: 'done', requestedBy: 'Dana Whitlock', confirmedBy: 'Rafael Ortiz' });
    expect(owners.settled).toHaveLength(doneAlone + 1);
    expect(owners.settled[0]!.reason).toBe('the card was mended (in bulk, confirmed by Rafael Ortiz)');
    const entries = await rows(
      database,
      'select actor, action, reason from audit where subject = $1 order by position',
      [`bulk/${asked.id}`],
    );
    expect(entries).toEqual([
      { actor: 'Dana Whitlock', action: 'bulk.request', reason: 'the card was mended' },
      { actor: 'Rafael Ortiz', action: 'bulk.confirm', reason: 'looked at them' },
    ]);
  });

  it('is confirmed by a namesake: people are told apart by who they are, not by what they are called', async () => {
    const { service } = bench(many(doneAlone + 1));
    const { id } = await service.request(request(), newId(), dana);
    const namesake = person('u-3', 'Dana Whitlock');
    expect(await service.confirm(id!, 'looked at them', namesake)).toMatchObject({
      state: 'settling',
      requestedBy: 'Dana Whitlock',
      confirmedBy: 'Dana Whitlock',
    });
  });

  it('of exactly as many as the cap needs nobody else', async () => {
    const { service } = bench(many(doneAlone));
    expect(await service.request(request(), newId(), dana)).toMatchObject({ state: 'settling', fourEyes: false });
  });

  it('says what would happen in sum, by currency, and how it came out', async () => {
    const euro = caseOf();
    euro.business.moneyAtRisk = { amount: '100.00', currency: 'EUR' };
    const { work, service } = bench([caseOf('not like that'), caseOf(), caseOf(), euro]);
    const { sums } = await service.request(request({ dryRun: true }), newId(), dana);
    const refused = { outcome: 'refused', cases: 1, moneyAtRisk: [{ amount: '12.50', currency: 'USD' }] };
    const others = [
      { amount: '100.00', currency: 'EUR' },
      { amount: '25.00', currency: 'USD' },
    ];
    expect(sums).toEqual([{ outcome: 'would-settle', cases: 3, moneyAtRisk: others }, refused]);
    const { id, sums: before } = await service.request(request(), newId(), dana);
    expect(before).toMatchObject([{ outcome: 'waiting', cases: 4 }]);
    await work();
    expect((await service.get(id!)).sums).toEqual([{ outcome: 'settled', cases: 3, moneyAtRisk: others }, refused]);
  });

  it('that a second person refuses settles nothing, says why, and is over', async () => {
    const { owners, work, service } = bench(many(2));
    const { id, fourEyes } = await service.request({ ...request(), fourEyes: true }, newId(), dana);
    expect(fourEyes).toBe(true);
    await expect(service.refuse(id!, 'changed my mind', dana)).rejects.toThrow('somebody else has to confirm');
    expect(await service.refuse(id!, 'the card is still wrong', rafael)).toMatchObject({
      state: 'refused',
      confirmedBy: null,
      opinion: { by: 'Rafael Ortiz', reason: 'the card is still wrong' },
    });
    for (const again of [service.refuse(id!, 'twice', rafael), service.confirm(id!, 'after all', rafael)]) {
      await expect(again).rejects.toThrow('does not wait for a confirmation');
    }
    await work();
    expect(owners.settled).toEqual([]);
    expect(outcomes(await service.get(id!))).toEqual(['waiting', 'waiting']);
    const entries = await rows(
      database,
      'select actor, action, reason from audit where subject = $1 order by position',
      [`bulk/${id}`],
    );
    expect(entries).toEqual([
      { actor: 'Dana Whitlock', action: 'bulk.request', reason: 'the card was mended' },
      { actor: 'Rafael Ortiz', action: 'bulk.refuse', reason: 'the card is still wrong' },
    ]);
  });

  it('confirmed and refused at the same moment is one of the two', async () => {
    const { service } = bench(many(2));
    const { id } = await service.request({ ...request(), fourEyes: true }, newId(), dana);
    const answers = await Promise.allSettled([
      service.confirm(id!, 'yes', rafael),
      service.refuse(id!, 'no', person('u-4', 'Mina Strand')),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { state, opinion } = await service.get(id!);
    expect([state, opinion!.reason]).toEqual(
      answers[0].status === 'fulfilled' ? ['settling', 'yes'] : ['refused', 'no'],
    );
  });

  it('is listed, those that wait for a second person first', async () => {
    const { service } = bench(many(2));
    await database.query('update bulk set state = $1', ['done']);
    const waits = await service.request({ ...request(), fourEyes: true }, newId(), dana);
    const begun = await service.request(request(), newId(), rafael);
    const { items } = await service.list();
    expect(items.slice(0, 2)).toMatchObject([
      { id: waits.id, state: 'unconfirmed', opinion: null, sums: [{ outcome: 'waiting', cases: 2 }] },
      { id: begun.id, state: 'settling', action: 'retry', reason: 'the card was mended' },
    ]);
  });

  it('of everything, of nothing, or of too many is refused', async () => {
    const { service } = bench(many(501));
    await expect(service.request({ ...request(), filter: {} }, newId(), dana)).rejects.toThrow('needs a filter');
    const none = { ...request(), filter: { code: 'no-such-code' } };
    await expect(service.request(none, newId(), dana)).rejects.toThrow('no such open cases');
    await expect(service.request(request(), newId(), dana)).rejects.toThrow('501 open cases are more than the 500');
  });
});
