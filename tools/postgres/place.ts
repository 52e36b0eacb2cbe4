import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, lstat, mkdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Failure } from '#kernel';

/** The files of one cluster. */
export interface Place {
  home: string;
  /** What PostgreSQL itself keeps; exists only once it is whole. */
  data: string;
  access: string;
  log: string;
}

/** PostgreSQL refuses to run as root; `nobody` is there already and needs no account made for it. */
export const unprivileged = 65_534;
export const asRoot = process.getuid?.() === 0;
/** Spawn options of PostgreSQL's programs: `nobody` may not be able to enter the folder we stand in. */
export const runAs = asRoot ? { uid: unprivileged, gid: unprivileged, cwd: '/' } : {};

const pointer = 'location';

/** Where the cluster of this folder is, or would be. */
export async function findPlace(dataDir: string): Promise<Place> {
  const folder = resolve(dataDir);
  const elsewhere = (await readFile(join(folder, pointer), 'utf8').catch(() => '')).trim();
  const home = asRoot ? elsewhere || publicPlace(folder) : folder;
  return { home, data: join(home, 'data'), access: join(home, 'access.json'), log: join(home, 'server.log') };
}

/** `nobody` cannot look into root's folders, so root's clusters live where everybody may pass. */
function publicPlace(folder: string): string {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 12);
  return join(existsSync('/var/tmp') ? '/var/tmp' : tmpdir(), `throughline-${name}`);
}

/** Makes the cluster's folder, and leaves word of it in `dataDir` where the two differ. */
export async function makePlace(dataDir: string): Promise<Place> {
  const place = await findPlace(dataDir);
  await writable(dataDir, async () => {
    await mkdir(resolve(dataDir), { recursive: true, mode: 0o700 });
    if (!asRoot) return;
    await mkdir(place.home, { recursive: true });
    await refuseStrangers(place.home);
    await chmod(place.home, 0o755);
    await writeFile(join(resolve(dataDir), pointer), `${place.home}\n`);
  });
  return place;
}

/** In a folder open to everybody, somebody else may have put their own programs where ours are expected. */
async function refuseStrangers(home: string): Promise<void> {
  const found = await lstat(home);
  if (found.isDirectory() && found.uid === 0) return;
  throw new Failure('forbidden', `${home} is not root's own folder`, { remedy: `see whose it is, and remove it` });
}

async function writable(folder: string, work: () => Promise<void>): Promise<void> {
  await work().catch((error: NodeJS.ErrnoException) => {
    if (!['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(error.code ?? '')) throw error;
    throw new Failure('unavailable', `the embedded PostgreSQL cannot write to ${folder}: ${error.message}`, {
      remedy: 'make that folder writable, or start a PostgreSQL of your own and set DATABASE_URL',
      cause: error,
    });
  });
}

/** Removes what `makePlace` and its users made, and nothing a person may have put beside it. */
export async function removePlace(dataDir: string, place: Place): Promise<void> {
  const ours = ['data', 'data.new', 'access.json', 'server.log', 'initial-password', 'pgsql'];
  for (const name of ours) await rm(join(place.home, name), { recursive: true, force: true });
  await rm(join(resolve(dataDir), pointer), { force: true });
  for (const folder of [place.home, resolve(dataDir)]) await rmdir(folder).catch(() => undefined);
}
