import { type erp, events, type Project, type psa, type Resolution } from '#contracts';
import { addMoney, Failure, negateMoney, newId } from '#kernel';
import {
  AppLogger,
  type DataSource,
  EstateView,
  type IntercompanyPrice,
  loadEstate,
  openDatabase,
  type PostingWindow,
  type Projects,
  rows,
  type Systems,
  withContext,
} from '#platform';
import { createTestDatabase, type TestDatabase } from '#testing';
import { ExceptionRepository, RunService } from '#workflow';
import { projectView } from '../../../libs/contracts/src/process/project-view.fixture.js';
import { Engine } from '../../../libs/workflow/src/engine.js';
import { processMigrations } from '../../../libs/workflow/src/migrations.js';
import { RunRepository } from '../../../libs/workflow/src/run.repository.js';
import { WaitRepository } from '../../../libs/workflow/src/waiting.js';
import { WindowWaits } from '../../../libs/workflow/src/window-waits.js';
import { billApprovedTime } from './bill-approved-time.workflow.js';
import { BillingBatchRepository } from './billing-batch.repository.js';
import { BillingCollector } from './billing-collector.js';
import { BillingLineRepository } from './billing-line.repository.js';
import { CutOffRepository } from './cut-off.repository.js';
import { CutOffWatch } from './cut-off-watch.js';
import { decidedTimeIntake } from './line-intake.js';
import { billingMigrations } from './migrations.js';
import { LineSettlement } from './line-settlement.js';

export const usd = (amount: string) => ({ amount, currency: 'USD' });

export const terms = projectView({
  rates: [
    { role: 'QA', hourlyRate: usd('60.00') },
    { role: 'CONS', hourlyRate: usd('120.00') },
  ],
});

/** The ERP of everybody. */
const liveInstance = () => Promise.resolve('netsuite');

type Row = Record<string, unknown>;

/** What an ERP keeps that charges and invoices whatever it is given, once, and a scheduler that is told the actuals. */
class Books {
  charged: erp.BillableLine[] = [];
  bills: { kind: 'invoice' | 'credit memo'; reference: string; state: erp.InvoiceState }[] = [];
  /** References it refuses. */
  refused = new Set<string>();
  /** Minutes billed on the one assignment, as the scheduler was last told. */
  actuals = 0;
  /** Happens once, while the next lines are being posted. */
  meanwhile: () => Promise<unknown> = () => Promise.resolve();
  /** Projects it gives no answer about. */
  silentOn = new Set<string>();

  getProject = ({ reference }: { reference: string }) =>
    this.silentOn.has(reference)
      ? Promise.reject(new Failure('unavailable', 'the ERP is away'))
      : Promise.resolve({ reference, status: 'active' });

  postBillableLines = async ({ body }: { body: erp.BillingBatch }): Promise<erp.BatchSettlement> => {
    const happens = this.meanwhile;
    this.meanwhile = () => Promise.resolve();
    await happens();
    const lines = body.lines.map(({ reference }): erp.LineSettlement => {
      const refused = this.refused.has(reference);
      return { reference, outcome: refused ? 'refused' : 'posted', id: reference, reason: refused ? 'no' : null };
    });
    const known = this.charged.map(({ reference }) => reference);
    this.charged.push(
      ...body.lines.filter(({ reference }) => !this.refused.has(reference) && !known.includes(reference)),
    );
    return { lines };
  };

  putActuals = ({ body }: { body: { billedMinutes: number } }) => {
    this.actuals = body.billedMinutes;
    return Promise.resolve({});
  };

  putInvoice = (invoice: { reference: string; body: erp.InvoiceState }) => this.put('invoice', invoice);
  putCreditMemo = (memo: { reference: string; body: erp.InvoiceState }) => this.put('credit memo', memo);

  /** Like an ERP it takes no total below nothing, and keeps one record of a reference. */
  private put(kind: 'invoice' | 'credit memo', { reference, body }: { reference: string; body: erp.InvoiceState }) {
    const total = body.lines.reduce((sum, { amount }) => sum + Number(amount.amount), 0);
    if (total < 0) throw new Failure('rejected', 'The total cannot be negative.');
    if (!this.bills.some((bill) => bill.reference === reference)) this.bills.push({ kind, reference, state: body });
    return Promise.resolve({ id: reference, reference, number: reference, total: usd(total.toFixed(2)) });
  }
}

/** Billing on a database of its own, beside an ERP that keeps what it is given. */
export class BillingBench {
  books = new Books();
  /** When the books are open. */
  opens: (at: Date) => Date | null = (at) => at;
  /** What the posting windows have besides. */
  window: Partial<PostingWindow> = {};
  /** What legal entities charge each other; without it, nothing. */
  intercompany: IntercompanyPrice[] | undefined;
  /** The terms agreed, as the projects API answers them. */
  agreed: Project = terms;
  private versions = 0;
  private readonly logger = new AppLogger('process-billing', 'silent');
  private constructor(
    private readonly testDatabase: TestDatabase,
    readonly database: DataSource,
    readonly lines = new BillingLineRepository(database),
    private readonly batches = new BillingBatchRepository(database),
    readonly exceptions = new ExceptionRepository(database, 'process-billing'),
  ) {}

  static async open(): Promise<BillingBench> {
    const testDatabase = await createTestDatabase();
    const migrations = [...processMigrations, ...billingMigrations];
    return new BillingBench(
      testDatabase,
      await openDatabase({ url: testDatabase.url, schema: 'process_billing', migrations }),
    );
  }

  async close(): Promise<void> {
    await this.database.destroy();
    await this.testDatabase.drop();
  }

  async clear(): Promise<void> {
    this.books = new Books();
    this.opens = (at) => at;
    this.window = {};
    this.intercompany = undefined;
    this.agreed = terms;
    await this.database.query('truncate billing_line, invoice, exception, run cascade');
  }

  /** An approved hour of QA on P-1, a newer version each time. */
  entry(id: string, changes: Partial<psa.TimeEntry> = {}): psa.TimeEntry {
    this.versions += 1;
    return {
      id,
      project: 'P-1',
      projectName: 'A project',
      workerNumber: '1021',
      workerEmail: null,
      roleName: 'Quality Analyst',
      assignmentId: 'A-1',
      date: today,
      minutes: 60,
      billable: true,
      approved: true,
      invoiced: false,
      hourlyRate: usd('60.00'),
      notes: null,
      modifiedAt: new Date(Date.UTC(2026, 0, 1) + this.versions * 1_000).toISOString(),
      ...changes,
    };
  }

  /** The event of a version arrives. */
  async tell(entry: psa.TimeEntry): Promise<string> {
    const { type } = entry.approved ? events.timeApproved : events.timeRejected;
    const event = { id: newId(), source: 's', type, subject: `time-entry/${entry.id}`, time: entry.modifiedAt };
    const data = { instance: 'kantata', id: entry.id, entry };
    const intake = decidedTimeIntake(this.lines, this.exceptions);
    return this.database.transaction(async (manager) =>
      intake.handle({ ...event, correlationId: 'c', data }, manager),
    ) as Promise<string>;
  }

  /** Prices what waits. */
  async check(): Promise<void> {
    const { lines, batches, exceptions, logger } = this;
    const service = new RunService(new RunRepository(this.database), exceptions);
    const systems = { for: () => this.books } as unknown as Systems;
    const projects = this.terms();
    const parts = { lines, batches, exceptions, service, systems, terms: projects, estate, logger };
    await new BillingCollector(parts).checkWaiting();
  }

  estate(): EstateView {
    const { estate: all } = estate;
    return new EstateView({
      ...all,
      postingWindows: all.postingWindows.map((window) => ({ ...window, ...this.window })),
      ...(this.intercompany && { billing: { intercompany: this.intercompany } }),
    });
  }

  /** Looks at what is late for a cut-off, as of a moment. */
  lookAtCutOff(at: string): Promise<void> {
    const { exceptions, logger } = this;
    const cutOffs = new CutOffRepository(this.database);
    const watch = { cutOffs, exceptions, estate: this.estate(), systems: { liveInstance }, logger };
    return new CutOffWatch(watch).look(new Date(at));
  }

  terms(): Pick<Projects, 'find'> {
    return { find: () => Promise.resolve(this.agreed) };
  }

  /** Gathers what is ready into a batch; the answer moves its run on as far as it comes. */
  async gather() {
    const runs = new RunRepository(this.database);
    const { lines, batches, exceptions, logger } = this;
    const systems = { for: () => this.books, liveInstance } as unknown as Systems;
    const batch = newId();
    const { id } = await withContext({ correlationId: 'c', actor: null }, () =>
      this.database.transaction(async (manager) => {
        await batches.gather(manager, 'MER-US', batch, 100);
        return new RunService(runs, exceptions).begin(manager, billApprovedTime, { batch, legalEntity: 'MER-US' });
      }),
    );
    const waits = new WaitRepository(this.database, new WindowWaits(this.database, (_entity, at) => this.opens(at)));
    const services = { systems, estate: this.estate(), lines, batches, exceptions };
    const parts = { runs, waits, exceptions, logger };
    const engine = new Engine({ app: 'process-billing', workflows: [billApprovedTime], services, ...parts });
    return async (): Promise<{ state: string; waitingFor: string | null; title: string }> => {
      await this.database.query(`update run set wake_at = now() where id = $1 and state = 'waiting'`, [id]);
      await engine.advance(id);
      const sql = `select state, waiting_for as "waitingFor", title from run where id = $1`;
      return (await rows<never>(this.database, sql, [id]))[0]!;
    };
  }

  /** Bills all that is ready, to the end. */
  async bill(): Promise<string> {
    await this.check();
    const work = await this.gather();
    return (await work()).state;
  }

  /** An approved entry of an hour at 60.00, charged and invoiced. */
  async billed(): Promise<void> {
    await this.tell(this.entry('1'));
    expect(await this.bill()).toBe('completed');
  }

  /** Reference and amount of every charge, in the order they were made. */
  amounts(): string[] {
    return this.books.charged.map(({ reference, amount }) => `${reference} ${amount.amount}`);
  }

  /** Every invoice and credit memo: role, minutes and amount of its lines. */
  bills(): { kind: string; lines: string[] }[] {
    return this.books.bills.map(({ kind, state }) => ({
      kind,
      lines: state.lines.map(({ role, minutes, amount }) => `${role} ${minutes} ${amount.amount}`),
    }));
  }

  /** Invoices less credit memos. */
  billedTotal(): string {
    const amounts = this.books.bills.flatMap(({ kind, state }) =>
      state.lines.map(({ amount }) => (kind === 'invoice' ? amount : negateMoney(amount))),
    );
    return amounts.reduce(addMoney).amount;
  }

  /** A person settles the open exception of a line. */
  async decide(reference: string, action: Resolution['action']): Promise<void> {
    const id = (await this.exceptions.openOn({ kind: 'billing-line', id: reference }))!;
    await this.database.transaction(async (manager) => {
      const exception = await this.exceptions.find(id, manager);
      const resolution = { action, reason: 'a reason', changes: { minutes: 1 } } as Resolution;
      await new LineSettlement(this.lines).settle(manager, exception, resolution);
      await this.exceptions.settle(manager, exception, 'somebody', resolution);
    });
  }

  /** Reference, state and minutes of every line, the oldest first. */
  async standing(): Promise<string[]> {
    const sql = `select reference || ' ' || state || ' ' || minutes as line from billing_line order by created_at, reference`;
    return (await rows<{ line: string }>(this.database, sql)).map(({ line }) => line);
  }

  /** Open exceptions, with their owners. */
  openExceptions(): Promise<Row[]> {
    return rows(this.database, `select subject_id as subject, code, system, owner from exception where state = 'open'`);
  }
}

const estate = new EstateView(loadEstate('examples/meridian-consulting/estate.yaml', {}));

/** Of the month that is open; the estate has no time zone for MER-US. */
export const today = new Date().toISOString().slice(0, 10);
