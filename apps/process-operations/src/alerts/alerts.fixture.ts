import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainToInstance } from 'class-transformer';
import type { BusinessContext } from '#contracts';
import { deliverOnce, relayOnce } from '#events';
import { Failure, newId } from '#kernel';
import {
  type AppConfig,
  AppLogger,
  type Caller,
  type DataSource,
  Estate,
  EstateView,
  openDatabase,
  rows,
} from '#platform';
import { createTestDatabase, MailBox, type TestDatabase } from '#testing';
import { ExceptionRepository } from '#workflow';
import { processMigrations } from '../../../../libs/workflow/src/migrations.js';
import { AlertBook } from './alert-book.js';
import { AlertRepository } from './alert.repository.js';
import { AlertRoutes } from './alert-routes.js';
import { AlertSender } from './alert-sender.js';
import { CreateAlerts1700000000160 } from './alert-schema.js';
import { AlertWatch } from './alert-watch.js';
import { AlertsService } from './alerts.service.js';
import { DeliveryRepository } from './delivery.repository.js';
import { Receiver, webhookKey } from './receivers.fixture.js';

const logger = new AppLogger('process-operations', 'silent');

const legalEntities = [
  { code: 'MER-US', name: 'Meridian Inc.', currency: 'USD', country: 'US' },
  { code: 'MER-DE', name: 'Meridian GmbH', currency: 'EUR', country: 'DE' },
];

export const dana: Caller = { subject: 'u-1', name: 'Dana Whitlock', scopes: [], roles: ['finance-operations'] };
export const usd = (amount: string) => ({ amount, currency: 'USD' });
/** An hour and a half at stake for October. */
export const onP1 = {
  legalEntity: 'MER-US',
  billingCycle: '2026-10',
  project: 'P-1',
  client: 'Ardent',
  minutes: 90,
  moneyAtRisk: usd('300.00'),
};

/** What stopped, as far as a test cares. */
export interface Stopped {
  code?: string;
  owner?: string;
  system?: string;
  business?: Partial<BusinessContext>;
  dueAt?: Date;
}

/** Alerts on a database of their own, with somebody at the other end of every route. */
export class AlertBench {
  readonly exceptions: ExceptionRepository;
  readonly alerts: AlertRepository;
  readonly deliveries: DeliveryRepository;
  readonly routes: AlertRoutes;
  readonly service: AlertsService;
  readonly watch: AlertWatch;
  private readonly book: AlertBook;
  #from = '0';

  private constructor(
    private readonly testDatabase: TestDatabase,
    private readonly secretsDir: string,
    readonly database: DataSource,
    readonly receiver: Receiver,
    readonly mailBox: MailBox,
  ) {
    const estate = new EstateView(plainToInstance(Estate, this.estate()));
    this.exceptions = new ExceptionRepository(database, 'process-billing');
    this.alerts = new AlertRepository(database);
    this.deliveries = new DeliveryRepository(database);
    const addresses = { 'experience-api': 'http://portal.example' };
    this.routes = new AlertRoutes(estate.estate.alerts, { secretsDir, addresses } as unknown as AppConfig);
    const { alerts, deliveries, routes } = this;
    this.book = new AlertBook({ alerts, deliveries, routes, estate });
    this.service = new AlertsService({ database, alerts, deliveries, routes });
    this.watch = new AlertWatch({ database, alerts, deliveries, routes, logger });
  }

  static async open(): Promise<AlertBench> {
    const testDatabase = await createTestDatabase();
    const database = await openDatabase({
      url: testDatabase.url,
      schema: 'process_operations',
      migrations: [...processMigrations, CreateAlerts1700000000160],
    });
    const secretsDir = mkdtempSync(join(tmpdir(), 'throughline-alerts-'));
    writeFileSync(join(secretsDir, 'alerts.webhook'), `whsec_${webhookKey.toString('base64')}\n`);
    return new AlertBench(testDatabase, secretsDir, database, await Receiver.open(), await MailBox.open());
  }

  private estate(): object {
    return {
      firm: 'Meridian',
      timeZone: 'UTC',
      legalEntities,
      instances: [
        { name: 'netsuite', platform: 'netsuite', settings: {} },
        { name: 's4', platform: 's4hana', settings: {} },
      ],
      routing: { erp: { 'MER-US': 'netsuite', 'MER-DE': 's4' } },
      ownership: [],
      mappings: {},
      postingWindows: [{ legalEntity: 'MER-US', every: '15m', timeZone: 'UTC', cutOff: 'day 3 18:00' }],
      alerts: {
        gather: '30s',
        mail: { host: '127.0.0.1', port: this.mailBox.port, tls: 'none', from: 'throughline@meridian.example' },
        routes: [
          {
            owner: 'finance-operations',
            webhook: { url: this.receiver.url, secret: 'secret:alerts.webhook' },
            withAmounts: true,
            acknowledgeWithin: '1h',
            escalatesTo: 'pmo',
          },
          { owner: 'pmo', email: ['pmo@meridian.example'] },
        ],
      },
    };
  }

  /** Raises an exception as its process API does, and has it told. */
  async stopped({ code = 'rate-mismatch', owner, system, business = {}, dueAt }: Stopped = {}, subject = newId()) {
    await this.database.transaction((manager) =>
      this.exceptions.raise(manager, {
        subject: { kind: 'billing-line', id: subject },
        failure: new Failure('rejected', `${subject} is not to be told to anybody`, {
          code,
          ...(system && { system }),
        }),
        record: `line ${subject}`,
        correlationId: newId(),
        business,
        ...(owner && { owner }),
        ...(dueAt && { dueAt }),
      }),
    );
    await this.tell();
    return (await this.exceptions.openOn({ kind: 'billing-line', id: subject }))!;
  }

  async settled(id: string): Promise<void> {
    await this.database.transaction(async (manager) => {
      const exception = await this.exceptions.find(id, manager);
      await this.exceptions.settle(manager, exception, 'Dana Whitlock', 'mended');
    });
    await this.tell();
  }

  /** Carries what was told to the alerts. */
  async tell(): Promise<void> {
    await relayOnce(this.database);
    await deliverOnce(this.database, logger, this.book.subscription());
  }

  /** Tells everything since it was cleared again. */
  async tellAgain(): Promise<void> {
    await this.database.query('update subscription set position = $1', [this.#from]);
    await this.tell();
  }

  /** Sends whatever is due; answers how many tries that took. */
  async send(deliveries = this.deliveries): Promise<number> {
    const { alerts, routes } = this;
    const sender = new AlertSender({ alerts, deliveries, routes, logger });
    let tries = 0;
    while (await sender.sendNext()) tries += 1;
    return tries;
  }

  /** The time for gathering, a pause or a lease is over. */
  async later(): Promise<void> {
    await this.database.query(`update alert_delivery set due_at = clock_timestamp() where state = 'waiting'`);
  }

  /** As if alerts had been opened earlier. */
  async age(minutes: number): Promise<void> {
    await this.database.query(`update alert set opened_at = opened_at - $1 * interval '1 minute'`, [minutes]);
  }

  audited(alert: string): Promise<{ actor: string; action: string; reason: string | null }[]> {
    return rows(this.database, 'select actor, action, reason from audit where subject = $1 order by position', [
      `alert/${alert}`,
    ]);
  }

  /** As if nothing had ever stopped. */
  async clear(): Promise<void> {
    this.receiver.received.splice(0);
    this.receiver.status = 204;
    this.mailBox.letters.splice(0);
    this.mailBox.recipient = '250 ok';
    const [newest] = await rows<{ position: string }>(
      this.database,
      'select max(position) as position from events.log',
    );
    this.#from = newest?.position ?? '0';
    await this.database.query('truncate alert, alert_item, alert_delivery cascade');
  }

  async close(): Promise<void> {
    await this.database.destroy();
    await Promise.all([this.receiver.close(), this.mailBox.close(), this.testDatabase.drop()]);
    rmSync(this.secretsDir, { recursive: true });
  }
}
