import { execFile } from 'node:child_process';
import { mkdir, rmdir, statfs } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const tries = 20;

/** A disk of its own, in memory, that can be full. */
export interface SmallDisk {
  /** From now on no file on it grows. */
  fill: () => Promise<void>;
  empty: () => Promise<void>;
  close: () => Promise<void>;
}

/** Mounts one at this folder; null where this user or this system may not. */
export async function mountSmallDisk(folder: string): Promise<SmallDisk | null> {
  await mkdir(folder, { recursive: true });
  const mounted = await run('mount', ['-t', 'tmpfs', '-o', 'mode=755', 'chaos', folder]).then(
    () => true,
    () => false,
  );
  if (!mounted) return null;
  return {
    fill: () => shrink(folder),
    empty: () => resize(folder, '50%'),
    close: async () => {
      // Lazily: whoever still dies with a file of it open is no reason to leave it mounted.
      await run('umount', ['-l', folder]);
      await rmdir(folder).catch(() => undefined);
    },
  };
}

const resize = (folder: string, size: string): Promise<void> =>
  run('mount', ['-o', `remount,size=${size}`, folder]).then(() => undefined);

/** To what is used, which may have grown since it was asked. */
async function shrink(folder: string): Promise<void> {
  for (let left = tries; ; left -= 1) {
    const { blocks, bfree, bsize } = await statfs(folder);
    try {
      return await resize(folder, String((blocks - bfree) * bsize));
    } catch (error) {
      if (left === 0) throw error;
      await pause(10);
    }
  }
}
