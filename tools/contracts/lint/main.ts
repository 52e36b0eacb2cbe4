import { readFileSync } from 'node:fs';
import { excuse } from '#governance';
import { type ContractFile, contractFiles } from '../../../apps/process-governance/src/registry/contract-files.js';
import { exemptionsIn } from '../../../apps/process-governance/src/registry/exemption-files.js';
import { lint } from './lint.js';

const contractsDir = 'openapi';

interface Linted {
  /** File as people find it. */
  file: string;
  contract: string;
  text: string;
}

/** `npm run contracts:lint [file…]`: holds the files, or all of openapi/, to our rules; ends with 1 where one is broken. */
async function main(named: string[]): Promise<number> {
  const files = named.length > 0 ? named.map(fileNamed) : published();
  const found = (await Promise.all(files.map(findingsOf))).flat();
  const exemptions = exemptionsIn(contractsDir);
  const { left, idle } = excuse(found, exemptions.valid);
  const lines = [
    ...left.map(({ file, line, column, rule, message, at }) => `${file}:${line}:${column} ${rule}: ${message} (${at})`),
    ...exemptions.problems.map(({ file, field, message }) => `${contractsDir}/${file}: ${field} ${message}`),
    ...(named.length > 0
      ? []
      : idle.map(({ file, rule, at }) => `${contractsDir}/${file}: ${rule} at ${at} excuses nothing; remove the file`)),
  ];
  const places = exemptions.valid.filter(({ at }) => at !== null);
  const end = `${files.length} contracts keep the rules, ${places.length} places by exemption`;
  process.stdout.write(`${[...lines, lines.length === 0 ? end : `${lines.length} to be settled`].join('\n')}\n`);
  return lines.length === 0 ? 0 : 1;
}

const published = (): Linted[] =>
  contractFiles(contractsDir)
    .filter(({ kind }) => kind === 'openapi')
    .map(({ contract, text }: ContractFile) => ({ file: `${contractsDir}/${contract}.yaml`, contract, text }));

const fileNamed = (file: string): Linted => ({
  file,
  contract: file.replace(/^(\.\/)?openapi\//, '').replace(/\.yaml$/, ''),
  text: readFileSync(file, 'utf8'),
});

async function findingsOf({ file, contract, text }: Linted) {
  return (await lint(text, file)).map((one) => ({ ...one, file, contract }));
}

process.exitCode = await main(process.argv.slice(2));
