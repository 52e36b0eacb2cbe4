import type { erp, psa } from '#contracts';
import { newId } from '#kernel';
import { AppLogger, type DataSource, openDatabase, rows, type Systems, withContext } from '#platform';
import { createTestDatabase, type TestDatabase } from '#testing';
import { ExceptionRepository, RunService } from '#workflow';
import { Engine } from '../../../libs/workflow/src/engine.js';
import { processMigrations } from '../../../libs/workflow/src/migrations.js';
import { RunRepository } from '../../../libs/workflow/src/run.repository.js';
import { WaitRepository } from '../../../libs/workflow/src/waiting.js';
import { WindowWaits } from '../../../libs/workflow/src/window-waits.js';
import { billApprovedTime } from './bill-approved-time.workflow.js';
import { BillingLineRepository, referenceOf } from './billing-line.repository.js';
import { CreateBilling1700000000020 } from './billing-schema.js';

let testDatabase: TestDatabase;
let database: DataSource;
let lines: BillingLineRepository;
let opens: (at: Date) => Date | null;
let charged: erp.BillableLine[];

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  const migrations = [...processMigrations, CreateBilling1700000000020];
  database = await openDatabase({ url: testDatabase.url, schema: 'process_billing', migrations });
  lines = new BillingLineRepository(database);
});
afterAll(async () => {
  await database.destroy();
  await testDatabase.drop();
});
beforeEach(async () => {
  charged = [];
  await database.query('truncate billing_line, invoice');
});

/** An ERP that charges whatever it is given, each line once. */
const books = {
  postBillableLines: ({ body }: { body: { lines: erp.BillableLine[] } }): Promise<erp.BatchSettlement> => {
    charged.push(...body.lines.filter((line) => !charged.some(({ reference }) => reference === line.reference)));
    const settled = body.lines.map(({ reference }) => ({
      reference,
      outcome: 'posted' as const,
      id: reference,
      reason: null,
    }));
    return Promise.resolve({ lines: settled });
  },
  putInvoice: ({ reference, body }: { reference: string; body: erp.InvoiceState }) =>
    Promise.resolve({ id: reference, reference, number: reference, ...body, total: body.lines[0]!.amount }),
};

const entry = (id: string, minutes: number): psa.TimeEntry => ({
  id,
  project: 'P-1',
  projectName: 'A project',
  workerNumber: '1021',
  workerEmail: null,
  roleName: 'Quality Analyst',
  assignmentId: null,
  date: '2026-11-30',
  minutes,
  billable: true,
  approved: true,
  invoiced: false,
  hourlyRate: null,
  notes: null,
  modifiedAt: new Date().toISOString(),
});

async function ready(id: string, minutes: number): Promise<void> {
  const usd = (amount: string) => ({ amount, currency: 'USD' });
  const facts = { project: 'P-1', legalEntity: 'MER-US', workerNumber: '1021', role: 'QA' };
  await database.transaction(async (manager) => {
    await lines.note(manager, { instance: 'kantata', entry: entry(id, minutes), correlationId: 'c' });
    const reference = referenceOf('kantata', id);
    await lines.price(manager, { reference, ...facts, hourlyRate: usd('60.00'), amount: usd(`${minutes}.00`) });
  });
}

/** Gathers what is ready into a batch; `work` moves its run on as far as it comes. */
async function gather() {
  const runs = new RunRepository(database);
  const exceptions = new ExceptionRepository(database, 'process-billing');
  const batch = newId();
  const { id } = await withContext({ correlationId: 'c', actor: null }, () =>
    database.transaction(async (manager) => {
      await lines.gatherBatch(manager, 'MER-US', batch, 100);
      return new RunService(runs, exceptions).begin(manager, billApprovedTime, { batch, legalEntity: 'MER-US' });
    }),
  );
  const engine = new Engine({
    app: 'process-billing',
    workflows: [billApprovedTime],
    services: { systems: { for: () => books } as unknown as Systems, lines, exceptions },
    runs,
    waits: new WaitRepository(database, new WindowWaits(database, (_legalEntity, at) => opens(at))),
    exceptions,
    logger: new AppLogger('process-billing', 'silent'),
  });
  return async (): Promise<{ state: string; waitingFor: string | null; title: string }> => {
    await database.query(`update run set wake_at = now() where id = $1 and state = 'waiting'`, [id]);
    await engine.advance(id);
    return (
      await rows<never>(database, `select state, waiting_for as "waitingFor", title from run where id = $1`, [id])
    )[0]!;
  };
}

const stateOf = async (id: string): Promise<string> =>
  (await rows<{ state: string }>(database, 'select state from billing_line where time_entry_id = $1', [id]))[0]!.state;

describe('billing while the books are closed', () => {
  it('waits with nothing charged, and charges each line once when they open', async () => {
    opens = () => new Date('2099-12-03T11:00:00Z');
    await ready('1', 60);
    const work = await gather();
    expect(await work()).toEqual({
      state: 'waiting',
      waitingFor: 'the books are open: posting window of MER-US, opens at 2099-12-03T11:00Z',
      title: 'Billing of approved time in MER-US',
    });
    expect([charged, await stateOf('1')]).toEqual([[], 'ready']);
    opens = (at) => at;
    expect(await work()).toMatchObject({ state: 'completed' });
    await work();
    expect([charged.map(({ minutes }) => minutes), await stateOf('1')]).toEqual([[60], 'posted']);
  });

  it('charges an entry that is changed meanwhile as it is then, in the next batch', async () => {
    opens = () => null;
    await ready('2', 60);
    await ready('3', 30);
    const first = await gather();
    await first();
    await ready('2', 45);
    opens = (at) => at;
    await first();
    expect(charged.map(({ minutes }) => minutes)).toEqual([30]);
    await (
      await gather()
    )();
    expect(charged.map(({ minutes }) => minutes)).toEqual([30, 45]);
  });

  it('charges nothing where every entry of the batch was changed', async () => {
    opens = () => null;
    await ready('4', 60);
    const work = await gather();
    await work();
    await ready('4', 0);
    opens = (at) => at;
    expect(await work()).toMatchObject({ state: 'completed' });
    expect(charged).toEqual([]);
  });

  it('raises no invoice when they close after the lines were charged', async () => {
    opens = (at) => (charged.length === 0 ? at : null);
    await ready('5', 60);
    const work = await gather();
    expect((await work()).waitingFor).toContain('the books are open to invoices: posting window of MER-US');
    expect(await rows(database, 'select 1 from invoice')).toHaveLength(0);
    opens = (at) => at;
    expect(await work()).toMatchObject({ state: 'completed' });
    expect(charged).toHaveLength(1);
  });
});
