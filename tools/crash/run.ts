import { mkdirSync } from 'node:fs';
import pg from 'pg';
import { DataSource, auditSchemas, verifyAudit } from '#platform';
import { ArmedFaults } from '../chaos/armed-faults.js';
import { type Evidence, readRecord } from '../chaos/evidence.js';
import { layGround } from '../chaos/ground.js';
import { decided } from '../chaos/invariants/gateway.js';
import { invariants } from '../chaos/invariants.js';
import { webhookPort } from '../chaos/ports.js';
import { timeline } from '../chaos/timeline.js';
import { WebhookProxy } from '../chaos/webhook-proxy.js';
import { inOrder, named, slice } from './matrix.js';
import { baseOf, Pool, until } from './pool.js';
import { Round } from './round.js';
import { Exercises } from './workflows.js';

export interface CrashOptions {
  all: boolean;
  /** Only cases whose name holds this. */
  only: string;
  home: string;
  basePort: number;
  tell: (line: string) => void;
}

export interface Outcome {
  cases: number;
  problems: string[];
}

const copies = 3;
/** Lays the ground, learns what each workflow passes, and goes through the cases. */
export async function runCrash(options: CrashOptions): Promise<Outcome> {
  const closing: (() => Promise<unknown>)[] = [];
  try {
    return await run(options, closing);
  } finally {
    for (const end of closing.toReversed()) await end();
  }
}

async function run(options: CrashOptions, closing: (() => Promise<unknown>)[]): Promise<Outcome> {
  const { home, basePort, tell } = options;
  const tokens = `${home}/faults`;
  mkdirSync(tokens, { recursive: true });
  const ground = await layGround(home, basePort);
  closing.push(ground.close);
  const database = new pg.Pool({ connectionString: ground.databaseUrl, max: 12, application_name: 'crash' });
  closing.push(() => database.end());
  const pool = new Pool(ground, copies);
  const bamboohr = pool.processes.map((_one, copy) => `http://127.0.0.1:${baseOf(basePort, copy) + 22}`);
  const webhooks = new WebhookProxy(webhookPort(basePort), bamboohr, new ArmedFaults());
  await webhooks.start();
  closing.push(() => webhooks.close());
  closing.push(() => pool.close());
  await pool.start();
  tell(`${copies} copies of the gateway are up`);
  const exercises = await Exercises.open(ground, pool, database);
  closing.push(() => exercises.close());
  await quiet(database);
  const round = new Round({ pool, database, tokens }, exercises.all, tell);
  const everything = await round.learn();
  const chosen = (options.all ? everything : slice(everything)).filter((one) => named(one).includes(options.only));
  tell(`${chosen.length} of ${everything.length} cases`);
  await round.go(inOrder(chosen));
  await quiet(database);
  const problems = [...round.problems, ...(await round.lookAgain()), ...(await overall(database, ground.databaseUrl))];
  return { cases: chosen.length, problems: [...problems, ...pool.processes.flatMap(({ collapses }) => collapses)] };
}

/** Nothing is under way. */
const quiet = (database: pg.Pool): Promise<void> =>
  until(async () => decided((await readRecord(database)) as Evidence).length === 0, 120_000, 'everything to end');

/** What must hold over all cases together. */
async function overall(database: pg.Pool, databaseUrl: string): Promise<string[]> {
  const record = await readRecord(database);
  const hours = record.records.filter(({ data }) => /^entry \d/.test(String(data.notes))).length;
  const elsewhere = { calls: [], pushes: [], writings: [], secrets: [], collapses: [] };
  const evidence: Evidence = { ...record, ...elsewhere, hires: [], deals: [], hours };
  const broken = invariants.flatMap(({ name, check }) =>
    check(evidence).map(({ what, trace }) => ({ name, what, trace })),
  );
  const problems = [...broken.map(({ name, what }) => `${name}: ${what}`), ...(await auditProblems(databaseUrl))];
  const trace = broken.find((one) => one.trace)?.trace;
  if (trace) problems[0] += `\n${(await timeline(trace, evidence, database)).join('\n')}`;
  return problems;
}

async function auditProblems(url: string): Promise<string[]> {
  const database = await new DataSource({ type: 'postgres', url, applicationName: 'audit' }).initialize();
  try {
    const reports = [];
    for (const schema of await auditSchemas(database)) reports.push(await verifyAudit(database, schema));
    return reports.flatMap(({ schema, problem }) => (problem ? [`I9: the audit log of ${schema} ${problem}`] : []));
  } finally {
    await database.destroy();
  }
}
