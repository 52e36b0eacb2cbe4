import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { clients } from '#contracts';
import { newId } from '#kernel';
import {
  type AppConfig,
  type AppDefinition,
  openDatabase,
  type Person,
  type RunningApp,
  serviceClient,
  type ServiceClient,
  ServiceTokens,
  startApp,
  UsageRepository,
} from '#platform';
import { createTestDatabase, type TestDatabase } from '#testing';
import { app as experienceApi } from '../../apps/experience-api/src/app.js';
import { thingsApi } from '../../apps/process-governance/src/governance.fixture.js';
import { app as governanceApi } from '../../apps/process-governance/src/app.js';
import { freePort, testConfig } from '../../libs/platform/src/app.fixture.js';

export const things = 'process/things/v1';
export const serviceScopes = ['contracts.read', 'contracts.write', 'contracts.approve', 'act-for-others'];

export const ann: Person = { subject: 'ann', name: 'Ann Berg', roles: ['pmo'] };

export interface HouseOptions {
  issuer: string;
  /** What both apps get their tokens with. */
  secret?: string;
  portalPort?: number;
  production?: boolean;
}

/** The governance API and the experience API before it, with a small contract beside the published ones. */
export class GovernanceHouse {
  readonly secretsDir = mkdtempSync(join(tmpdir(), 'throughline-secrets-'));
  readonly contractsDir = mkdtempSync(join(tmpdir(), 'throughline-openapi-'));
  private readonly closers: (() => Promise<unknown>)[] = [];
  private database!: TestDatabase;
  private governance!: RunningApp;
  private registry!: ServiceClient<clients.governanceV1.operations>;
  portal!: RunningApp;

  private constructor(private readonly options: HouseOptions) {}

  static async open(options: HouseOptions): Promise<GovernanceHouse> {
    const house = new GovernanceHouse(options);
    await house.start();
    return house;
  }

  private async start(): Promise<void> {
    const { issuer, secret = 'any', portalPort } = this.options;
    cpSync('openapi', this.contractsDir, { recursive: true });
    this.put('process/things/v1.yaml', thingsApi());
    for (const name of ['client-secret', 'developer.client-secret']) writeFileSync(join(this.secretsDir, name), secret);
    this.database = await createTestDatabase();
    this.closers.push(() => this.database.drop());
    this.governance = await this.run(governanceApi, await freePort());
    this.portal = await this.run(experienceApi, portalPort ?? (await freePort()));
    const config = {
      issuer,
      clientId: 'experience-api',
      clientSecretFile: 'client-secret',
      secretsDir: this.secretsDir,
    };
    const tokens = new ServiceTokens(config, { process: serviceScopes });
    this.registry = serviceClient(clients.governanceV1.routes, {
      baseUrl: this.governance.url,
      audience: 'process',
      tokens,
    });
  }

  private async run(definition: AppDefinition, port: number): Promise<RunningApp> {
    const { issuer, production = false } = this.options;
    const config = testConfig({ issuer, databaseUrl: this.database.url, port });
    const addresses: AppConfig['addresses'] = {
      ...config.addresses,
      ...(this.governance && { 'process-governance': this.governance.url }),
    };
    const running = await startApp(definition, {
      ...config,
      app: definition.name,
      estateFile: 'examples/meridian-consulting/estate.yaml',
      contractsDir: this.contractsDir,
      secretsDir: this.secretsDir,
      clientId: 'experience-api',
      clientSecretFile: 'client-secret',
      production,
      addresses,
    });
    this.closers.push(() => running.close());
    return running;
  }

  put(path: string, document: object): void {
    mkdirSync(dirname(join(this.contractsDir, path)), { recursive: true });
    writeFileSync(join(this.contractsDir, path), stringify(document));
  }

  /** Somebody asks for a version of the small contract to be published; answers its id. */
  async propose(change: Parameters<typeof thingsApi>[0], who = ann): Promise<string> {
    const body = {
      kind: 'openapi' as const,
      contract: things,
      document: stringify(thingsApi(change)),
      reason: 'asked for',
    };
    return (await this.registry.proposeContractVersion({ key: newId(), actingFor: who, body })).id;
  }

  approve(id: string, who: Person): Promise<unknown> {
    return this.registry.approveContractVersion({ id, key: newId(), actingFor: who, body: { reason: 'fine' } });
  }

  /** As if a consumer had called an operation so often. */
  async called(consumer: string, contract: string, operation: string, count: number): Promise<void> {
    const store = await openDatabase({ url: this.database.url, schema: 'process_governance', migrations: [] });
    const row = { consumer, contract, version: '1.0.0', operation, count, lastUse: new Date() };
    await new UsageRepository(store).add([
      { ...row, side: 'call', name: '' },
      { ...row, side: 'answered', name: '200' },
    ]);
    await store.destroy();
  }

  /** The governance API goes away; the experience API stays. */
  async loseGovernance(): Promise<void> {
    await this.governance.close();
  }

  async close(): Promise<void> {
    for (const close of this.closers.reverse()) await close();
  }
}
