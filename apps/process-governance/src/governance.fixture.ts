import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import request, { type Response } from 'supertest';
import { stringify } from 'yaml';
import { clients } from '#contracts';
import {
  type DataSource,
  openDatabase,
  type RunningApp,
  serviceClient,
  type ServiceClient,
  ServiceTokens,
  startApp,
} from '#platform';
import { createTestDatabase } from '#testing';
import { freePort, TestIssuer, testConfig } from '../../../libs/platform/src/app.fixture.js';
import { app as governance } from './app.js';

let keys = 0;
const scope = 'contracts.read contracts.write contracts.approve';

/** A small API as it stands in `openapi/`. */
export const thingsApi = (
  change: { version?: string; fields?: string[]; description?: string; leaving?: object } = {},
): object => ({
  openapi: '3.1.0',
  info: { title: 'Things', version: change.version ?? '1.0.0', 'x-owner': 'pmo' },
  paths: {
    '/v1/things': {
      get: {
        operationId: 'listThings',
        summary: change.description ?? 'Every thing',
        ...change.leaving,
        responses: {
          200: {
            description: 'Done',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: change.fields ?? ['name', 'size'],
                  properties: Object.fromEntries(
                    (change.fields ?? ['name', 'size']).map((name) => [name, { type: 'string' }]),
                  ),
                },
              },
            },
          },
        },
      },
    },
  },
});

/** The governance API over real HTTP and PostgreSQL, with contracts of its own in a folder. */
export class GovernanceBench {
  private constructor(
    readonly contractsDir: string,
    private readonly issuer: TestIssuer,
    private readonly start: () => Promise<RunningApp>,
    private app: RunningApp,
    readonly database: DataSource & { drop: () => Promise<void> },
  ) {}

  /**
   * With these files in the folder when it starts first: path below `openapi/` → document; `operations` is where the
   * operations API answers.
   */
  static async open(files: Record<string, object>, operations?: string): Promise<GovernanceBench> {
    const contractsDir = mkdtempSync(join(tmpdir(), 'throughline-contracts-'));
    for (const [path, document] of Object.entries(files)) put(contractsDir, path, document);
    const own = 'process/governance/v1.yaml';
    mkdirSync(dirname(join(contractsDir, own)), { recursive: true });
    cpSync(join('openapi', own), join(contractsDir, own));
    const [issuer, database] = await Promise.all([TestIssuer.open(), createTestDatabase()]);
    const start = async (): Promise<RunningApp> => {
      const config = testConfig({ issuer: issuer.url, databaseUrl: database.url, port: await freePort() });
      writeFileSync(join(config.secretsDir, config.clientSecretFile), 'secret');
      const addresses = { ...config.addresses, ...(operations && { 'process-operations': operations }) };
      return startApp(governance, { ...config, addresses, app: 'process-governance', contractsDir });
    };
    const app = await start();
    const store = await openDatabase({ url: database.url, schema: 'process_governance', migrations: [] });
    return new GovernanceBench(contractsDir, issuer, start, app, Object.assign(store, { drop: database.drop }));
  }

  put(path: string, document: object): void {
    put(this.contractsDir, path, document);
  }

  async restart(): Promise<void> {
    await this.app.close();
    this.app = await this.start();
  }

  async get(path: string): Promise<Response> {
    return request(this.app.url)
      .get(path)
      .set('authorization', `Bearer ${await this.issuer.token({ scope })}`);
  }

  /** The API as our command line asks it, with a token of its own. */
  client(baseUrl = this.app.url): ServiceClient<clients.governanceV1.operations> {
    const secretsDir = mkdtempSync(join(tmpdir(), 'throughline-secrets-'));
    writeFileSync(join(secretsDir, 'tester'), 'secret');
    const config = { issuer: this.issuer.url, secretsDir, clientId: 'tester', clientSecretFile: 'tester' };
    const tokens = new ServiceTokens(config, { process: scope.split(' ') });
    return serviceClient(clients.governanceV1.routes, { baseUrl, audience: 'process', tokens });
  }

  anonymously(path: string): Promise<Response> {
    return Promise.resolve(request(this.app.url).get(path));
  }

  /** Somebody writes; `key` where the same request is to be sent again. */
  async write(who: string, method: 'post' | 'put', path: string, body: object, key?: string): Promise<Response> {
    const call = request(this.app.url)[method](path);
    return call
      .set({
        authorization: `Bearer ${await this.issuer.token({ scope, sub: who, name: who })}`,
        'idempotency-key': key ?? `governance-test-${(keys += 1)}`,
      })
      .send(body);
  }

  submit(who: string, contract: string, document: object, key?: string): Promise<Response> {
    const body = { kind: 'openapi', contract, document: stringify(document), reason: 'callers asked for it' };
    return this.write(who, 'post', '/v1/contract-versions', body, key);
  }

  async close(): Promise<void> {
    await Promise.all([this.app.close(), this.database.destroy()]);
    await this.issuer.close();
    await this.database.drop();
  }
}

function put(folder: string, path: string, document: object): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), stringify(document));
}
