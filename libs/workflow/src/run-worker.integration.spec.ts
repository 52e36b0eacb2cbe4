import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { createPostgresBackend, Queue, setDefaultBackendFactory, Worker } from 'bullmq';
import pg from 'pg';
import { AppLogger } from '#platform';
import { createTestDatabase, type TestDatabase } from '#testing';
import { migrateQueues, workerSettings } from './run-queue.js';
import { RunWorker, type Working } from './run-worker.js';

const logger = new AppLogger('process-test', 'silent');
let database: TestDatabase;
const closing: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  setDefaultBackendFactory(createPostgresBackend);
  database = await createTestDatabase();
  await migrateQueues(database.url);
});

afterEach(async () => {
  for (const end of closing.splice(0).toReversed()) await end();
});

afterAll(async () => {
  setDefaultBackendFactory();
  await database.drop();
});

function queueAt(connectionString: string, done: (id: string) => void) {
  const pool = new pg.Pool({ connectionString, max: 4, options: '-c search_path=bullmq,public' });
  pool.on('error', () => undefined);
  const connection = pool as never;
  const queue = new Queue<{ runId: string }>('runs-test', { connection });
  queue.on('error', () => undefined);
  const work = async ({ data }: { data: { runId: string } }): Promise<void> => done(data.runId);
  const worker = new Worker<{ runId: string }>('runs-test', work, { ...workerSettings, connection });
  const runs = new RunWorker(queue, worker, logger);
  closing.push(
    () => pool.end(),
    () => queue.close(),
    () => runs.stop(),
  );
  return { queue, runs };
}

/** Says what PostgreSQL says to everybody while it recovers. */
async function recoveringServer(): Promise<string> {
  const parts = ['SFATAL', 'C57P03', 'Mthe database system is starting up', ''].map((part) => `${part}\0`).join('');
  const length = Buffer.alloc(4);
  length.writeInt32BE(4 + parts.length);
  const refusal = Buffer.concat([Buffer.from('E'), length, Buffer.from(parts)]);
  const server = createServer(
    (socket) => void socket.on('error', () => undefined).once('data', () => socket.end(refusal)),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => new Promise((resolve) => server.close(resolve)));
  return `postgres://nobody@127.0.0.1:${(server.address() as AddressInfo).port}/none`;
}

it('jobs are taken once the worker is started', async () => {
  const done: string[] = [];
  const { queue, runs } = queueAt(database.url, (id) => done.push(id));
  await queue.add('advance', { runId: 'R-1' });
  await runs.start();
  while (done.length === 0) await pause(10);
  expect(done).toEqual(['R-1']);
});

it('an app whose queue cannot be reached does not start, and everything else still gets its turn', async () => {
  const { runs } = queueAt(await recoveringServer(), () => undefined);
  await expect(runs.start()).rejects.toThrow('starting up');
  // A worker that asks without a pause leaves no turn for a timer.
  await pause(50);
});

it('a worker that could not begin begins again', async () => {
  const began: string[] = [];
  let close = (): void => undefined;
  const closed = new Promise<void>((resolve) => (close = resolve));
  const worker: Working = {
    waitUntilReady: () => Promise.resolve(),
    on: () => undefined,
    run: () => (began.push('run') === 1 ? Promise.reject(new Error('connection terminated')) : closed),
    close: () => Promise.resolve(close()),
  };
  const runs = new RunWorker(worker, worker, logger);
  closing.push(() => runs.stop());
  await runs.start();
  while (began.length < 2) await pause(50);
});
