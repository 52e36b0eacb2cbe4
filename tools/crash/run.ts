import { mkdirSync } from 'node:fs';
import pg from 'pg';
import { ArmedFaults } from '../chaos/armed-faults.js';
import { readAudits } from '../chaos/audits.js';
import { type Evidence, readRecord, type Records } from '../chaos/evidence.js';
import { layGround } from '../chaos/ground.js';
import { decided } from '../chaos/invariants/gateway.js';
import { invariants } from '../chaos/invariants.js';
import { webhookPort } from '../chaos/ports.js';
import { timeline } from '../chaos/timeline.js';
import { WebhookProxy } from '../chaos/webhook-proxy.js';
import { Bench } from './exercises/bench.js';
import type { Exercises } from './exercises/exercise.js';
import { exercisesOf } from './exercises/exercises.js';
import { exercised } from './firm.js';
import { inOrder, named, slice } from './matrix.js';
import { baseOf, Pool, until } from './pool.js';
import { Round } from './round.js';

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
  const ground = await layGround(home, basePort, exercised);
  closing.push(ground.close);
  const database = new pg.Pool({ connectionString: ground.databaseUrl, max: 12, application_name: 'crash' });
  const vendors = new pg.Pool({ connectionString: ground.vendorsUrl, max: 4, application_name: 'crash' });
  closing.push(() => database.end());
  closing.push(() => vendors.end());
  const pool = new Pool(ground, copies);
  const bamboohr = pool.processes.map((_one, copy) => `http://127.0.0.1:${baseOf(basePort, copy) + 22}`);
  const webhooks = new WebhookProxy(webhookPort(basePort), bamboohr, new ArmedFaults());
  await webhooks.start();
  closing.push(() => webhooks.close());
  closing.push(() => pool.close());
  await pool.start();
  tell(`${copies} copies of the gateway are up`);
  const bench = await Bench.open(ground, pool, database);
  closing.push(() => bench.close());
  await quiet({ database, vendors });
  const exercises = options.all || options.only ? exercisesOf(options.only) : steady(exercisesOf(''));
  const round = new Round({ bench, pool, database, vendors, tokens }, exercises, tell);
  const everything = await round.learn();
  const chosen = (options.all ? everything : slice(everything)).filter((one) => named(one).includes(options.only));
  tell(`${chosen.length} of ${everything.length} cases`);
  await round.go(inOrder(chosen));
  await quiet({ database, vendors });
  const problems = [
    ...round.problems,
    ...(await round.lookAgain()),
    ...(await overall({ database, vendors }, bench, ground.databaseUrl)),
  ];
  return { cases: chosen.length, problems: [...problems, ...pool.processes.flatMap(({ collapses }) => collapses)] };
}

const steady = (all: Exercises): Exercises =>
  Object.fromEntries(Object.entries(all).filter(([, { racing }]) => racing === undefined));

/** Waits until nothing is under way; says what still is where that takes too long. */
async function quiet(records: Records): Promise<void> {
  let left: { what: string }[] = [];
  const isQuiet = async (): Promise<boolean> => {
    left = decided((await readRecord(records)) as Evidence);
    return left.length === 0;
  };
  await until(isQuiet, 240_000, 'everything to end').catch((error: unknown) => {
    throw new Error(`${String(error)}; still: ${left.map(({ what }) => what).join('; ')}`);
  });
}

/** What must hold over all cases together. */
async function overall(records: Records, { rebilled }: Bench, databaseUrl: string): Promise<string[]> {
  const record = await readRecord(records);
  const hours = record.records.filter(({ data }) => /^entry \d/.test(String(data.notes))).length;
  const wire = { calls: [], pushes: [], requests: [], writings: [], secrets: [], collapses: [] };
  const amendments = rebilled.map((entry) => ({ entry, minutes: null }));
  const elsewhere = { ...wire, abandoned: [], amendments, outages: [], replay: null };
  const audits = await readAudits(databaseUrl);
  const evidence: Evidence = { ...record, ...elsewhere, audits, hires: [], deals: [], hours };
  const broken = invariants.flatMap(({ name, check }) =>
    check(evidence).map(({ what, trace }) => ({ name, what, trace })),
  );
  const problems = broken.map(({ name, what }) => `${name}: ${what}`);
  const trace = broken.find((one) => one.trace)?.trace;
  if (trace) problems[0] += `\n${(await timeline(trace, evidence, records.database)).join('\n')}`;
  return problems;
}
