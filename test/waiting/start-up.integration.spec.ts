import { readFileSync, writeFileSync } from 'node:fs';
import { type AppConfig, openDatabase, rows, startApp } from '#platform';
import { createTestDatabase, type TestDatabase } from '#testing';
import { processApp } from '#workflow';
import { freePort, TestIssuer, testConfig } from '../../libs/platform/src/app.fixture.js';
import { workflow } from '../../libs/workflow/src/engine.fixture.js';
import { processMigrations } from '../../libs/workflow/src/migrations.js';

const schema = 'process_billing';
const waiting = 10_000;

let issuer: TestIssuer;
let testDatabase: TestDatabase;
let config: AppConfig;

beforeAll(async () => {
  [issuer, testDatabase] = await Promise.all([TestIssuer.open(), createTestDatabase()]);
  config = testConfig({ issuer: issuer.url, databaseUrl: testDatabase.url, port: await freePort() });
  const closed = 'timeZone: UTC, closed: [{ from: 2026-01-01T00:00, until: 2099-12-03T11:00 }]';
  const estate = readFileSync(config.estateFile, 'utf8').replace('every: 5s', `every: 5s, ${closed}`);
  writeFileSync(config.estateFile, estate);
});
afterAll(async () => {
  await testDatabase.drop();
  await issuer.close();
});

/** Asks in a connection of its own: what a connection has read is counted when it ends. */
async function ask<Row extends object>(...statements: string[]): Promise<Row[]> {
  const database = await openDatabase({ url: testDatabase.url, schema, migrations: [] });
  try {
    for (const statement of statements.slice(0, -1)) await database.query(statement);
    return await rows<Row>(database, statements.at(-1)!);
  } finally {
    await database.destroy();
  }
}

const countRead = `select sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::int as rows from pg_stat_all_tables
  where schemaname = '${schema}' and relname in ('run', 'wait', 'step')`;

/** Starts the app, lets it do the one run that is due, and stops it: how many rows of runs, waits and steps it read. */
async function rowsReadByStart(key: string): Promise<number> {
  const [before] = await ask<{ rows: number }>(countRead);
  let began: () => void;
  const ran = new Promise<void>((resolve) => (began = resolve));
  await ask(
    `insert into run (id, workflow, version, key, title, input, correlation_id, state, wake_at)
     values (gen_random_uuid(), 'order', 1, '${key}', 'due', '{}', 'c', 'running', now())`,
  );
  const app = processApp<null>({
    name: 'process-billing',
    api: { title: 'Orders', description: 'Orders', version: '1.0.0', owner: 'tests', audience: 'process' },
    needs: {},
    controllers: [],
    workflows: [workflow((flow) => flow.step('order', { act: async () => began() }))],
    services: () => null,
  });
  const running = await startApp(app, config);
  await ran;
  await running.close();
  const [after] = await ask<{ rows: number }>(countRead);
  return after!.rows - before!.rows;
}

describe('the start of an app', () => {
  it('does not grow with 10,000 waiting runs: it reads none of them, and hands out none', async () => {
    await (await openDatabase({ url: testDatabase.url, schema, migrations: processMigrations })).destroy();
    const alone = await rowsReadByStart('first');
    await ask(
      `insert into run (id, workflow, version, key, title, input, correlation_id, state, wake_at)
       select gen_random_uuid(), 'many', 1, n::text, 'many', '{}', 'c', 'waiting',
              case when n % 2 = 0 then timestamptz '2099-12-03T11:00Z' end from generate_series(1, ${waiting}) n`,
      `insert into wait (run_id, name, after, event_type, roles, posting_window, until)
       select id, 'wait', 0, case key::int % 4 when 1 then 'project' end, case key::int % 4 when 3 then array['pmo'] end,
              case key::int % 4 when 0 then 'ONE' end, wake_at from run where workflow = 'many'`,
      `insert into step (run_id, name, ordinal, kind, state) select id, 'wait', 1, 'wait', 'intent' from run where workflow = 'many'`,
      'analyze run, wait, step',
    );
    const beside = await rowsReadByStart('second');
    expect(alone).toBeGreaterThan(0);
    expect(beside).toBeGreaterThan(0);
    expect(beside).toBeLessThan(waiting / 10);
    const [moved] = await ask<{ runs: number }>(
      `select count(*)::int as runs from run where workflow = 'many' and (queued_at is not null or fence > 0)`,
    );
    expect(moved!.runs).toBe(0);
  });
});
