import { cpSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

const root = join(__dirname, '../..');
const leftOut = new Set(['node_modules', 'dist', '.git', '.throughline']);

/** A folder with a copy of the code, to be changed and thrown away. */
export function copyOfCode(what: string): string {
  const folder = mkdtempSync(join(tmpdir(), `throughline-${what}-`));
  cpSync(root, folder, { recursive: true, filter: (from) => !leftOut.has(relative(root, from).split('/')[0]!) });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}
