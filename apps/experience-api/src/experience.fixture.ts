import { type BillingLineView, events, type EventType, type UtilisationLine } from '#contracts';
import { deliverOnce, eventOf, publish, relayOnce, type StoredEvent } from '#events';
import { newId } from '#kernel';
import { AppLogger, type DataSource, openDatabase, rows } from '#platform';
import { createTestDatabase, type TestDatabase } from '#testing';
import { app } from './app.js';
import { MirrorRepository } from './readmodels/mirror.repository.js';
import { readModels } from './readmodels/projector.repository.js';

const logger = new AppLogger('experience-api', 'silent');

export const usd = (amount: string) => ({ amount, currency: 'USD' });
const dayMs = 24 * 3_600_000;
export const daysAgo = (days: number): string => new Date(Date.now() - days * dayMs).toISOString();
export const dayAgo = (days: number): string => daysAgo(days).slice(0, 10);

/** What the rest of the product tells the experience API, on a database of its own. */
export class Told {
  private constructor(
    private readonly testDatabase: TestDatabase,
    readonly database: DataSource,
    readonly kept: MirrorRepository,
  ) {}

  static async open(): Promise<Told> {
    const testDatabase = await createTestDatabase();
    const database = await openDatabase({
      url: testDatabase.url,
      schema: 'experience_api',
      migrations: app.migrations,
    });
    return new Told(testDatabase, database, new MirrorRepository(database));
  }

  /** As if nothing had ever been told. */
  async clear(): Promise<void> {
    const tables = await this.rows<{ name: string }>(
      `select schemaname || '.' || tablename as name from pg_tables
        where schemaname in ('experience_api', 'events') and tablename <> 'migration'`,
    );
    await this.database.query(`truncate ${tables.map(({ name }) => name).join(', ')} restart identity`);
  }

  async close(): Promise<void> {
    await this.database.destroy();
    await this.testDatabase.drop();
  }

  /** Tells an event and has it projected. */
  async that<T extends object>(
    type: EventType<T>,
    subject: string,
    data: T,
    at = daysAgo(0),
    correlationId: string = newId(),
  ): Promise<StoredEvent> {
    const event = await this.only(type, subject, data, at, correlationId);
    await deliverOnce(this.database, logger, readModels);
    return event;
  }

  /** Tells an event that nobody projects yet. */
  async only<T extends object>(
    type: EventType<T>,
    subject: string,
    data: T,
    at = daysAgo(0),
    correlationId: string = newId(),
  ): Promise<StoredEvent> {
    const event = eventOf({ type, source: '/test', subject, key: newId(), time: at, correlationId, data });
    await this.database.transaction((manager) => publish(manager, [event]));
    await relayOnce(this.database);
    return event;
  }

  get url(): string {
    return this.testDatabase.url;
  }

  deliver(): Promise<number> {
    return deliverOnce(this.database, logger, readModels);
  }

  rows<T>(sql: string): Promise<T[]> {
    return rows<T>(this.database, sql);
  }

  won(code: string, more: Partial<ReturnType<typeof dealOf>> = {}, at = daysAgo(10)): Promise<StoredEvent> {
    const data = { instance: 'salesforce', id: `006${code}`, opportunity: { ...dealOf(code), ...more } };
    return this.that(events.opportunityWon, `opportunity/${code}`, data, at);
  }

  /** Tells a step of the project of a deal. */
  project(step: 'Created' | 'Activated' | 'StaffingReady', deal: string, at = daysAgo(9)): Promise<StoredEvent> {
    const data = { project: `P-${deal}`, deal, name: `Project of ${deal}`, legalEntity: 'MER-US' };
    return this.that(events[`project${step}`], `project/P-${deal}`, data, at);
  }

  raised(
    stopped: string,
    exception: { class: string; code?: string; owner?: string; amount?: string; project?: string | null },
  ): Promise<string> {
    return this.exception('exceptionRaised', newId(), stopped, exception, daysAgo(2));
  }

  settled(id: string, stopped: string, exception: Parameters<Told['raised']>[1], by = 'dana'): Promise<string> {
    return this.exception('exceptionSettled', id, stopped, { ...exception, by }, daysAgo(1));
  }

  private async exception(
    name: 'exceptionRaised' | 'exceptionSettled',
    id: string,
    stopped: string,
    {
      class: className,
      code = 'some-code',
      owner = 'process-billing',
      amount,
      project = null,
      by = null,
    }: Parameters<Told['raised']>[1] & { by?: string | null },
    at: string,
  ): Promise<string> {
    const business = {
      project,
      client: null,
      legalEntity: null,
      billingCycle: null,
      moneyAtRisk: amount ? usd(amount) : null,
    };
    const facts = {
      code,
      class: className,
      role: 'finance-operations',
      stopped,
      record: `record of ${stopped}`,
      business,
      dueAt: null,
      settledBy: by,
    };
    await this.that(events[name], `exception/${id}`, { owner, id, exception: facts }, at);
    return id;
  }

  /** An approved entry of the PSA: an hour at 180 unless said. */
  async time(id: string, more: object = {}, at = daysAgo(5)): Promise<void> {
    const entry = { ...entryOf(id), modifiedAt: at, ...more };
    await this.that(events.timeApproved, `time-entry/${id}`, { instance: 'kantata', id, entry }, at);
  }

  /** The line of an entry as process-billing answers it. */
  line(id: string, more: Partial<BillingLineView> = {}): Promise<void> {
    return this.kept.putLines([{ ...lineOf(id), ...more }]);
  }

  weeks(kind: string, weeks: UtilisationLine[]): Promise<void> {
    return this.kept.putWeeks(kind, weeks);
  }
}

const dealOf = (code: string) => ({
  id: `006${code}`,
  code,
  name: `Deal ${code}`,
  stage: 'Closed Won',
  isWon: true,
  isClosed: true,
  account: null,
  legalEntity: 'MER-US',
  amount: usd('10000.00') as { amount: string; currency: string } | null,
  startDate: dayAgo(-10),
  endDate: dayAgo(-40),
  deliveryModel: 'onsite',
  billingType: 'time-and-materials',
  taxCode: 'US-SVC-CT',
  projectTemplate: null,
  costCentre: 'US-STR',
  practice: 'Strategy',
  region: 'Americas',
  contractNumber: 'CT-1',
  lines: [{ role: 'CONS', roleName: 'Consultant', minutes: 6_000, hourlyRate: usd('180.00') }],
  modifiedAt: daysAgo(10),
});

const entryOf = (id: string) => ({
  id,
  project: 'P-OPP-1' as string | null,
  projectName: null,
  workerNumber: '1001',
  workerEmail: null,
  roleName: 'Consultant',
  assignmentId: null,
  date: dayAgo(6),
  minutes: 60,
  billable: true,
  approved: true,
  invoiced: false,
  hourlyRate: usd('180.00'),
  notes: null,
});

const lineOf = (id: string): BillingLineView => ({
  reference: `TE-kantata-${id}`,
  timeEntryId: id,
  project: 'P-OPP-1',
  workerNumber: '1001',
  roleName: 'Consultant',
  date: dayAgo(6),
  minutes: 60,
  hourlyRate: usd('180.00'),
  amount: usd('180.00'),
  estimate: null,
  state: 'posted',
  erpId: '77',
  invoice: 'INV-1',
  reverses: null,
  legalEntity: 'MER-US',
  approvedAt: daysAgo(5),
  updatedAt: daysAgo(4),
});
