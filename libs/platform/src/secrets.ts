import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '#kernel';

/** Reads a secret kept as a file; the error names the file, never its content. */
export function readSecret(dir: string, name: string): string {
  if (!/^[\w.-]+$/.test(name)) throw new Failure('rejected', `"${name}" is not the name of a secret`);
  try {
    return readFileSync(join(dir, name), 'utf8').trim();
  } catch (error) {
    throw new Failure('rejected', `secret "${name}" cannot be read from ${dir}`, {
      code: 'missing-secret',
      remedy: `put the value into ${join(dir, name)} (mode 0600)`,
      cause: error,
    });
  }
}

/** The secret an estate refers to as `secret:<name>`. */
export const referredSecret = (dir: string, reference: string): string =>
  readSecret(dir, reference.replace(/^secret:/, ''));
