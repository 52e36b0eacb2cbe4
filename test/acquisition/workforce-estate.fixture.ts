import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request, { type Response } from 'supertest';
import { events } from '#contracts';
import { eventOf, publish } from '#events';
import {
  type AppConfig,
  type AppDefinition,
  audienceUrn,
  type DataSource,
  loadEstate,
  openDatabase,
  rows,
  type RunningApp,
  startApp,
} from '#platform';
import { createTestDatabase } from '#testing';
import { app as workforce } from '../../apps/process-workforce/src/app.js';
import { issueCredentials } from '../../apps/sandbox/src/core/credentials.js';
import { host, type Hosted } from '../../apps/sandbox/src/core/host.js';
import { MemoryJournal } from '../../apps/sandbox/src/core/memory-journal.js';
import { loadFirm } from '../../apps/sandbox/src/firm/load-firm.js';
import { bamboohr as hrProduct } from '../../apps/sandbox/src/simulators/bamboohr/bamboohr.simulator.js';
import { kantata as psaProduct } from '../../apps/sandbox/src/simulators/kantata/kantata.simulator.js';
import { netsuite as erpProduct } from '../../apps/sandbox/src/simulators/netsuite/netsuite.simulator.js';
import { scim as identityProduct } from '../../apps/sandbox/src/simulators/scim/scim.simulator.js';
import { app as bamboohr } from '../../apps/system-bamboohr/src/app.js';
import { app as kantata } from '../../apps/system-kantata/src/app.js';
import { app as netsuite } from '../../apps/system-netsuite/src/app.js';
import { app as scim } from '../../apps/system-scim/src/app.js';
import { freePort, TestIssuer, testConfig } from '../../libs/platform/src/app.fixture.js';

const example = 'examples/meridian-consulting';
const systemApps = [
  { app: bamboohr, simulator: hrProduct },
  { app: netsuite, simulator: erpProduct },
  { app: scim, simulator: identityProduct },
  { app: kantata, simulator: psaProduct },
];

let keys = 0;
export const newKey = (): string => `acquisition-${(keys += 1)}`;

/** Everything a person may do with acquisitions. */
const scopes = 'acquisitions.read acquisitions.write acquisitions.load runs.read exceptions.read exceptions.resolve';

interface Parts {
  products: Hosted[];
  /** What happened in each product. */
  journals: Map<string, MemoryJournal>;
  issuer: TestIssuer;
  database: DataSource;
  config: AppConfig;
  closers: (() => Promise<unknown>)[];
}

/** The workforce app over real HTTP, before the four systems of the example firm and their simulated products. */
export class WorkforceEstate {
  private app: RunningApp | null = null;

  private constructor(private readonly parts: Parts) {}

  /** Starts all of it. The HR system reports no changes before 2099: what is onboarded is what a test asks for. */
  static async open(): Promise<WorkforceEstate> {
    const [issuer, database] = await Promise.all([TestIssuer.open(), createTestDatabase()]);
    const secretsDir = mkdtempSync(join(tmpdir(), 'throughline-acquisition-'));
    const credentials = issueCredentials(secretsDir, 'http://127.0.0.1:1/webhooks/nobody');
    writeFileSync(join(secretsDir, 'client-secret'), 'any');
    const journals = new Map(systemApps.map(({ simulator }) => [simulator.name, new MemoryJournal()]));
    const firm = loadFirm(example);
    const products: Hosted[] = [];
    for (const { simulator } of systemApps) {
      const journal = journals.get(simulator.name)!;
      products.push(await host(simulator, { journal, credentials, firm, port: 0 }));
    }
    const env = Object.fromEntries(
      products.map(({ simulator, world }) => [`SANDBOX_${simulator.name.toUpperCase()}_URL`, world.origin]),
    );
    const estate = loadEstate(`${example}/estate.yaml`, env);
    const instances = estate.instances.map((one) => ({
      ...one,
      ...(one.changesSince && { changesSince: '2099-01-01' }),
    }));
    const estateFile = join(secretsDir, 'estate.yaml');
    // JSON is YAML too.
    writeFileSync(estateFile, JSON.stringify({ ...estate, instances }));
    const base = {
      ...testConfig({ issuer: issuer.url, databaseUrl: database.url, port: 0 }),
      secretsDir,
      estateFile,
      clientSecretFile: 'client-secret',
    };
    const closers: (() => Promise<unknown>)[] = [];
    const addresses = { ...base.addresses };
    for (const { app } of systemApps) {
      const running = await startApp(app, { ...base, app: app.name, port: await freePort() });
      addresses[app.name] = running.url;
      closers.push(running.close);
    }
    const config = { ...base, addresses };
    const opened = new WorkforceEstate({ products, journals, issuer, database: undefined as never, config, closers });
    await opened.start();
    opened.parts.database = await openDatabase({ url: database.url, schema: 'process_workforce', migrations: [] });
    closers.push(
      ...products.map(({ close }) => close),
      () => issuer.close(),
      () => opened.parts.database.destroy(),
      database.drop,
    );
    return opened;
  }

  /** Starts the workforce app, again where it was stopped. */
  async start(definition: AppDefinition = workforce): Promise<void> {
    this.app = await startApp(definition, { ...this.parts.config, app: definition.name, port: await freePort() });
  }

  async stop(): Promise<void> {
    await this.app?.close();
    this.app = null;
  }

  /** Sends as somebody; people are told apart by `sub`. */
  async send(who: string, method: 'get' | 'put' | 'post', path: string, body?: object): Promise<Response> {
    const token = await this.parts.issuer.token({ sub: who, name: who, aud: audienceUrn('process'), scope: scopes });
    const agent = request(this.app!.url);
    return agent[method](path)
      .set({ authorization: `Bearer ${token}`, ...(method !== 'get' && { 'idempotency-key': newKey() }) })
      .send(body);
  }

  /** What came to be at a vendor through its API. */
  created(simulator: string, entity: string): Record<string, unknown>[] {
    return this.parts.journals
      .get(simulator)!
      .entries.flatMap((entry) =>
        entry.by === 'api' && entry.operation === 'create' && entry.entity === entity
          ? [entry.data as Record<string, unknown>]
          : [],
      );
  }

  /** How many changes the vendors were asked for. */
  get changes(): number {
    return [...this.parts.journals.values()].flatMap(({ entries }) => entries.filter(({ by }) => by === 'api')).length;
  }

  /** What somebody does on the HR system's own screens. */
  hire(worker: object): unknown {
    const product = this.parts.products.find(({ simulator }) => simulator.name === 'bamboohr')!;
    return product.simulator.actions['hire']!(product.world, { worker } as never);
  }

  /** The HR system reports somebody. */
  async report(id: string): Promise<void> {
    const told = { type: events.workerHired, source: '/test', subject: `worker/${id}`, key: newKey() };
    const event = eventOf({ ...told, correlationId: newKey(), data: { instance: 'bamboohr', id } });
    await this.parts.database.transaction((manager) => publish(manager, [event]));
  }

  rows<T>(sql: string, values: unknown[] = []): Promise<T[]> {
    return rows<T>(this.parts.database, sql, values);
  }

  async close(): Promise<void> {
    await this.stop();
    for (const close of this.parts.closers) await close();
  }
}
