import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request, { type Response } from 'supertest';
import { events, type EventType, type psa } from '#contracts';
import { eventOf, publish } from '#events';
import {
  type AppConfig,
  type AppName,
  audienceUrn,
  type DataSource,
  loadEstate,
  openDatabase,
  rows,
  startApp,
} from '#platform';
import { createTestDatabase } from '#testing';
import { app as billing } from '../../apps/process-billing/src/app.js';
import { app as operations } from '../../apps/process-operations/src/app.js';
import { app as projects } from '../../apps/process-projects/src/app.js';
import { issueCredentials } from '../../apps/sandbox/src/core/credentials.js';
import type { Fault } from '../../apps/sandbox/src/core/faults.js';
import { host, type Hosted } from '../../apps/sandbox/src/core/host.js';
import { MemoryJournal } from '../../apps/sandbox/src/core/memory-journal.js';
import { loadFirm } from '../../apps/sandbox/src/firm/load-firm.js';
import { kantata as psaProduct } from '../../apps/sandbox/src/simulators/kantata/kantata.simulator.js';
import { netsuite as oldErp } from '../../apps/sandbox/src/simulators/netsuite/netsuite.simulator.js';
import { s4hana as newErp } from '../../apps/sandbox/src/simulators/s4hana/s4hana.simulator.js';
import { salesforce as crmProduct } from '../../apps/sandbox/src/simulators/salesforce/salesforce.simulator.js';
import { app as kantata } from '../../apps/system-kantata/src/app.js';
import { app as netsuite } from '../../apps/system-netsuite/src/app.js';
import { app as s4hana } from '../../apps/system-s4hana/src/app.js';
import { app as salesforce } from '../../apps/system-salesforce/src/app.js';
import { freePort, TestIssuer, testConfig } from '../../libs/platform/src/app.fixture.js';

const example = 'examples/meridian-consulting';
const systems = [
  { app: salesforce, simulator: crmProduct },
  { app: kantata, simulator: psaProduct },
  { app: netsuite, simulator: oldErp },
  { app: s4hana, simulator: newErp },
];
const processes = [projects, billing, operations];
const personScopes = 'swaps.read swaps.write exceptions.read exceptions.resolve runs.read billing.read projects.read';

let keys = 0;
export const newKey = (): string => `platform-swap-${(keys += 1)}`;

interface Parts {
  products: Map<string, Hosted>;
  journals: Map<string, MemoryJournal>;
  issuer: TestIssuer;
  database: DataSource;
  config: AppConfig;
  closers: (() => Promise<unknown>)[];
}

/** CRM, PSA and two ERPs of the example firm with their products, and the process apps of projects and billing. */
export class SwapEstate {
  private constructor(private readonly parts: Parts) {}

  /** Starts all of it. The systems report no changes before 2099: what happens is what a test tells. */
  static async open(): Promise<SwapEstate> {
    const [issuer, testDatabase] = await Promise.all([TestIssuer.open(), createTestDatabase()]);
    const secretsDir = mkdtempSync(join(tmpdir(), 'throughline-swap-'));
    writeFileSync(join(secretsDir, 'client-secret'), 'any');
    const products = new Map<string, Hosted>();
    const journals = new Map<string, MemoryJournal>();
    const credentials = issueCredentials(secretsDir, 'http://127.0.0.1:1/webhooks/nobody');
    const firm = loadFirm(example);
    for (const { simulator } of systems) {
      const journal = new MemoryJournal();
      journals.set(simulator.name, journal);
      products.set(simulator.name, await host(simulator, { journal, credentials, firm, port: 0 }));
    }
    const base = testConfig({ issuer: issuer.url, databaseUrl: testDatabase.url, port: 0 });
    const estateFile = writeEstate(secretsDir, products);
    const addresses = { ...base.addresses };
    for (const { name } of processes) addresses[name] = `http://127.0.0.1:${await freePort()}`;
    const config = { ...base, secretsDir, estateFile, clientSecretFile: 'client-secret', addresses };
    const closers: (() => Promise<unknown>)[] = [];
    for (const { app } of systems) {
      const running = await startApp(app, { ...config, app: app.name, port: await freePort() });
      addresses[app.name] = running.url;
      closers.unshift(running.close);
    }
    for (const app of processes) {
      const { port } = new URL(addresses[app.name]);
      const running = await startApp(app, { ...config, app: app.name, port: Number(port) });
      closers.unshift(running.close);
    }
    const database = await openDatabase({ url: testDatabase.url, schema: 'process_projects', migrations: [] });
    closers.push(
      ...[...products.values()].map(({ close }) => close),
      () => issuer.close(),
      () => database.destroy(),
      testDatabase.drop,
    );
    return new SwapEstate({ products, journals, issuer, database, config, closers });
  }

  /** Sends to a process API as somebody; people are told apart by `sub`. */
  send(who: string, app: AppName, method: 'get' | 'post', path: string, body?: object): Promise<Response> {
    return this.call('process', personScopes, { who, app, method, path, ...(body && { body }) });
  }

  /** What somebody enters in one ERP without the other, told through its system API. */
  enter(erp: 'netsuite' | 's4hana', method: 'get' | 'put', path: string, body?: object): Promise<Response> {
    const asked = { who: 'finance', app: `system-${erp}` as const, method, path: `/v1/erp/${erp}/${path}` };
    return this.call('system', 'erp.read erp.write', { ...asked, ...(body && { body }) });
  }

  private async call(
    audience: 'process' | 'system',
    scope: string,
    {
      who,
      app,
      method,
      path,
      body,
    }: { who: string; app: AppName; method: 'get' | 'put' | 'post'; path: string; body?: object },
  ): Promise<Response> {
    const token = await this.parts.issuer.token({ sub: who, name: who, aud: audienceUrn(audience), scope });
    const agent = request(this.parts.config.addresses[app]);
    return agent[method](path)
      .set({ authorization: `Bearer ${token}`, ...(method !== 'get' && { 'idempotency-key': newKey() }) })
      .send(body);
  }

  /** A deal comes into the CRM that is like one of the example's. */
  sell(code: string, like: string): void {
    const { opportunities, opportunityLines } = loadFirm(example);
    const opportunity = { ...opportunities.find((one) => one.code === like)!, code, outcome: 'open' };
    const lines = opportunityLines.filter((line) => line.opportunity === like);
    this.act('salesforce', 'createOpportunity', { opportunity, lines });
  }

  /** A deal is won, and the CRM tells it. */
  async win(code: string): Promise<void> {
    const { id } = this.act('salesforce', 'closeOpportunity', { code, outcome: 'win' }) as { id: string };
    await this.tell(events.opportunityWon, `opportunity/${id}`, { instance: 'salesforce', id });
  }

  /** Time is approved, and the PSA tells it. */
  async approve(entry: psa.TimeEntry): Promise<void> {
    await this.tell(events.timeApproved, `time-entry/${entry.id}`, { instance: 'kantata', id: entry.id, entry });
  }

  private async tell(type: EventType, subject: string, data: object): Promise<void> {
    const event = eventOf({ type, source: '/test', subject, key: newKey(), correlationId: newKey(), data });
    await this.parts.database.transaction((manager) => publish(manager, [event]));
  }

  /** What somebody does on a product's own screens. */
  act(product: string, action: string, input: object = {}): unknown {
    const { simulator, world } = this.parts.products.get(product)!;
    return simulator.actions[action]!(world, input as never);
  }

  /** Requests of a product meet this fault until it is cleared. */
  fault(product: string, fault: Omit<Fault, 'times'>): () => void {
    const { faults } = this.parts.products.get(product)!;
    faults.add({ times: 1_000_000, ...fault });
    return () => faults.clear();
  }

  /** Ids or codes of records that came to be at a vendor through its API. */
  created(product: string, entity: string): Record<string, unknown>[] {
    return this.parts.journals
      .get(product)!
      .entries.filter((entry) => entry.by === 'api' && entry.operation === 'create' && entry.entity === entity)
      .map(({ data }) => data as Record<string, unknown>);
  }

  rows<T>(sql: string, values: unknown[] = []): Promise<T[]> {
    return rows<T>(this.parts.database, sql, values);
  }

  async close(): Promise<void> {
    for (const close of this.parts.closers) await close();
  }
}

/** The example's estate, with the ERP of the other one beside its own. */
function writeEstate(secretsDir: string, products: Map<string, Hosted>): string {
  const env = Object.fromEntries(
    [...products].map(([name, { world }]) => [`SANDBOX_${name.toUpperCase()}_URL`, world.origin]),
  );
  const [estate, other] = ['estate.yaml', 'estate.global.yaml'].map((name) => loadEstate(`${example}/${name}`, env));
  const added = other!.instances.filter(({ platform }) => platform === 's4hana');
  const instances = [...estate!.instances, ...added].map((one) => ({
    ...one,
    ...(one.changesSince && { changesSince: '2099-01-01' }),
  }));
  const file = join(secretsDir, 'estate.yaml');
  // JSON is YAML too.
  writeFileSync(file, JSON.stringify({ ...estate, instances }));
  return file;
}

/** Asks again until the answer is as expected; the test's own time limit is the only deadline. */
export async function until<T>(ask: () => Promise<T>, good: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (good(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}
