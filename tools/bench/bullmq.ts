import { createPostgresBackend, Queue, runMigrations, setDefaultBackendFactory, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { callStub, calls, compete, type Measured, type Task, timed } from './contestant.js';

interface Step {
  number: number;
  step: number;
  /** When the first step began. */
  began?: number;
}

/** BullMQ alone: one job a step, each adding the next; nothing is kept of what happened. */
async function run(task: Task): Promise<Measured> {
  const connection = task.redisUrl ? redisOf(task.redisUrl) : await postgresOf(task.databaseUrl);
  const queue = new Queue<Step>('steps', { connection: connection });
  return timed(
    () =>
      new Promise<number[]>((resolve, reject) => {
        const latencies: number[] = [];
        const worker = new Worker<Step>(
          'steps',
          async ({ data: { number, step, began = performance.now() } }) => {
            if (step < calls.length) {
              await callStub(task.stubUrl, `${number}/${step}`);
              await queue.add('step', { number, step: step + 1, began });
              return;
            }
            latencies.push(performance.now() - began);
            if (latencies.length === task.workflows) resolve(latencies);
          },
          { connection: connection, concurrency: task.inFlight },
        );
        worker.on('error', reject);
        const jobs = Array.from({ length: task.workflows }, (_, number) => ({
          name: 'step',
          data: { number, step: 0 },
        }));
        queue.addBulk(jobs).catch(reject);
      }),
  );
}

function redisOf(url: string): Redis {
  setDefaultBackendFactory();
  return new Redis(url, { maxRetriesPerRequest: null });
}

async function postgresOf(url: string): Promise<pg.Pool> {
  setDefaultBackendFactory(createPostgresBackend);
  const pool = new pg.Pool({ connectionString: url, max: 16, options: '-c search_path=bullmq,public' });
  const client = await pool.connect();
  await runMigrations(client);
  client.release();
  return pool;
}

compete(run);
