import { readFileSync } from 'node:fs';
import { dirname, extname, resolve } from 'node:path';
import { Unreadable, bundle } from '#governance';

/** A contract from a file, together with the YAML and JSON files it refers to. Unreadable. */
export function load(file: string): unknown {
  return bundle(file, read, (from, to) => resolve(dirname(from), to)).value;
}

function read(file: string): string {
  if (!['.yaml', '.yml', '.json'].includes(extname(file)))
    throw new Unreadable(file, [{ message: 'is neither YAML nor JSON' }]);
  try {
    return readFileSync(file, 'utf8');
  } catch (thrown) {
    throw new Unreadable(file, [{ message: thrown instanceof Error ? thrown.message : String(thrown) }]);
  }
}
