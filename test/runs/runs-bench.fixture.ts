import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import request, { type Response } from 'supertest';
import { type RunView } from '#contracts';
import { type AppConfig, audienceUrn, type Person, type RunningApp, startApp } from '#platform';
import { createTestDatabase, createTestRole, type TestDatabase } from '#testing';
import { app as experienceApi } from '../../apps/experience-api/src/app.js';
import { freePort, TestIssuer, testConfig } from '../../libs/platform/src/app.fixture.js';
import { newKey, newOrder, ordersApp, type World } from './orders-app.fixture.js';

/** Everything a person may do with runs. */
export const allScopes = 'orders.write runs.read exceptions.read exceptions.resolve portal.read';

export const mina: Person = { subject: 'u-1', name: 'Mina Strand', roles: ['hr-operations'] };
export const rafael: Person = { subject: 'u-2', name: 'Rafael Ortiz', roles: ['pmo'] };
export const dana: Person = { subject: 'u-3', name: 'Dana Whitlock', roles: ['finance-operations'] };

type Headers = Record<string, string>;

/** A process app and the experience API before it, over real HTTP. */
export class RunsBench {
  readonly world: World = { rates: new Map(), done: [] };
  /** Where both apps keep their client secret. */
  readonly secretsDir = mkdtempSync(join(tmpdir(), 'throughline-runs-'));
  #urls!: Pick<AppConfig, 'databaseUrl' | 'ownerDatabaseUrl'>;
  readonly #closers: (() => Promise<unknown>)[] = [];
  #issuer!: TestIssuer;
  #database!: TestDatabase;
  #orders!: RunningApp;
  #portal!: RunningApp;

  constructor(private readonly ownRole = false) {}

  /** With `ownRole` the apps work with a role that owns nothing. */
  static async open({ ownRole = false } = {}): Promise<RunsBench> {
    const bench = new RunsBench(ownRole);
    bench.#issuer = await TestIssuer.open();
    bench.#closers.push(() => bench.#issuer.close());
    const { orders, portal } = await bench.start(bench.#issuer.url);
    [bench.#orders, bench.#portal] = [orders, portal];
    return bench;
  }

  /** Starts both apps, which trust this issuer; `secret` is what they get tokens with. */
  async start(
    issuer: string,
    secret = 'any',
    portalPort?: number,
  ): Promise<{ orders: RunningApp; portal: RunningApp }> {
    writeFileSync(join(this.secretsDir, 'client-secret'), secret);
    this.#database = await createTestDatabase();
    this.#closers.push(() => this.#database.drop());
    this.#urls = await this.#signIns();
    const orders = await this.#run(ordersApp(this.world), issuer, secret);
    // The line of a worker is looked for as well; here the same app is asked for it.
    const addresses = { 'process-projects': orders.url, 'process-workforce': orders.url };
    return { orders, portal: await this.#run(experienceApi, issuer, secret, addresses, portalPort) };
  }

  async #signIns(): Promise<Pick<AppConfig, 'databaseUrl' | 'ownerDatabaseUrl'>> {
    if (!this.ownRole) return { databaseUrl: this.#database.url, ownerDatabaseUrl: null };
    const owner = await createTestRole(this.#database, { mayCreate: true });
    const app = await createTestRole(this.#database);
    // Closers run last first, and a role can go only after what it owns.
    this.#closers.unshift(owner.drop, app.drop);
    return { databaseUrl: app.url, ownerDatabaseUrl: owner.url };
  }

  /** As the apps work with it. */
  async sql<T>(statement: string): Promise<T[]> {
    const client = new pg.Client({ connectionString: this.#urls.databaseUrl });
    await client.connect();
    try {
      return (await client.query(statement)).rows as T[];
    } finally {
      await client.end();
    }
  }

  async #run(
    definition: ReturnType<typeof ordersApp>,
    issuer: string,
    secret: string,
    addresses: Partial<AppConfig['addresses']> = {},
    port?: number,
  ): Promise<RunningApp> {
    const config = testConfig({ issuer, databaseUrl: this.#urls.databaseUrl, port: port ?? (await freePort()) });
    const running = await startApp(definition, {
      ...config,
      ...this.#urls,
      app: definition.name,
      clientId: definition.name,
      clientSecretFile: 'client-secret',
      secretsDir: this.secretsDir,
      addresses: { ...config.addresses, ...addresses },
    });
    this.#closers.push(() => running.close());
    return running;
  }

  /** Asks the process app, as somebody with these scopes. */
  async ask(method: 'get' | 'post', path: string, body?: object, as: Partial<Asking> = {}): Promise<Response> {
    return this.#send(method, `${this.#orders.url}${path}`, body, { audience: 'process', ...as });
  }

  /** Asks the experience API. */
  async askPortal(method: 'get' | 'post', path: string, body?: object, as: Partial<Asking> = {}): Promise<Response> {
    return this.#send(method, `${this.#portal.url}${path}`, body, { audience: 'experience', ...as });
  }

  async #send(
    method: 'get' | 'post',
    url: string,
    body: object | undefined,
    {
      audience,
      person = mina,
      scope = allScopes,
      headers = {},
      key = newKey(),
    }: Partial<Asking> & Pick<Asking, 'audience'>,
  ): Promise<Response> {
    const { subject: sub, name, roles } = person;
    const token = await this.#issuer.token({ sub, name, roles, scope, aud: audienceUrn(audience) });
    const asked = method === 'post' ? request(url).post('') : request(url).get('');
    return asked
      .set({ authorization: `Bearer ${token}`, ...(method === 'post' && { 'idempotency-key': key }), ...headers })
      .send(body);
  }

  /** Begins a run and waits until it stands where it is expected to. */
  async begin(state: RunView['state'], as: Partial<Asking> = {}, order = newOrder()): Promise<RunView> {
    const begun = await this.ask('post', '/v1/orders', { id: order }, as);
    return this.reached(begun.body.id as string, state);
  }

  reached(id: string, state: RunView['state']): Promise<RunView> {
    return this.#until(id, (run) => run.state === state);
  }

  async run(id: string): Promise<RunView> {
    return (await this.ask('get', `/v1/runs/${id}`)).body as RunView;
  }

  async #until(id: string, good: (run: RunView) => boolean): Promise<RunView> {
    for (;;) {
      const run = await this.run(id);
      if (good(run)) return run;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async close(): Promise<void> {
    for (const close of this.#closers.reverse()) await close();
  }
}

interface Asking {
  audience: 'process' | 'experience';
  person: Person;
  scope: string;
  headers: Headers;
  key: string;
}
