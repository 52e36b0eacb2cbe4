import { parseArgs } from 'node:util';
import {
  diff,
  type Exemption,
  isAllowed,
  judgeEndings,
  judgeProposal,
  judgeRetirement,
  together,
  Unreadable,
} from '#governance';
import { today as todayIn } from '#kernel';
import { exemptionsIn } from '../../apps/process-governance/src/registry/exemption-files.js';
import { type CallingIn, callingIn } from './calling.js';
import { type Checked, formats, type Judged } from './check-report.js';
import { type Outcome, outcomeOf } from './outcome.js';
import { type Contract, type Contracts, contractsAt, contractsDir, infoOf, type RegistryOf } from './sources.js';

const usage = `usage: npm run contracts:check -- --base BASE [--deprecations FILE] [--format ${Object.keys(formats).join('|')}]
holds every contract in openapi/ against the one in the base: a git ref, a folder, or registry (what is published); or one of
them against registry:<api>[@<version>] or <git ref>:<path>; ends with 0 allowed, 1 refused, 2 not readable
who still calls what a change ends is in the file: npm run --silent contracts:publish -- --deprecations`;

/** What a change is judged by beside the documents. */
interface Facts {
  today: string;
  exemptions: Exemption[];
  /** Null where nobody has asked. */
  calling: CallingIn | null;
}

/** Holds the contracts of the working folder against a base, by meaning and by the policy. */
export function check(args: readonly string[], registry: RegistryOf): Promise<Outcome> {
  return outcomeOf(usage, async () => {
    const text = { type: 'string' } as const;
    const options = { base: text, deprecations: text, format: { type: 'string', default: 'text' } } as const;
    const { values } = parseArgs({ args: [...args], options });
    const format = Object.hasOwn(formats, values.format) ? formats[values.format] : undefined;
    if (!values.base || !format) return null;
    const [base, ours] = await Promise.all([contractsAt(values.base, registry), contractsAt(contractsDir, registry)]);
    const calling = values.deprecations === undefined ? null : callingIn(values.deprecations);
    const judged = judge({ name: values.base, ...base }, ours, calling);
    return { text: format(judged), errors: '', code: judged.allowed ? 0 : 1 };
  });
}

function judge(base: Contracts & { name: string }, ours: Contracts, calling: CallingIn | null): Judged {
  const today = todayIn(new Date(), 'UTC');
  const { valid, problems } = exemptionsIn(contractsDir, today);
  const facts: Facts = { today, exemptions: valid, calling };
  const names = base.single ? [...base.contracts.keys()] : [...base.contracts.keys(), ...ours.contracts.keys()];
  const checked = [...new Set(names)].sort().map((contract) => {
    const [before, after] = [base.contracts.get(contract), ours.contracts.get(contract)];
    if (after) return judgeContract(contract, before, after, [...ours.contracts.keys()], facts);
    if (base.single) throw new Unreadable(base.name, [{ message: `is ${contract}, which ${contractsDir}/ has not` }]);
    return judgeRemoval(contract, before!, facts);
  });
  return {
    base: base.name,
    checked,
    problems: problems.map(({ file, field, message }) => `${file}: ${field} ${message}`),
    allowed: problems.length === 0 && checked.every(({ allowed }) => allowed),
  };
}

function judgeContract(
  contract: string,
  before: Contract | undefined,
  after: Contract,
  all: readonly string[],
  { today, exemptions, calling }: Facts,
): Checked {
  const changed = before !== undefined && before.text !== after.text;
  const revision = after.value();
  const old = changed ? before.value() : revision;
  const findings = changed ? diff(old, revision) : [];
  const api = contract.replace(/\d+$/, '');
  const versions = { base: before === undefined ? null : infoOf(old).version, version: infoOf(revision).version };
  const majors = all.filter((one) => one.startsWith(api)).map((one) => Number(one.slice(api.length)));
  const step = {
    contract,
    before: before === undefined ? null : old,
    after: revision,
    today,
    calling: calling && (calling.get(contract) ?? new Map()),
  };
  const { allowed, objections } = together(
    judgeProposal({ contract, ...versions, changed, findings, majors }, exemptions).objections,
    judgeEndings(step, exemptions),
  );
  return { contract, ...versions, allowed, objections, findings };
}

/** A contract that is no longer there has ended, and must have been allowed to. */
function judgeRemoval(contract: string, before: Contract, { today, exemptions }: Facts): Checked {
  const { version, sunset } = infoOf(before.value());
  const objections = judgeRetirement({ contract, subject: contract, sunset, today, calling: [] }, exemptions);
  return { contract, base: version, version: null, allowed: isAllowed(objections), objections, findings: [] };
}
