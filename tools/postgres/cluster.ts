import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Failure } from '#kernel';
import { asRoot, type Place, runAs, unprivileged } from './place.js';
import { remedyFor } from './remedy.js';

/** How a cluster is reached: kept beside its data. */
export interface Access {
  port: number;
  password: string;
}

export const superuser = 'throughline';

const run = promisify(execFile);

/** The access to a cluster, which is made first where there is none. */
export async function openCluster(place: Place, initdb: string, log: (line: string) => void): Promise<Access> {
  if (existsSync(place.data)) return readAccess(place);
  log('creating an embedded PostgreSQL');
  const access = { port: await freePort(), password: randomBytes(18).toString('base64url') };
  await keepAccess(place, access);
  await createData(place, initdb, access.password);
  return access;
}

export async function readAccess(place: Place): Promise<Access> {
  try {
    return JSON.parse(await readFile(place.access, 'utf8')) as Access;
  } catch (cause) {
    throw new Failure('unavailable', `there is a database in ${place.data}, but its password is lost`, {
      remedy: `put ${place.access} back, or begin with an empty database: npm start -- --reset`,
      cause,
    });
  }
}

const keepAccess = (place: Place, access: Access): Promise<void> =>
  writeFile(place.access, JSON.stringify(access), { mode: 0o600 });

/** Another port for a cluster whose own was taken by somebody else while it was down. */
export async function changePort(place: Place, access: Access): Promise<Access> {
  const moved = { ...access, port: await freePort() };
  await keepAccess(place, moved);
  return moved;
}

/** Made aside and renamed: a data folder is never half made, and never made over. */
async function createData(place: Place, initdb: string, password: string): Promise<void> {
  const fresh = `${place.data}.new`;
  const passwordFile = join(place.home, 'initial-password');
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (asRoot) for (const path of [fresh, passwordFile]) await chown(path, unprivileged, unprivileged);
  try {
    await run(initdb, initialisation(fresh, passwordFile), runAs);
    await rename(fresh, place.data);
  } catch (error) {
    throw refusal(place, error as Error & { stderr?: string });
  } finally {
    await rm(passwordFile, { force: true });
  }
}

const initialisation = (data: string, passwordFile: string): string[] => [
  `--pgdata=${data}`,
  `--username=${superuser}`,
  `--pwfile=${passwordFile}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale=C',
  // The built-in provider sorts and folds case alike on every platform, whatever locales are installed there.
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
];

function refusal(place: Place, error: Error & { stderr?: string }): Failure {
  const reason = error.stderr?.trim() || error.message;
  return new Failure('unavailable', `the embedded PostgreSQL cannot be created in ${place.home}: ${reason}`, {
    remedy: remedyFor(reason),
    cause: error,
  });
}

/** A port nobody uses now. */
const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
