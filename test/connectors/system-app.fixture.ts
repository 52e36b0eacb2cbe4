import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request, { type Response } from 'supertest';
import {
  type AppDefinition,
  audienceUrn,
  type DataSource,
  type InstanceConfig,
  loadEstate,
  openDatabase,
  rows,
  type RunningApp,
  startApp,
} from '#platform';
import { createTestDatabase } from '#testing';
import { issueCredentials } from '../../apps/sandbox/src/core/credentials.js';
import type { Fault } from '../../apps/sandbox/src/core/faults.js';
import { host, type Hosted } from '../../apps/sandbox/src/core/host.js';
import { MemoryJournal } from '../../apps/sandbox/src/core/memory-journal.js';
import type { Simulator } from '../../apps/sandbox/src/core/simulator.js';
import type { LedgerEntry } from '../../apps/sandbox/src/core/store.js';
import { loadFirm } from '../../apps/sandbox/src/firm/load-firm.js';
import { freePort, TestIssuer, testConfig } from '../../libs/platform/src/app.fixture.js';

const example = 'examples/meridian-consulting';

/** More instances of the product in every test estate, each with a gate of its own to be closed. */
export const spares = ['second', 'third', 'fourth'] as const;

const domains = ['crm', 'hr', 'identity', 'erp', 'psa', 'scheduling', 'payroll'];
const scopes = ['capabilities.read', ...domains.flatMap((name) => [`${name}.read`, `${name}.write`])];

let keys = 0;
export const newKey = (): string => `connector-test-${(keys += 1)}`;

interface Parts {
  product: Hosted;
  journal: MemoryJournal;
  app: RunningApp | null;
  start: () => Promise<RunningApp>;
  issuer: TestIssuer;
  database: DataSource;
  drop: () => Promise<void>;
}

/** A system app over real HTTP, before the simulated product it wraps. */
export class SystemApp {
  /** Every request the product got, e.g. `GET /scim/v2/Users?…`, whether it answered or misbehaved. */
  readonly calls: { at: number; line: string }[] = [];

  private constructor(private readonly parts: Parts) {
    this.product.app.server.on('request', ({ method, url }) =>
      this.calls.push({ at: Date.now(), line: `${method} ${url}` }),
    );
  }

  /** Starts both; the product has the example firm in it. */
  static async open(definition: AppDefinition, simulator: Simulator<string>, setup: Setup = {}): Promise<SystemApp> {
    const [issuer, database, port] = await Promise.all([TestIssuer.open(), createTestDatabase(), freePort()]);
    const secretsDir = mkdtempSync(join(tmpdir(), 'throughline-connector-'));
    const credentials = issueCredentials(secretsDir, `http://127.0.0.1:${port}/webhooks/${simulator.name}`);
    const journal = new MemoryJournal();
    const product = await host(simulator, { journal, credentials, firm: loadFirm(example), port: 0 });
    for (const fault of setup.faults ?? []) product.faults.add(fault);
    const config = testConfig({ issuer: issuer.url, databaseUrl: database.url, port });
    const estateFile = estateOf(product, secretsDir, setup);
    const start = () => startApp(definition, { ...config, app: definition.name, secretsDir, estateFile });
    const app = await start();
    const schema = definition.name.replaceAll('-', '_');
    const connection = await openDatabase({ url: database.url, schema, migrations: [] });
    return new SystemApp({ product, journal, app, start, issuer, database: connection, drop: database.drop });
  }

  get product(): Hosted {
    return this.parts.product;
  }

  async send(method: 'get' | 'put' | 'post', path: string, body?: object, headers: Headers = {}): Promise<Response> {
    const token = await this.parts.issuer.token({ aud: audienceUrn('system'), scope: scopes.join(' ') });
    const agent = request(this.running.url);
    return agent[method](path)
      .set({ authorization: `Bearer ${token}`, ...headers })
      .send(body);
  }

  get(path: string): Promise<Response> {
    return this.send('get', path);
  }

  put(path: string, body: object, key = newKey()): Promise<Response> {
    return this.send('put', path, body, { 'idempotency-key': key });
  }

  /** Sends bytes as they are, as a vendor pushes them. */
  async push(path: string, body: string, headers: Headers): Promise<Response> {
    return request(this.running.url)
      .post(path)
      .set({ 'content-type': 'application/json', ...headers })
      .send(body);
  }

  /** The next request to a part of the product's API meets this fault. */
  fault(fault: Omit<Fault, 'times'> & { times?: number }): void {
    this.product.faults.add({ times: 1, ...fault });
  }

  /** What somebody does on the product's own screens. */
  act(action: string, input: object = {}): unknown {
    return this.product.simulator.actions[action]!(this.product.world, input as never);
  }

  /** Moments of the requests whose line holds this text. */
  callsTo(part: string): number[] {
    return this.calls.filter(({ line }) => line.includes(part)).map(({ at }) => at);
  }

  /** Records of a type that came to be through the product's API. */
  created(entity: string): LedgerEntry[] {
    return this.parts.journal.entries.filter((e) => e.by === 'api' && e.operation === 'create' && e.entity === entity);
  }

  /** Lets lease and quarantine of every write run out. */
  async later(): Promise<void> {
    await this.parts.database.query(`update effect set lease_until = '-infinity', resolve_after = '-infinity'`);
  }

  rows<T>(sql: string, values: unknown[] = []): Promise<T[]> {
    return rows<T>(this.parts.database, sql, values);
  }

  async stopApp(): Promise<void> {
    await this.running.close();
    this.parts.app = null;
  }

  /** Starts it again before the same product and database. */
  async startApp(): Promise<void> {
    this.parts.app = await this.parts.start();
  }

  private get running(): RunningApp {
    if (!this.parts.app) throw new Error('the app is stopped');
    return this.parts.app;
  }

  async close(): Promise<void> {
    const { app, product, issuer, database, drop } = this.parts;
    await app?.close();
    await Promise.all([product.close(), issuer.close(), database.destroy()]);
    await drop();
  }
}

type Headers = Record<string, string>;

interface Setup {
  /** Faults that wait from the product's very first request on. */
  faults?: Fault[];
  /**
   * How often the feeds ask, which they do first when the app starts. Seldom unless a test waits for what they tell: a poll
   * may meet the fault that was meant for the test's own call.
   */
  pollEvery?: string;
  limits?: { perMinute?: number };
  changes?: InstanceConfig['changes'];
  /** Without the spare instances. */
  alone?: boolean;
  unlisted?: Unlisted;
}

/** How estate.yaml would have a product that no estate of the example has. */
export interface Unlisted {
  /** Settings of an account, by where the product answers. */
  settings: (address: string) => Record<string, unknown>;
  /** The rest of the instance; it is called as its platform unless said. */
  instance?: Partial<InstanceConfig>;
  /** Domains that are routed to it. */
  serves?: string[];
}

/** The example's estate that has the product, with the product where it answers now and spare instances of it. */
function estateOf({ simulator, world }: Hosted, secretsDir: string, setup: Setup): string {
  const { pollEvery = '5h', limits, changes, alone, unlisted } = setup;
  const { name: platform } = simulator;
  const address = { [`SANDBOX_${platform.toUpperCase()}_URL`]: world.origin };
  const isOurs = (instance: InstanceConfig): boolean => instance.platform === platform;
  const estates = ['estate.yaml', 'estate.global.yaml'].map((name) => loadEstate(`${example}/${name}`, address));
  const estate = estates.find(({ instances }) => instances.some(isOurs)) ?? estates[0]!;
  const known = unlisted
    ? { name: platform, platform, ...unlisted.instance, settings: unlisted.settings(world.origin) }
    : estate.instances.find(isOurs)!;
  const instance = {
    ...known,
    pollEvery,
    ...(limits && { limits }),
    ...(changes && { changes }),
  };
  const others = estate.instances.filter(({ name }) => name !== instance.name);
  const file = join(secretsDir, 'estate.yaml');
  // JSON is YAML too.
  const instances = [...others, instance, ...(alone ? [] : spares).map((name) => ({ ...instance, name }))];
  const served = Object.fromEntries((unlisted?.serves ?? []).map((domain) => [domain, instance.name]));
  writeFileSync(file, JSON.stringify({ ...estate, instances, routing: { ...estate.routing, ...served } }));
  return file;
}

/** Asks again until the answer is as expected; the test's own time limit is the only deadline. */
export async function until<T>(ask: () => Promise<T>, good: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (good(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
