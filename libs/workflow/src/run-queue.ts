import { BullModule, OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { type DynamicModule, Inject, type Type } from '@nestjs/common';
import {
  assertSchemaCompatibility,
  createPostgresBackend,
  type Job,
  LATEST_SCHEMA_VERSION,
  type Queue,
  runMigrations,
  SchemaMigrationRequiredError,
  setDefaultBackendFactory,
} from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { failpoint, Failure } from '#kernel';
import { type AppConfig, type AppLogger, BackgroundLoop, grantRows } from '#platform';
import type { RunRepository } from './run.repository.js';

/** Moves one run on; whatever engine stands behind it. */
export interface Advance {
  advance(id: string): Promise<void>;
}
export const ENGINE = Symbol('engine');

/** Settings measured to lose no job to crashes: poison protection is our own counter, not the queue's. */
export const workerSettings = {
  concurrency: 64,
  maxStalledCount: 1000,
  lockDuration: 45_000,
  stalledInterval: 20_000,
  /** After the queue's server was away; the default leaves every worker idle for 15 s each time. */
  runRetryDelay: 1_000,
  /** See RunWorker. */
  autorun: false,
} as const;

export const jobSettings = {
  attempts: 20,
  backoff: { type: 'fixed', delay: 2_000 },
  removeOnComplete: { age: 60 },
  removeOnFail: { age: 24 * 3_600 },
} as const;

/** The queue that wakes an app's workers. A job holds the id of a run and nothing else. */
export interface RunQueue {
  module: DynamicModule;
  processor: Type<WorkerHost>;
  /** Wakes what is due; the record decides, the queue only carries. */
  sweeper: (queue: Queue, runs: RunRepository, logger: AppLogger) => BackgroundLoop;
  name: string;
  /** Ends the connection; everything that uses it has ended before. */
  close: () => Promise<void>;
}

export async function openRunQueue(app: string, config: AppConfig): Promise<RunQueue> {
  const name = `runs-${app}`;
  const connection = config.redisUrl ? await redisConnection(config.redisUrl) : await postgresConnection(config);

  @Processor(name, workerSettings)
  class RunProcessor extends WorkerHost {
    constructor(@Inject(ENGINE) private readonly engine: Advance) {
      super();
    }

    async process(job: Job<{ runId: string }>): Promise<void> {
      await this.engine.advance(job.data.runId);
    }

    @OnWorkerEvent('completed')
    acknowledged(): void {
      failpoint('after-ack');
    }
  }

  const queues = BullModule.registerQueue({
    name,
    connection: connection.shared as never,
    defaultJobOptions: jobSettings,
  });
  return {
    name,
    close: connection.close,
    module: { module: class RunQueueModule {}, imports: [queues], exports: [queues] },
    processor: RunProcessor,
    sweeper: (queue, runs, logger) =>
      new BackgroundLoop({ name: 'run sweeper', logger, idleMs: 150, work: () => wakeDue(queue, runs) }),
  };
}

const portion = 200;

async function wakeDue(queue: Queue, runs: RunRepository): Promise<boolean> {
  const due = await runs.due(portion);
  if (due.length > 0) {
    await queue.addBulk(
      due.map(({ id, fence }) => ({
        name: 'advance',
        data: { runId: id },
        opts: { jobId: `${id}_${fence}_${Date.now()}` },
      })),
    );
  }
  return due.length === portion;
}

interface QueueConnection {
  shared: unknown;
  close: () => Promise<void>;
}

/** One pool for queue, worker and events: each would otherwise open its own and exhaust the server. */
async function postgresConnection({
  databaseUrl: url,
  ownerDatabaseUrl: ownerUrl,
}: AppConfig): Promise<QueueConnection> {
  setDefaultBackendFactory(createPostgresBackend);
  const pool = new pg.Pool({
    connectionString: url,
    max: 8,
    options: '-c search_path=bullmq,public',
    application_name: 'bullmq',
  });
  pool.on('error', () => undefined);
  await migrateQueues(ownerUrl ?? url);
  if (ownerUrl) await grantRows({ ownerUrl, url }, ['bullmq']);
  return { shared: pool, close: () => pool.end() };
}

/** Whoever may not create anything can still use what is up to date. */
export async function migrateQueues(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'bullmq' });
  await client.connect();
  try {
    const version = await assertSchemaCompatibility(client).catch((error: unknown) => {
      if (error instanceof SchemaMigrationRequiredError) return 0;
      throw error;
    });
    if (version < LATEST_SCHEMA_VERSION) await runMigrations(client);
  } finally {
    await client.end();
  }
}

/** Redis that may forget acknowledged jobs is refused: each would come back only with the sweeper. */
async function redisConnection(url: string): Promise<QueueConnection> {
  setDefaultBackendFactory();
  const redis = new Redis(url, { maxRetriesPerRequest: null, lazyConnect: true });
  try {
    await redis.connect();
    await refuseForgetful(redis);
  } catch (error) {
    redis.disconnect();
    if (error instanceof Failure) throw error;
    throw new Failure('unavailable', `Redis at ${new URL(url).host} cannot be reached`, {
      remedy: 'check REDIS_URL, or leave it out to run the queue on PostgreSQL',
      cause: error,
    });
  }
  return { shared: redis, close: async () => void (await redis.quit()) };
}

const wanted = { 'maxmemory-policy': 'noeviction', appendonly: 'yes' };

async function refuseForgetful(redis: Redis): Promise<void> {
  const settings = Object.entries(wanted);
  const found = await Promise.all(settings.map(async ([name]) => (await redis.config('GET', name))[1]));
  const fields = settings.flatMap(([field, value], at) =>
    found[at] === value ? [] : [{ field, message: `is "${found[at]}": set it to "${value}"` }],
  );
  if (fields.length > 0) throw new Failure('rejected', 'this Redis may forget jobs it has taken', { fields });
}
