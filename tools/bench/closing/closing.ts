import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Firm } from '../../../apps/sandbox/src/firm/firm.js';
import { control } from '../../chaos/control.js';
import { type RunningEstate, startEstate } from '../../estate/estate.js';
import { type Gateway, gateway } from '../../estate/gateway.js';
import { estateSettings } from '../../estate/settings.js';
import { removeEmbeddedPostgres } from '../../postgres/embedded-postgres.js';
import { closingFirm, erpConcurrency, type Work, workOf } from './closing-firm.js';
import { reckon, type Reckoning } from './closing-ledger.js';
import type { MemorySample } from './sampled-app.js';
import { CallCount, type VendorCalls } from './vendor-calls.js';

export interface ClosingOptions {
  entries: number;
  home: string;
  basePort: number;
  tell: (line: string) => void;
}

/** What a closing run took and what it left behind. */
export interface Closing {
  /** From the approval to the end of the last run. */
  seconds: number;
  /** Entries a second written straight into the simulated PSA, as many at once as the ERP admits: the machine's own pace. */
  rawPace: number;
  memory: ProgressSample[];
  calls: VendorCalls[];
  /** Of the gateway's own tables, by schema. */
  bytes: Record<string, number>;
  reckoning: Reckoning;
  /** Runs that did not complete, and lines that are not posted. */
  left: { runs: number; lines: number };
}

/** What the billing process needed when so many entries were settled. */
export type ProgressSample = MemorySample & { settled: number };

const billing = 'process-billing';

/** A month's time of a firm is approved at once and billed to the end, with the billing process watched from outside. */
export async function close({ entries, home, basePort, tell }: ClosingOptions): Promise<Closing> {
  mkdirSync(home, { recursive: true });
  const settings = estateSettings({
    ...process.env,
    DATABASE_URL: '',
    REDIS_URL: '',
    THROUGHLINE_HOME: home,
    BASE_PORT: String(basePort),
    FIRM_DIR: closingFirm(home),
  });
  const estate = await startEstate(settings, tell, [billing]);
  const database = new pg.Pool({ connectionString: estate.env.DATABASE_URL!, max: 2 });
  const memory: ProgressSample[] = [];
  try {
    await control(estate.sandbox.controlUrl, '/actions/netsuite/setConcurrency', { limit: erpConcurrency + 1 });
    const projects = await mobilise(estate, tell);
    const recording = Date.now();
    await record(estate, workOf(await firmOf(estate), projects, entries), tell);
    const rawPace = (entries * 1_000) / (Date.now() - recording);
    const before = await sizes(database);
    const watch: Watch = { settled: null, memory };
    const app = await startBilling(estate.env, watch);
    const count = new CallCount(estate.sandbox.origins);
    const began = Date.now();
    tell(`${entries} entries are approved`);
    for (const projectRef of Object.values(projects))
      await control(estate.sandbox.controlUrl, '/actions/kantata/submitAndApproveTime', { projectRef });
    await settled(database, entries, watch, tell);
    const seconds = (Date.now() - began) / 1_000;
    const calls = count.stop();
    const bytes = difference(await sizes(database), before);
    const closing = {
      seconds,
      rawPace,
      memory,
      calls,
      bytes,
      reckoning: await reckon(database),
      left: await left(database),
    };
    await end(app);
    return closing;
  } finally {
    await database.end();
    await estate.close();
    await removeEmbeddedPostgres(`${home}/postgres`);
  }
}

export const firmOf = async ({ sandbox }: RunningEstate): Promise<Firm> => control(sandbox.controlUrl, '/firm');

const patienceMs = 300_000;

/** Deals are won and their projects staffed; answers the projects' codes by deal. */
export async function mobilise(estate: RunningEstate, tell: (line: string) => void): Promise<Record<string, string>> {
  const { settings, issuer, sandbox, env } = estate;
  const api: Gateway = gateway({
    issuer: issuer.url,
    secretsDir: settings.secretsDir,
    basePort: settings.basePort,
    env,
  });
  await control(sandbox.controlUrl, '/people/win-deals', {});
  // The rest of the example's deals stop for a person.
  const mobilisable = 5;
  for (const until = Date.now() + patienceMs; Date.now() < until; await pause(500)) {
    const { items } = await api.projects.listProjects({ limit: 200 });
    const projects = Object.fromEntries(
      items.filter(({ status }) => status === 'active').map(({ deal, code }) => [deal.code, code]),
    );
    if (Object.keys(projects).length < mobilisable) continue;
    const staffed = await control<{ refused: unknown[] }>(sandbox.controlUrl, '/people/staff-projects', { projects });
    if (staffed.refused.length > 0) continue;
    tell(`${mobilisable} projects are mobilised and staffed`);
    return projects;
  }
  throw new Error('the projects were not mobilised and staffed in time');
}

async function record({ sandbox }: RunningEstate, work: Iterable<Work>, tell: (line: string) => void): Promise<void> {
  const open = work[Symbol.iterator]();
  let done = 0;
  const lane = async (): Promise<void> => {
    for (let next = open.next(); !next.done; next = open.next()) {
      await control(sandbox.controlUrl, '/actions/kantata/logTime', next.value);
      if (++done % 10_000 === 0) tell(`  ${done} entries recorded`);
    }
  };
  await Promise.all(Array.from({ length: erpConcurrency }, lane));
}

/** What is known while it goes on. */
interface Watch {
  /** Entries settled; null while none has arrived, when the process has nothing to do. */
  settled: number | null;
  memory: ProgressSample[];
}

async function startBilling(env: NodeJS.ProcessEnv, watch: Watch): Promise<ChildProcess> {
  const execArgv = ['--expose-gc'];
  const app = fork('dist/tools/bench/closing/sampled-app.js', [billing], { env, execArgv });
  await new Promise<void>((resolve, reject) => {
    app.once('message', () => resolve());
    app.once('exit', (code) => reject(new Error(`${billing} ended with ${code}`)));
  });
  app.on('message', (sample: MemorySample) => {
    if (watch.settled !== null) watch.memory.push({ ...sample, settled: watch.settled });
  });
  return app;
}

function end(app: ChildProcess): Promise<unknown> {
  const ended = new Promise((resolve) => app.once('exit', resolve));
  app.kill('SIGTERM');
  return ended;
}

const tellEveryMs = 10_000;

/** Waits for the end of the work, as long as it goes on. */
async function settled(database: pg.Pool, entries: number, watch: Watch, tell: (line: string) => void): Promise<void> {
  let [last, moved, told] = ['', Date.now(), Date.now()];
  for (; ; await pause(500)) {
    const progress = await progressOf(database);
    if (progress.known > 0) watch.settled = progress.settled;
    if (progress.settled >= entries && progress.open === 0) return;
    const now = JSON.stringify(progress);
    if (now !== last) [last, moved] = [now, Date.now()];
    if (Date.now() - moved > patienceMs) throw new Error(`billing does not go on: ${now}`);
    if (Date.now() - told < tellEveryMs) continue;
    tell(`  ${progress.known} taken in, ${progress.settled} settled, ${progress.open} runs open`);
    told = Date.now();
  }
}

async function progressOf(database: pg.Pool): Promise<{ known: number; settled: number; open: number }> {
  const { rows } = await database.query<{ known: number; settled: number; open: number }>(`
    select (select count(*)::int from process_billing.billing_line) as known,
           (select count(*)::int from process_billing.billing_line where state in ('posted', 'stopped')) as settled,
           (select count(*)::int from process_billing.run where state not in ('completed', 'parked', 'cancelled')) as open`);
  return rows[0]!;
}

async function left(database: pg.Pool): Promise<Closing['left']> {
  const { rows } = await database.query<Closing['left']>(`
    select (select count(*)::int from process_billing.run where state <> 'completed') as runs,
           (select count(*)::int from process_billing.billing_line where state <> 'posted') as lines`);
  return rows[0]!;
}

async function sizes(database: pg.Pool): Promise<Record<string, number>> {
  const { rows } = await database.query<{ schema: string; bytes: number }>(`
    select schemaname as schema, sum(pg_total_relation_size(relid))::float8 as bytes
      from pg_stat_user_tables where schemaname <> 'sandbox' group by 1 order by 1`);
  return Object.fromEntries(rows.map(({ schema, bytes }) => [schema, bytes]));
}

const difference = (now: Record<string, number>, before: Record<string, number>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(now)
      .map(([schema, bytes]) => [schema, bytes - (before[schema] ?? 0)] as const)
      .filter(([, bytes]) => bytes > 0),
  );
