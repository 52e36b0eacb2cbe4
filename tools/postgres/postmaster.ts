import { type ChildProcess, spawn } from 'node:child_process';
import { openSync, closeSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { Failure } from '#kernel';
import { type Access, superuser } from './cluster.js';
import { type Place, runAs } from './place.js';
import { remedyFor } from './remedy.js';

/**
 * What is behind a cluster's port: a server that is ours and `ready`, or on its way up or down (`busy`), `nobody`, or
 * somebody else (`stranger`). A process id proves nothing after a crash, its number may be another program's by now;
 * the password does.
 */
type Presence = 'ready' | 'busy' | 'nobody' | 'stranger';

const pollMs = 50;
const startMs = 20_000;
const stopMs = 30_000;
/** After a crash, backends hold the shared memory for a moment, and the process id of the dead looks alive. */
const staleMs = 5_000;

export const addressOf = ({ port, password }: Access, database: string): string =>
  `postgres://${superuser}:${password}@127.0.0.1:${port}/${database}`;

/** Waits for a live server on this data; answers whether there is one, or a start has to be made, and on which terms. */
export async function findPostmaster(place: Place, access: Access): Promise<Presence> {
  const started = Date.now();
  for (;;) {
    const presence = await presenceOf(access);
    const lasted = Date.now() - started;
    if (presence === 'ready' || presence === 'stranger') return presence;
    if (presence === 'nobody' && ((await writtenPid(place)) === null || lasted > staleMs)) return presence;
    if (lasted > startMs) throw await refusal(place);
    await pause();
  }
}

/** Starts the server, again and again while what a crash left behind is in its way. */
export async function launchPostmaster(postgres: string, place: Place, access: Access): Promise<void> {
  const patience = Date.now() + staleMs;
  for (;;) {
    const server = spawnPostmaster(postgres, place, access.port);
    if (await comesUp(server, access)) return;
    const complaint = await lastLines(place);
    if (!/pre-existing shared memory block|lock file .* already exists/.test(complaint)) throw await refusal(place);
    if (Date.now() > patience) throw await refusal(place);
    await pause();
  }
}

/** Detached: the server outlives a process that is killed, and the next one takes it over. */
function spawnPostmaster(postgres: string, place: Place, port: number): ChildProcess {
  const log = openSync(place.log, 'w');
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 500,
    shared_buffers: '128MB',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const stdio = ['ignore' as const, log, log];
  const server = spawn(postgres, ['-D', place.data, ...flags], { ...runAs, detached: true, stdio });
  closeSync(log);
  server.unref();
  return server;
}

async function comesUp(server: ChildProcess, access: Access): Promise<boolean> {
  let failure: Error | undefined;
  server.once('error', (error) => (failure = error));
  const until = Date.now() + startMs;
  while (Date.now() < until) {
    if ((await presenceOf(access)) === 'ready') return true;
    if (failure) throw unrunnable(failure);
    if (server.exitCode !== null || server.signalCode !== null) return false;
    await pause();
  }
  server.kill('SIGINT');
  return false;
}

/** Ends the server in order (fast shutdown) and waits until it has gone; no server is fine too. */
export async function stopPostmaster(place: Place, access: Access): Promise<void> {
  const pid = await writtenPid(place);
  const presence = await presenceOf(access);
  if (pid === null || presence === 'nobody' || presence === 'stranger') return;
  process.kill(pid, 'SIGINT');
  const until = Date.now() + stopMs;
  while ((await writtenPid(place)) === pid) {
    if (Date.now() > until)
      throw new Failure('unavailable', `the embedded PostgreSQL (process ${pid}) did not stop in ${stopMs / 1000} s`, {
        remedy: `end it at once with: kill -QUIT ${pid}; nothing committed is lost`,
      });
    await pause();
  }
}

/** Clears the mark of a server that is known to have died. */
export const forgetDeadPostmaster = (place: Place): Promise<void> =>
  rm(join(place.data, 'postmaster.pid'), { force: true });

/** The process a server says it is; an orderly stop removes the file. */
async function writtenPid(place: Place): Promise<number | null> {
  const text = await readFile(join(place.data, 'postmaster.pid'), 'utf8').catch(() => '');
  return Number(text.split('\n')[0]) || null;
}

async function presenceOf(access: Access): Promise<Presence> {
  const client = new pg.Client({ connectionString: addressOf(access, 'postgres'), connectionTimeoutMillis: 1_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return 'ready';
  } catch (error) {
    return presenceBehind((error as { code?: string }).code ?? '');
  }
}

/** SQLSTATE classes: 57P0x is a server on its way up or down, 53 one that is full, 28 one with other passwords. */
function presenceBehind(code: string): Presence {
  if (code === 'ECONNREFUSED') return 'nobody';
  return /^(57P0|53)/.test(code) || code === 'ECONNRESET' ? 'busy' : 'stranger';
}

const unrunnable = (error: Error): Failure =>
  new Failure('unavailable', `the embedded PostgreSQL cannot be run: ${error.message}`, {
    remedy: remedyFor(error.message),
    cause: error,
  });

async function refusal(place: Place): Promise<Failure> {
  const complaint = await lastLines(place);
  return new Failure('unavailable', `the embedded PostgreSQL in ${place.home} did not start:\n${complaint}`, {
    remedy: remedyFor(complaint),
  });
}

const lastLines = async (place: Place): Promise<string> =>
  (await readFile(place.log, 'utf8').catch(() => '')).trim().split('\n').slice(-5).join('\n');

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, pollMs));
