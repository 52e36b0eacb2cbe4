import 'reflect-metadata';
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Redis } from 'ioredis';
import pg from 'pg';
import { understood, whole } from '../command-line.js';
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '../postgres/embedded-postgres.js';
import type { Measured, Task } from './contestant.js';

const { values } = parseArgs(
  understood('npm run bench:workflows -- [--workflows 1000] [--in-flight 64] [--rounds 3]', {
    options: {
      workflows: { type: 'string', default: '1000' },
      'in-flight': { type: 'string', default: '64' },
      rounds: { type: 'string', default: '3' },
    },
  }),
);
const workflows = whole('workflows', values.workflows);
const inFlight = whole('in-flight', values['in-flight']);
const rounds = whole('rounds', values.rounds);

interface Contestant {
  name: string;
  program: string;
  redis: boolean;
  /** Whether it goes on by itself after a crash with what it had begun. */
  durable: boolean;
}

const contestants: Contestant[] = [
  { name: 'throughline on PostgreSQL', program: 'throughline', redis: false, durable: true },
  { name: 'DBOS on PostgreSQL', program: 'dbos', redis: false, durable: true },
  { name: 'bare BullMQ on PostgreSQL', program: 'bullmq', redis: false, durable: false },
  { name: 'throughline on Redis', program: 'throughline', redis: true, durable: true },
  { name: 'bare BullMQ on Redis', program: 'bullmq', redis: true, durable: false },
];

const tell = (line: string): void => void process.stdout.write(`${line}\n`);

/** What a contestant did in one round, and what the stub saw of it. */
interface Round extends Measured {
  bytesEach: number;
  callsPerKey: number;
}

/** Workflows of five durable steps with four HTTP calls: ours, a peer's, and the bare queue, in one run on one machine. */
async function main(): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'throughline-bench-'));
  const database = await startEmbeddedPostgres({ dataDir: home, log: tell });
  const stub = fork(new URL('./stub.js', import.meta.url));
  const redis = await startRedis(home);
  try {
    const stubUrl = `http://127.0.0.1:${await answerOf<number>(stub)}`;
    const present = contestants.filter((one) => redis || !one.redis);
    const taskOf = async ({ program, redis: onRedis }: Contestant, which: string): Promise<Task> => ({
      databaseUrl: await freshDatabase(database.url, `${program}_${onRedis ? 'redis' : 'postgres'}_${which}`),
      redisUrl: onRedis ? redis!.url : null,
      stubUrl,
      workflows,
      inFlight,
    });
    tell(
      `${workflows} workflows, ${inFlight} in flight, 5 steps with 4 calls each; the middle one of ${rounds} rounds`,
    );
    if (!redis) tell('no redis-server on this machine: what runs on Redis is left out');
    const done = new Map<Contestant, Round[]>(present.map((one) => [one, []]));
    for (let round = 1; round <= rounds; round += 1)
      for (const one of present) done.get(one)!.push(await play(one.program, await taskOf(one, `round_${round}`)));
    tell(row(['', 'workflows/s', 'CPU ms each', 'p50 ms', 'p99 ms', 'bytes each', 'calls per key', 'kill -9, s']));
    for (const [one, played] of done) {
      const recovery = one.durable ? (await recover(one.program, await taskOf(one, 'killed'))).toFixed(1) : '';
      tell(row([one.name, ...figures(middleOf(played)), recovery]));
    }
  } finally {
    stub.kill();
    redis?.process.kill();
    await database.stop();
    await removeEmbeddedPostgres(home);
  }
}

/** A machine is not equally fast all the time: contestants take turns, and neither the best nor the worst turn counts. */
const middleOf = (played: Round[]): Round =>
  played.toSorted((a, b) => a.seconds - b.seconds)[Math.floor((played.length - 1) / 2)]!;

async function play(program: string, task: Task): Promise<Round> {
  const before = await sizeOf(task.databaseUrl);
  const measured = await measure(program, task);
  const { keys, calls } = await countedBy(task.stubUrl);
  const bytesEach = ((await sizeOf(task.databaseUrl)) - before) / workflows;
  return { ...measured, bytesEach, callsPerKey: calls / keys };
}

function figures({ seconds, cpuSeconds, latencies, bytesEach, callsPerKey }: Round): string[] {
  const sorted = [...latencies].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
  return [
    (workflows / seconds).toFixed(0),
    ((cpuSeconds * 1_000) / workflows).toFixed(2),
    at(0.5).toFixed(0),
    at(0.99).toFixed(0),
    String(Math.round(bytesEach)),
    callsPerKey.toFixed(3),
  ];
}

const row = (cells: string[]): string =>
  cells.map((cell, at) => (at === 0 ? cell.padEnd(28) : cell.padStart(14))).join('');

async function measure(program: string, task: Task): Promise<Measured> {
  const child = fork(new URL(`./${program}.js`, import.meta.url), {
    execArgv: process.env.PROF ? ['--cpu-prof', '--cpu-prof-dir=/tmp/prof'] : [],
  });
  child.send(task);
  return answerOf<Measured>(child);
}

/** Kills a contestant when half of its calls are made; seconds until another process has everything done. */
async function recover(program: string, task: Task): Promise<number> {
  await countedBy(task.stubUrl);
  const child = fork(new URL(`./${program}.js`, import.meta.url));
  child.send(task);
  const half = task.workflows * 2;
  for (let made = 0; made < half; made += (await countedBy(task.stubUrl)).calls) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  child.kill('SIGKILL');
  const killed = performance.now();
  await measure(program, task);
  return (performance.now() - killed) / 1_000;
}

/** What the stub was asked since it was asked this. */
const countedBy = async (stubUrl: string): Promise<{ keys: number; calls: number }> =>
  (await (await fetch(`${stubUrl}/calls`)).json()) as { keys: number; calls: number };

const answerOf = <T>(child: ChildProcess): Promise<T> =>
  new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as T));
    child.once('exit', (code) => reject(new Error(`a contestant ended with ${code}`)));
  });

async function freshDatabase(server: string, name: string): Promise<string> {
  await query(server, `create database bench_${name}`);
  const url = new URL(server);
  url.pathname = `/bench_${name}`;
  return url.toString();
}

const sizeOf = async (url: string): Promise<number> =>
  Number((await query(url, 'select pg_database_size(current_database()) as size'))[0]!.size);

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A Redis with a log, as production has it; null where there is no redis-server. */
async function startRedis(dir: string): Promise<{ url: string; process: ChildProcess } | null> {
  const port = 16_379;
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--dir', dir, '--save', '', '--appendonly', 'yes'];
  const process = spawn('redis-server', options, { stdio: 'ignore' });
  const started = await new Promise<boolean>((resolve) => {
    process.once('error', () => resolve(false));
    process.once('spawn', () => resolve(true));
  });
  if (!started) return null;
  const url = `redis://127.0.0.1:${port}`;
  const client = new Redis(url, { maxRetriesPerRequest: null });
  // It may not listen yet: the client tries again by itself.
  client.on('error', () => undefined);
  await client.ping();
  client.disconnect();
  return { url, process };
}

await main();
