import { appendFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** A role that is sold, and that the PSA knows by another name: a deal it is sold on stops when people are asked for. */
export const ghost = { code: 'GHOST', name: 'Ghost' };

/** The example firm with that role; answers the folder. */
export function haunted(home: string): string {
  const folder = join(home, 'firm');
  cpSync(resolve('examples/meridian-consulting'), folder, { recursive: true });
  appendFileSync(join(folder, 'roles.csv'), `${ghost.code},${ghost.name}\n`);
  const estate = join(folder, 'estate.yaml');
  const mappings = /^ {2}roleNames:\n/m;
  writeFileSync(
    estate,
    readFileSync(estate, 'utf8').replace(mappings, (line) => `${line}    ${ghost.code}: Nobody in Particular\n`),
  );
  return folder;
}
