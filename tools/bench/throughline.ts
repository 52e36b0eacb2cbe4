import 'reflect-metadata';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig, rows, startApp } from '#platform';
import { defineWorkflow, processApp, type ProcessParts } from '#workflow';
import { EffectLedger } from '../../libs/connector/src/effects/effect-ledger.js';
import { EffectRepository } from '../../libs/connector/src/effects/effect.repository.js';
import { effectMigrations } from '../../libs/connector/src/effects/effect-schema.js';
import type { Vendor } from '../../libs/connector/src/http/vendor.js';
import type { Write } from '../../libs/connector/src/operations.js';
import { writeBareEstate } from '../../libs/platform/src/bare-estate.fixture.js';
import { callStub, calls, compete, type Measured, type Task, timed } from './contestant.js';

interface Input {
  number: number;
}

/** Runs that begin in one commit: the first are under way while the others begin. */
const portion = 64;

/** Our engine as it runs in production: journal and effect ledger around each call, queue, sweeper, audit, fsync on. */
async function run(task: Task): Promise<Measured> {
  let parts: ProcessParts | null = null;
  let ledger: EffectLedger | null = null;
  const workflow = defineWorkflow<Input, null>({
    name: 'benchmark',
    version: 1,
    class: { latency: 'near-real-time', criticality: 'reporting', recovery: 'resume', slo: '1m' },
    owners: { default: 'nobody' },
    runKey: ({ number }) => String(number),
    async run(flow) {
      for (const operation of calls) {
        await flow.step(operation, {
          act: (key) => ledger!.perform({ vendor, operation, key, input: { operation }, write: callTo(task.stubUrl) }),
        });
      }
      await flow.step('add up', { act: async () => 4 });
    },
  });
  const app = processApp({
    name: 'process-workforce',
    api: { title: 'Benchmark', description: 'Benchmark', version: '1.0.0', owner: 'nobody', audience: 'process' },
    needs: {},
    controllers: [],
    migrations: effectMigrations,
    workflows: [workflow],
    services: ({ database }) => {
      ledger = new EffectLedger(new EffectRepository(database));
      return null;
    },
    extras: (_context, given) => ((parts = given), {}),
  });
  const running = await startApp(app, loadConfig('process-workforce', await environment(task)));
  const { runs, service } = parts as unknown as ProcessParts;
  const measured = await timed(async () => {
    for (let from = 0; from < task.workflows; from += portion) {
      const numbers = Array.from({ length: Math.min(portion, task.workflows - from) }, (_, at) => from + at);
      await runs.database.transaction(async (manager) => {
        for (const number of numbers) await service.begin(manager, workflow, { number });
      });
    }
    while ((await underWay(runs)) > 0) await new Promise((resolve) => setTimeout(resolve, 50));
    return spansOf(runs);
  });
  await running.close();
  return measured;
}

/** An instance without limits or sign-in: what is measured is what makes the call happen once. */
const vendor = { instance: 'stub', config: {}, forEffect: () => vendor } as unknown as Vendor;

const callTo = (stubUrl: string): Write<unknown, unknown> => ({
  kind: 'write',
  safety: {
    strategy: 'key',
    lifetimeMs: 86_400_000,
    quarantineMs: 60_000,
    body: (_vendor, input) => input,
    find: () => Promise.resolve([]),
  },
  run: (_vendor, _input, { key }) => callStub(stubUrl, key),
});

const underWay = async ({ database }: ProcessParts['runs']): Promise<number> =>
  (await rows<{ count: number }>(database, `select count(*)::int as count from run where state <> 'completed'`))[0]!
    .count;

async function spansOf({ database }: ProcessParts['runs']): Promise<number[]> {
  const spans = await rows<{ span: number }>(
    database,
    `select extract(epoch from run.updated_at - min(step.started_at))::float8 * 1000 as span
       from run join step on step.run_id = run.id group by run.id`,
  );
  return spans.map(({ span }) => span);
}

async function environment({ databaseUrl, redisUrl }: Task): Promise<NodeJS.ProcessEnv> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'));
  return {
    DATABASE_URL: databaseUrl,
    ...(redisUrl && { REDIS_URL: redisUrl }),
    ISSUER_URL: 'http://127.0.0.1:9',
    ESTATE_FILE: writeBareEstate(folder, '1h'),
    PORT: String(await freePort()),
    LOG_LEVEL: 'silent',
  };
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

compete(run);
