import type { DynamicModule, Provider, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { MigrationInterface } from 'typeorm';
import { armFailpoint, Failure, newId } from '#kernel';
import type { AppName } from './addresses.js';
import { AccessGuard } from './auth/guard.js';
import { type Needs, ServiceTokens } from './auth/tokens.js';
import type { BackgroundService } from './background-loop.js';
import { type AppConfig, loadConfig } from './config.js';
import { withContext } from './context.js';
import { BreachRepository, CreateBreaches1700000000131 } from './contract/breach.repository.js';
import { ContractGuard } from './contract/contract-guard.js';
import { type DataSource, openDatabase } from './database.js';
import { EstateView } from './estate/estate-view.js';
import { loadEstate } from './estate/load-estate.js';
import { CONTRACT_GUARD, DATABASE, HealthController } from './health.controller.js';
import { AppLogger } from './logger.js';
import { type ApiFacts, byMajor, describeApi, longestParameter } from './openapi.js';
import { IdempotencyInterceptor } from './http/idempotency.interceptor.js';
import { CreateIdempotency1700000000004, IdempotencyRepository } from './http/idempotency.repository.js';
import { ProblemFilter } from './problem.js';
import { UsageFlush } from './usage/usage-flush.js';
import { BoundUsage1700000000132, CreateUsage1700000000130 } from './usage/usage-schema.js';
import { UsageRepository } from './usage/usage.repository.js';
import { validation } from './validation.js';

/** What an app is given to build itself from. */
export interface AppContext {
  config: AppConfig;
  logger: AppLogger;
  estate: EstateView;
  database: DataSource;
  tokens: ServiceTokens;
}

export interface AppParts {
  imports?: DynamicModule[];
  providers: Provider[];
  /** Started once the app listens, stopped in reverse order before it closes. */
  services: (app: NestFastifyApplication) => BackgroundService[];
  /** Lets go of what the app was given, after everything else has ended. */
  release?: () => Promise<void>;
  /** Called with the server before it listens, for routes that are not JSON. */
  prepare?: (app: NestFastifyApplication) => Promise<void> | void;
}

/** One deployable. */
export interface AppDefinition {
  name: AppName;
  api: ApiFacts;
  /** The contracts in `openapi/` it serves, e.g. `process/projects/v1`; it is not ready while it serves anything else. */
  contracts: readonly string[];
  /** Scopes it asks for in the layers below. */
  needs: Needs;
  controllers: Type[];
  migrations: (new () => MigrationInterface)[];
  assemble(context: AppContext): Promise<AppParts> | AppParts;
}

export interface RunningApp {
  url: string;
  close: () => Promise<void>;
}

class AppModule {}

const jsonLimit = 256 * 1024;
const webhookLimit = 1024 * 1024;

/** Starts an app; resolves when it answers and its background work runs. One that cannot start leaves nothing open. */
export async function startApp(definition: AppDefinition, config: AppConfig): Promise<RunningApp> {
  if (config.fault) armFailpoint(config.fault);
  const opened: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const end of opened.splice(0).reverse()) await end();
  };
  try {
    await open(definition, config, (end) => void opened.push(end));
    return { url: `http://${config.host}:${config.port}`, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** `onClose` takes what ends each thing that was opened; they are ended last first. */
async function open(
  definition: AppDefinition,
  config: AppConfig,
  onClose: (end: () => Promise<void>) => void,
): Promise<void> {
  const logger = new AppLogger(definition.name, config.logLevel);
  const estate = new EstateView(loadEstate(config.estateFile, config.env));
  const schema = definition.name.replaceAll('-', '_');
  const keepsKeys = definition.api.audience !== 'system';
  const migrations = [
    ...definition.migrations,
    ...(keepsKeys ? [CreateIdempotency1700000000004] : []),
    CreateUsage1700000000130,
    CreateBreaches1700000000131,
    BoundUsage1700000000132,
  ];
  const database = await openDatabase({
    url: config.databaseUrl,
    ownerUrl: config.ownerDatabaseUrl,
    schema,
    migrations,
  });
  onClose(() => database.destroy());
  const tokens = new ServiceTokens(config, definition.needs);
  const parts = await definition.assemble({ config, logger, estate, database, tokens });
  onClose(async () => parts.release?.());
  const contract = new ContractGuard(definition.contracts, config, logger);
  const app = await createServer(definition, config, logger, {
    imports: parts.imports ?? [],
    providers: [
      ...parts.providers,
      { provide: DATABASE, useValue: database },
      { provide: CONTRACT_GUARD, useValue: contract },
    ],
  });
  contract.install(app.getHttpAdapter().getInstance());
  onClose(() => app.close());
  if (keepsKeys) app.useGlobalInterceptors(new IdempotencyInterceptor(new IdempotencyRepository(database)));
  await parts.prepare?.(app);
  const document = describeApi(app, definition.api);
  contract.compare(document);
  publishContract(app, document, definition.api);
  await listen(app, config);
  const flushes = [
    new UsageFlush(contract.usage, new UsageRepository(database), logger),
    new UsageFlush(contract.breaches, new BreachRepository(database), logger),
  ];
  for (const service of [...flushes, ...parts.services(app)]) {
    onClose(async () => service.stop());
    await service.start();
  }
}

async function createServer(
  definition: AppDefinition,
  config: AppConfig,
  logger: AppLogger,
  parts: Required<Pick<AppParts, 'imports' | 'providers'>>,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: webhookLimit,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: longestParameter },
  });
  const module = { module: AppModule, controllers: [HealthController, ...definition.controllers], ...parts };
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    rawBody: true,
    logger,
    abortOnError: false,
  });
  adapter.getInstance().addHook('onRequest', (request, reply, done) => {
    const given = request.headers['x-correlation-id'];
    const correlationId = typeof given === 'string' && /^[\w.:-]{1,120}$/.test(given) ? given : newId();
    void reply.header('x-correlation-id', correlationId);
    const tooLarge =
      Number(request.headers['content-length'] ?? 0) > jsonLimit && !request.url.startsWith('/webhooks/');
    withContext({ correlationId, actor: null }, () => (tooLarge ? done(oversized()) : done()));
  });
  app.useGlobalGuards(new AccessGuard(config.issuer, definition.api.audience));
  app.useGlobalPipes(validation());
  app.useGlobalFilters(new ProblemFilter(logger));
  return app;
}

const oversized = (): Error =>
  Object.assign(new Error(`the body is larger than ${jsonLimit} bytes`), { statusCode: 413 });

/** Each major has its document; the first is shown at `/docs`, the others at `/docs/v2` and so on. */
function publishContract(app: NestFastifyApplication, document: OpenAPIObject, facts: ApiFacts): void {
  for (const [major, part] of byMajor(document, facts)) {
    const page = major === 'v1' ? 'docs' : `docs/${major}`;
    SwaggerModule.setup(page, app, part, { jsonDocumentUrl: `openapi/${major}.json` });
  }
}

async function listen(app: NestFastifyApplication, config: AppConfig): Promise<void> {
  try {
    await app.listen(config.port, config.host);
  } catch (error) {
    if ((error as { code?: string }).code !== 'EADDRINUSE') throw error;
    throw new Failure('unavailable', `port ${config.port} is taken`, {
      code: 'port-taken',
      remedy: `stop what listens on ${config.host}:${config.port}, or set BASE_PORT (whole estate) or PORT (this app)`,
      cause: error,
    });
  }
}

/** Runs an app as a process of its own: starts it, says what is missing if it cannot, drains on SIGTERM and SIGINT. */
export async function runApp(definition: AppDefinition): Promise<void> {
  try {
    const running = await startApp(definition, loadConfig(definition.name));
    process.stdout.write(`${definition.name} answers on ${running.url} (contract: ${running.url}/docs)\n`);
    const stop = (): void => void drain(running);
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 1;
  }
}

const longestDrainMs = 25_000;

async function drain(running: RunningApp): Promise<void> {
  const late = setTimeout(() => process.exit(1), longestDrainMs);
  await running.close();
  clearTimeout(late);
}

/** A failure as lines for a person at a terminal. */
export function explain(error: unknown): string {
  const failure = Failure.from(error);
  const fields = (failure.detail.fields ?? []).map(({ field, message }) => `  - ${field} ${message}`);
  const remedy = failure.detail.remedy ? [`  → ${failure.detail.remedy}`] : [];
  const stack = failure.kind === 'defect' && error instanceof Error ? [error.stack ?? ''] : [];
  return [failure.message, ...fields, ...remedy, ...stack].join('\n');
}
