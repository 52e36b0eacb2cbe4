import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { excuse, readExemptions } from './exemptions.js';
import { lint } from './lint.js';

const exemptionsFile = 'openapi/lint-exemptions.yaml';

/** `npm run contracts:lint [file…]`: holds the files, or all of openapi/, to our rules; ends with 1 where one is broken. */
async function main(named: string[]): Promise<number> {
  const files = named.length > 0 ? named : published();
  const found = (await Promise.all(files.map(findingsOf))).flat();
  const exemptions = existsSync(exemptionsFile)
    ? readExemptions(readFileSync(exemptionsFile, 'utf8'), exemptionsFile)
    : [];
  const today = new Date().toISOString().slice(0, 10);
  const { left, over, idle } = excuse(found, exemptions, today);
  const lines = [
    ...left.map(({ file, line, column, rule, message, at }) => `${file}:${line}:${column} ${rule}: ${message} (${at})`),
    ...over.map(
      ({ rule, at, owner, until }) => `${exemptionsFile}: ${rule} at ${at} was granted until ${until}; ask ${owner}`,
    ),
    ...(named.length > 0
      ? []
      : idle.map(({ rule, at }) => `${exemptionsFile}: ${rule} at ${at} excuses nothing; remove it`)),
  ];
  const end = `${files.length} contracts keep the rules, ${exemptions.length} places by exemption`;
  process.stdout.write(`${[...lines, lines.length === 0 ? end : `${lines.length} to be settled`].join('\n')}\n`);
  return lines.length === 0 ? 0 : 1;
}

const published = (): string[] =>
  readdirSync('openapi', { recursive: true, encoding: 'utf8' })
    .filter((name) => /v\d+\.yaml$/.test(name) && !name.startsWith('events'))
    .map((name) => join('openapi', name))
    .sort();

async function findingsOf(file: string) {
  const found = await lint(readFileSync(file, 'utf8'), file);
  return found.map((one) => ({ ...one, file, at: `${file}${one.at}` }));
}

process.exitCode = await main(process.argv.slice(2));
