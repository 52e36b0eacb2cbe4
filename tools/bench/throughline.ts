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
    await runs.database.transaction(async (manager) => {
      for (let number = 0; number < task.workflows; number += 1) await service.begin(manager, workflow, { number });
    });
    for (;;) {
      const { done, spans } = await progress(runs);
      if (done >= task.workflows) return spans;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
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

async function progress({ database }: ProcessParts['runs']): Promise<{ done: number; spans: number[] }> {
  const [row] = await rows<{ done: number; spans: number[] | null }>(
    database,
    `select count(*)::int as done, array_agg(extract(epoch from run.updated_at - first.began)::float8 * 1000) as spans
       from run join (select run_id, min(started_at) as began from step group by run_id) first on first.run_id = run.id
      where run.state = 'completed'`,
  );
  return { done: row!.done, spans: row!.spans ?? [] };
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
