import 'reflect-metadata';
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Redis } from 'ioredis';
import pg from 'pg';
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '../postgres/embedded-postgres.js';
import type { Measured, Task } from './contestant.js';

const { values } = parseArgs({
  options: { workflows: { type: 'string', default: '1000' }, 'in-flight': { type: 'string', default: '64' } },
});
const workflows = Number(values.workflows);
const inFlight = Number(values['in-flight']);

const contestants: { name: string; program: string; redis: boolean }[] = [
  { name: 'throughline on PostgreSQL', program: 'throughline', redis: false },
  { name: 'DBOS on PostgreSQL', program: 'dbos', redis: false },
  { name: 'bare BullMQ on PostgreSQL', program: 'bullmq', redis: false },
  { name: 'throughline on Redis', program: 'throughline', redis: true },
  { name: 'bare BullMQ on Redis', program: 'bullmq', redis: true },
];

const tell = (line: string): void => void process.stdout.write(`${line}\n`);

/** Workflows of five durable steps with four HTTP calls: ours, a peer's, and the bare queue, in one run on one machine. */
async function main(): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'throughline-bench-'));
  const database = await startEmbeddedPostgres({ dataDir: home, log: tell });
  const stub = fork(new URL('./stub.js', import.meta.url));
  const redis = await startRedis(home);
  try {
    const stubUrl = `http://127.0.0.1:${await answerOf<number>(stub)}`;
    tell(`${workflows} workflows, ${inFlight} in flight, 5 steps with 4 calls each\n`);
    tell(row(['', 'workflows/s', 'CPU ms each', 'p50 ms', 'p99 ms', 'bytes each', 'calls per key']));
    for (const { name, program, redis: onRedis } of contestants) {
      if (onRedis && !redis) {
        tell(row([name, 'skipped: no redis-server on this machine']));
        continue;
      }
      const databaseUrl = await freshDatabase(database.url, `${program}_${onRedis ? 'redis' : 'postgres'}`);
      const before = await sizeOf(databaseUrl);
      const task = { databaseUrl, redisUrl: onRedis ? redis!.url : null, stubUrl, workflows, inFlight };
      const measured = await measure(program, task);
      const { keys, calls } = (await (await fetch(`${stubUrl}/calls`)).json()) as { keys: number; calls: number };
      const bytes = ((await sizeOf(databaseUrl)) - before) / workflows;
      tell(row([name, ...figures(measured), String(Math.round(bytes)), (calls / keys).toFixed(3)]));
    }
  } finally {
    stub.kill();
    redis?.process.kill();
    await database.stop();
    await removeEmbeddedPostgres(home);
  }
}

function figures({ seconds, cpuSeconds, latencies }: Measured): string[] {
  const sorted = [...latencies].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
  return [
    (workflows / seconds).toFixed(0),
    ((cpuSeconds * 1_000) / workflows).toFixed(2),
    at(0.5).toFixed(0),
    at(0.99).toFixed(0),
  ];
}

const row = (cells: string[]): string =>
  cells.map((cell, at) => (at === 0 ? cell.padEnd(28) : cell.padStart(14))).join('');

async function measure(program: string, task: Task): Promise<Measured> {
  const child = fork(new URL(`./${program}.js`, import.meta.url), { execArgv: process.env.PROF ? ['--cpu-prof','--cpu-prof-dir=/tmp/prof'] : [] });
  child.send(task);
  return answerOf<Measured>(child);
}

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
