import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { Failure } from '#kernel';
import { newFiles } from './new-files.js';
import { registrations } from './registrations.js';
import type { NewSystem } from './request.js';

/** Makes a system app and registers it everywhere, or changes nothing; answers what was written. */
export async function make(root: string, system: NewSystem): Promise<string[]> {
  const files = newFiles(system);
  const inTheWay = [...files.keys()].filter((file) => existsSync(join(root, file)));
  if (inTheWay.length > 0) {
    const fields = inTheWay.map((field) => ({ field, message: 'is there already' }));
    throw new Failure('rejected', 'no system app was made', { code: 'in-the-way', remedy: 'move them away', fields });
  }
  for (const { file, add } of registrations)
    files.set(
      file,
      added(root, file, (text) => add(text, system)),
    );
  for (const [file, text] of files) files.set(file, await formatted(root, file, text));
  writeAll(root, files);
  return [...files.keys()];
}

function added(root: string, file: string, add: (text: string) => string): string {
  try {
    return add(readFileSync(join(root, file), 'utf8'));
  } catch (error) {
    throw new Failure('rejected', `no system app was made: it cannot be put into ${file}`, {
      remedy: 'register it by hand as docs/integrator.md says, or mend tools/scaffold/registrations.ts',
      fields: [{ field: file, message: Failure.from(error).message }],
      cause: error,
    });
  }
}

async function formatted(root: string, file: string, text: string): Promise<string> {
  const filepath = join(root, file);
  return format(text, { ...(await resolveConfig(filepath)), filepath });
}

/** All of them, or none: what was there comes back. */
function writeAll(root: string, files: Map<string, string>): void {
  const undo: (() => void)[] = [];
  try {
    for (const [file, text] of files) {
      const path = join(root, file);
      undo.push(restoring(path));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
  } catch (error) {
    for (const step of undo.toReversed()) step();
    throw error;
  }
}

/** How to make a path what it is now, folders included. */
function restoring(path: string): () => void {
  if (existsSync(path)) {
    const before = readFileSync(path);
    return () => writeFileSync(path, before);
  }
  let made = path;
  while (!existsSync(dirname(made))) made = dirname(made);
  return () => rmSync(made, { recursive: true, force: true });
}
