import { parseArgs } from 'node:util';
import { changelog, diff } from '#governance';
import { type Outcome, outcomeOf } from './outcome.js';
import { type Contract, type Contracts, contractsAt, contractsDir, infoOf, type RegistryOf } from './sources.js';

const usage = `usage: npm run contracts:changelog -- BASE [REVISION]
tells consumers what changed, as Markdown; each is a git ref, a folder or registry (what is published), or one contract as a
file, <git ref>:<path> or registry:<api>[@<version>]; REVISION is ${contractsDir}/ where it is left out`;

/** What changed between two states of our contracts, or two versions of one, for those who call them. */
export function changelogBetween(args: readonly string[], registry: RegistryOf): Promise<Outcome> {
  return outcomeOf(usage, async () => {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
    const [base, revision = contractsDir] = positionals;
    if (base === undefined || positionals.length > 2) return null;
    const [before, after] = await Promise.all([contractsAt(base, registry), contractsAt(revision, registry)]);
    return { text: changelog(pairs(before, after).map(edition)), errors: '', code: 0 };
  });
}

type Pair = readonly [contract: string, before: Contract | undefined, after: Contract | undefined];

/** Two contracts that were named are compared whatever they are called; one that was named is the only one. */
function pairs(before: Contracts, after: Contracts): Pair[] {
  const [[was], [is]] = [[...before.contracts], [...after.contracts]];
  if (before.single && after.single) return [[is![0], was![1], is![1]]];
  const names = before.single
    ? [was![0]]
    : after.single
      ? [is![0]]
      : [...before.contracts.keys(), ...after.contracts.keys()];
  return [...new Set(names)].sort().map((name) => [name, before.contracts.get(name), after.contracts.get(name)]);
}

function edition([contract, before, after]: Pair) {
  const same = before?.text === after?.text;
  const [was, is] = [before?.value(), after?.value()];
  return {
    contract,
    title: infoOf(is ?? was).title,
    base: was === undefined ? null : infoOf(was).version,
    revision: is === undefined ? null : infoOf(is).version,
    findings: same || was === undefined || is === undefined ? [] : diff(was, is),
  };
}
