import type { erp } from '#contracts';
import { Failure, newId } from '#kernel';
import { AppLogger, type DataSource, openDatabase, rows, ShadowNotes, type Systems, withContext } from '#platform';
import { createTestDatabase, type TestDatabase } from '#testing';
import { processMigrations } from '../../../../libs/workflow/src/migrations.js';
import { ShadowWriteRepository } from './shadow-write.repository.js';
import { ShadowWriter } from './shadow-writer.js';

/** An ERP that does a write once a key. */
class Shadow {
  customers: erp.ErpCustomer[] = [];
  people = new Set(['1034']);
  done: string[] = [];
  asked: string[] = [];
  /** What happens after the next write was done, before it is answered. */
  mishaps: Failure[] = [];
  away = false;
  private readonly answers = new Map<string, unknown>();

  findCustomers = ({ reference, taxNumber, name }: Record<string, string | undefined>) =>
    Promise.resolve({
      items: this.customers.filter(
        (one) =>
          one.name === name || (reference && one.reference === reference) || (taxNumber && one.taxNumber === taxNumber),
      ),
    });

  putProject = ({ reference, key, body }: { reference: string; key: string; body: erp.ErpProjectState }) =>
    this.once(key, () => ({ id: `S-${reference}` }), `${reference} for ${body.customerId}`);

  activateProject = ({ reference, key }: { reference: string; key: string }) =>
    this.once(key, () => ({ id: `S-${reference}` }), `${reference} active`);

  putCreditMemo = () => Promise.reject(new Failure('unsupported', 'has no credit memos'));

  putInvoice = ({ reference, key }: { reference: string; key: string }) =>
    this.once(key, () => ({ id: reference }), reference);

  postBillableLines = ({ key, body }: { key: string; body: erp.BillingBatch }) =>
    this.once(key, () => ({
      lines: body.lines.map(({ reference, workerNumber }) => {
        const known = this.people.has(workerNumber);
        if (known) this.done.push(reference);
        return {
          reference,
          outcome: known ? 'posted' : 'refused',
          id: reference,
          reason: known ? null : 'unknown person',
        };
      }),
    }));

  private once(key: string, make: () => unknown, what?: string): Promise<unknown> {
    this.asked.push(key);
    if (this.away) return Promise.reject(new Failure('unavailable', 'the shadow is away'));
    if (!this.answers.has(key)) {
      this.answers.set(key, make());
      if (what) this.done.push(what);
    }
    const mishap = this.mishaps.shift();
    return mishap ? Promise.reject(mishap) : Promise.resolve(this.answers.get(key));
  }
}

let testDatabase: TestDatabase;
let database: DataSource;
let notes: ShadowNotes;
let writes: ShadowWriteRepository;
let shadow: Shadow;
let writer: ShadowWriter;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = await openDatabase({ url: testDatabase.url, schema: 'process_test', migrations: processMigrations });
  notes = new ShadowNotes(database);
  writes = new ShadowWriteRepository(database);
});
beforeEach(async () => {
  await database.query('truncate routing.shadow_write, routing.identity');
  shadow = new Shadow();
  writer = writerOf();
});
afterAll(async () => {
  await database.destroy();
  await testDatabase.drop();
});

const writerOf = (): ShadowWriter =>
  new ShadowWriter({
    writes,
    notes,
    systems: { named: () => shadow } as unknown as Pick<Systems, 'named'>,
    logger: new AppLogger('process-operations', 'silent'),
  });

const pair = { live: 'netsuite', shadow: 's4hana' };

/** The live system has answered. */
const answered = (operation: string, request: object, answer: unknown, isWrite = true): Promise<void> =>
  withContext({ correlationId: 'c', actor: null, run: { workflow: 'time-to-billing', begun: '2026-11-01' } }, () =>
    notes.note({ domain: 'erp', legalEntity: 'MER-DE', pair, operation, isWrite, request: { ...request }, answer }),
  );

/** Repeats all that is due now, or would be after any pause. */
async function repeatAll(): Promise<void> {
  do await database.query(`update routing.shadow_write set due_at = clock_timestamp() where not aside`);
  while (await writer.repeatNext());
}

const standing = (): Promise<{ record: string; state: string; failure: string | null }[]> =>
  rows(database, 'select record, state, failure from routing.shadow_write order by position');

const shell = (customerId: string) => ({
  name: 'Grid',
  customerId,
  legalEntity: 'MER-DE',
  currency: 'EUR',
  startDate: '2026-10-01',
  endDate: null,
});

const nordlicht = {
  id: '10100002',
  reference: null,
  name: 'Nordlicht AG',
  taxNumber: 'DE811569869',
  legalEntity: 'MER-DE',
};

const line = (reference: string, workerNumber: string) => ({ reference, workerNumber, project: 'P-7', minutes: 60 });

const settled = (...outcomes: [reference: string, outcome: 'posted' | 'refused'][]) => ({
  lines: outcomes.map(([reference, outcome]) => ({ reference, outcome, id: '1', reason: null })),
});

describe('a write of the live system (F13)', () => {
  it('is repeated once, though it was noted twice and the answer of the shadow got lost', async () => {
    const request = { reference: 'P-7', key: newId() };
    for (let time = 0; time < 2; time += 1) await answered('activateProject', request, {});
    shadow.mishaps = [new Failure('outcome-unknown', 'no answer')];
    await repeatAll();
    await repeatAll();
    expect(shadow.done).toEqual(['P-7 active']);
    expect(shadow.asked).toEqual([request.key, request.key]);
    expect(await standing()).toEqual([{ record: 'project P-7', state: 'done', failure: null }]);
  });

  it('that somebody died with in hand is taken up again, with the same key', async () => {
    const key = newId();
    await answered('activateProject', { reference: 'P-7', key }, {});
    expect((await writes.take())?.key).toBe(key);
    expect(await writer.repeatNext()).toBe(false);
    await repeatAll();
    expect(shadow.asked).toEqual([key]);
  });

  it('waits with all that came after it while the shadow is away', async () => {
    await answered('activateProject', { reference: 'P-7', key: newId() }, {});
    await answered('putInvoice', { reference: 'INV-7', key: newId(), body: {} }, {});
    shadow.away = true;
    await writer.repeatNext();
    expect(await writer.repeatNext()).toBe(false);
    expect(shadow.done).toEqual([]);
    shadow.away = false;
    await repeatAll();
    expect(shadow.done).toEqual(['P-7 active', 'INV-7']);
  });

  it('that the shadow wants to be asked later lets the others pass', async () => {
    await answered('putInvoice', { reference: 'INV-7', key: newId(), body: {} }, {});
    await answered('activateProject', { reference: 'P-7', key: newId() }, {});
    shadow.mishaps = [new Failure('conflict', 'not billed yet', { retryAfterMs: 600_000 })];
    await writer.repeatNext();
    await repeatAll();
    expect((await standing()).map(({ state }) => state)).toEqual(['waiting', 'done']);
    await database.transaction((manager) => writes.retry(manager, 'erp', 'MER-DE'));
    await repeatAll();
    expect((await standing()).map(({ state }) => state)).toEqual(['done', 'done']);
    expect(shadow.done).toEqual(['INV-7', 'P-7 active']);
  });

  it('that the shadow refuses is kept with the reason, and holds up nothing', async () => {
    await answered('putCreditMemo', { reference: 'CM-7', key: newId(), body: {} }, {});
    await answered('activateProject', { reference: 'P-7', key: newId() }, {});
    await repeatAll();
    expect(await standing()).toEqual([
      { record: 'credit memo CM-7', state: 'failed', failure: 'has no credit memos' },
      { record: 'project P-7', state: 'done', failure: null },
    ]);
  });
});

describe('a record the live system knows by its own id', () => {
  it('is found in the shadow by the words both know', async () => {
    await answered('findCustomers', { taxNumber: 'DE811569869' }, { items: [{ ...nordlicht, id: '4' }] }, false);
    await answered('putProject', { reference: 'P-7', key: newId(), body: shell('4') }, { id: '107' });
    shadow.customers = [nordlicht];
    await repeatAll();
    expect(shadow.done).toEqual(['P-7 for 10100002']);
    expect(await writes.namesOf('s4hana', 'customer', '10100002')).toMatchObject({ name: 'Nordlicht AG' });
  });

  it('and the shadow does not, is named; once it is loaded the write is tried again', async () => {
    const customer = { name: 'Nordlicht AG', taxNumber: 'DE811569869', legalEntity: 'MER-DE', currency: 'EUR' };
    await notes.identify('netsuite', [{ kind: 'customer', id: '4', names: { reference: 'C-02', ...customer } }]);
    await answered('putProject', { reference: 'P-7', key: newId(), body: shell('4') }, { id: '107' });
    await repeatAll();
    expect((await standing())[0]!.failure).toBe('customer "Nordlicht AG" is not known in s4hana');
    shadow.customers = [nordlicht, { ...nordlicht, id: '2' }];
    await database.transaction((manager) => writes.retry(manager, 'erp', 'MER-DE'));
    await repeatAll();
    expect((await standing())[0]!.failure).toBe('customer "Nordlicht AG" is 10100002 or 2 in s4hana');
    shadow.customers = [nordlicht];
    await database.transaction((manager) => writes.retry(manager, 'erp', 'MER-DE'));
    await repeatAll();
    expect(shadow.done).toEqual(['P-7 for 10100002']);
  });
});

describe('a batch of charges', () => {
  it('is repeated line by line, without what the live system refused; a refused one is asked for anew, and no other', async () => {
    const lines = [line('T-1', '1034'), line('T-2', '1035'), line('T-3', '1034')];
    const answer = settled(['T-1', 'posted'], ['T-2', 'posted'], ['T-3', 'refused']);
    await answered('postBillableLines', { key: newId(), body: { legalEntity: 'MER-DE', lines } }, answer);
    await repeatAll();
    expect(await standing()).toEqual([
      { record: 'charge T-1', state: 'done', failure: null },
      { record: 'charge T-2', state: 'failed', failure: 'unknown person' },
    ]);
    shadow.people.add('1035');
    expect(await database.transaction((manager) => writes.retry(manager, 'erp', 'MER-DE'))).toBe(1);
    await repeatAll();
    expect(shadow.done).toEqual(['T-1', 'T-2']);
  });
});
