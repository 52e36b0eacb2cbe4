import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, openSync } from 'node:fs';
import { chmod, chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { Failure } from '#kernel';
import { installBinaries } from './binaries.js';

export interface EmbeddedPostgres {
  url: string;
  /** Ends the server; call it after everything that uses it has stopped. */
  stop: () => Promise<void>;
}

export interface PostgresOptions {
  /** Folder that stands for this cluster; with root, the data itself is elsewhere. */
  dataDir: string;
  log: (line: string) => void;
}

/** How a cluster is reached again: kept beside its data. */
interface Access {
  port: number;
  password: string;
}

const database = 'throughline';
const user = 'throughline';
/** PostgreSQL refuses to run as root; `nobody` needs no account of its own. */
const unprivileged = 65_534;
const asRoot = process.getuid?.() === 0;
const run = promisify(execFile);

/** Starts, or takes over, a PostgreSQL that belongs to this folder alone. Nothing needs to be installed. */
export async function startEmbeddedPostgres(options: PostgresOptions): Promise<EmbeddedPostgres> {
  const home = homeOf(options.dataDir);
  const data = join(home, 'data');
  const { initdb, postgres } = await installBinaries(join(home, 'pgsql'));
  const access = await initialise(home, data, initdb, options.log);
  const url = `postgres://${user}:${access.password}@127.0.0.1:${access.port}/postgres`;
  const adopted = await livePid(data);
  if (adopted === null) await launch(postgres, data, access.port, join(home, 'server.log'), url);
  else await answering(url, join(home, 'server.log'), null);
  await createDatabase(url);
  return { url: url.replace(/postgres$/, database), stop: () => stop(data) };
}

/** Forgets a cluster and everything in it. */
export async function removeEmbeddedPostgres(dataDir: string): Promise<void> {
  const home = homeOf(dataDir);
  await stop(join(home, 'data'));
  await rm(join(home, 'data'), { recursive: true, force: true });
  await rm(join(home, 'access.json'), { force: true });
}

/** Another user cannot look into root's folders, so root's clusters live where everybody may pass. */
function homeOf(dataDir: string): string {
  if (!asRoot) return dataDir;
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  return join(tmpdir(), `throughline-${name}`);
}

async function initialise(home: string, data: string, initdb: string, log: (line: string) => void): Promise<Access> {
  const file = join(home, 'access.json');
  if (existsSync(join(data, 'PG_VERSION')) && existsSync(file))
    return JSON.parse(await readFile(file, 'utf8')) as Access;
  log('creating an embedded PostgreSQL');
  await rm(data, { recursive: true, force: true });
  await mkdir(data, { recursive: true, mode: 0o700 });
  if (asRoot) {
    await chmod(home, 0o755);
    await chown(data, unprivileged, unprivileged);
  }
  const access = { port: await freePort(), password: randomBytes(18).toString('base64url') };
  const passwordFile = join(home, 'initial-password');
  await writeFile(passwordFile, access.password, { mode: 0o600 });
  if (asRoot) await chown(passwordFile, unprivileged, unprivileged);
  const options = [
    '-D',
    data,
    '-U',
    user,
    '--pwfile',
    passwordFile,
    '-A',
    'scram-sha-256',
    '-E',
    'UTF8',
    '--locale',
    'C',
  ];
  await run(initdb, options, identity).catch((error: { stderr?: string }) => {
    throw new Failure(
      'unavailable',
      `the embedded PostgreSQL cannot be created in ${data}: ${error.stderr ?? String(error)}`,
      {
        remedy: 'make sure the disk has 200 MB free and the folder can be written, or set DATABASE_URL',
      },
    );
  });
  await rm(passwordFile, { force: true });
  await writeFile(file, JSON.stringify(access), { mode: 0o600 });
  return access;
}

const identity = asRoot ? { uid: unprivileged, gid: unprivileged, cwd: '/' } : {};

/** Detached: the server outlives a process that is killed, and the next one takes it over. */
async function launch(postgres: string, data: string, port: number, logFile: string, url: string): Promise<void> {
  const log = openSync(logFile, 'a');
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    shared_buffers: '128MB',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(postgres, ['-D', data, ...flags], { ...identity, detached: true, stdio: ['ignore', log, log] });
  server.unref();
  await answering(url, logFile, server);
}

const patienceMs = 20_000;

async function answering(url: string, logFile: string, server: ChildProcess | null): Promise<void> {
  const until = Date.now() + patienceMs;
  while (Date.now() < until) {
    const failure = await tryConnect(url);
    if (failure === null) return;
    if (server?.exitCode !== null && server?.exitCode !== undefined) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const tail = (await readFile(logFile, 'utf8').catch(() => '')).trim().split('\n').slice(-5).join('\n');
  throw new Failure('unavailable', `the embedded PostgreSQL did not start:\n${tail}`, {
    remedy: 'free its port or its disk; `npm start -- --reset` begins with an empty one',
  });
}

async function tryConnect(url: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return null;
  } catch (error) {
    return error;
  }
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
  if (rowCount === 0) await client.query(`create database ${database}`);
  await client.end();
}

/** The server's process, where one is alive on this data; a pid file left by a crash counts for nothing. */
async function livePid(data: string): Promise<number | null> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(text.split('\n')[0]);
  if (!pid) return null;
  try {
    process.kill(pid, 0);
    return pid;
  } catch {
    return null;
  }
}

async function stop(data: string): Promise<void> {
  const pid = await livePid(data);
  if (pid === null) return;
  process.kill(pid, 'SIGINT');
  const until = Date.now() + patienceMs;
  while ((await livePid(data)) !== null && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 50));
}

/** A port nobody uses now; kept with the cluster. */
const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
