import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  diff,
  type Finding,
  isAllowed,
  judgeProposal,
  markdown,
  readDocument,
  type Report,
  sarif,
  Unreadable,
} from '#governance';
import { contractFiles, type ContractFile } from '../../apps/process-governance/src/registry/contract-files.js';
import { exemptionsIn } from '../../apps/process-governance/src/registry/exemption-files.js';

const usage = `npm run contracts:check -- --base <git ref or folder> [--format text|json|markdown|sarif]
holds every contract in openapi/ against the one in the base; ends with 0 allowed, 1 refused, 2 not readable`;

const contractsDir = 'openapi';

interface Checked {
  contract: string;
  base: string | null;
  version: string;
  allowed: boolean;
  objections: { rule: string; message: string; remedy: string; exemption: string | null }[];
  findings: Finding[];
}

const pathOf = (contract: string): string => `${contractsDir}/${contract.replace('events/catalogue/', 'events/')}.yaml`;

/** The text of a contract in the base; null where it is not there. */
function baseText(base: string, contract: string): string | null {
  const path = pathOf(contract);
  if (existsSync(base) && statSync(base).isDirectory()) {
    const found = [join(base, path), join(base, path.replace(`${contractsDir}/`, ''))].find(existsSync);
    return found === undefined ? null : readFileSync(found, 'utf8');
  }
  const listed = git('ls-tree', '--name-only', base, path);
  return listed.trim() === '' ? null : git('show', `${base}:${path}`);
}

const git = (...args: string[]): string =>
  execFileSync('git', args, { encoding: 'utf8', maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'pipe'] });

const versionOf = (document: unknown): string =>
  String(((document as { info?: { version?: unknown } }).info ?? {}).version ?? '');

function check(base: string, { contract, text }: ContractFile, all: ContractFile[]): Checked {
  const before = baseText(base, contract);
  const revision = readDocument(text, contract).value;
  const old = before === null ? null : readDocument(before, `${contract} in ${base}`).value;
  const findings = old === null ? [] : diff(old, revision);
  const api = contract.replace(/\d+$/, '');
  const proposal = {
    contract,
    version: versionOf(revision),
    base: old === null ? null : versionOf(old),
    changed: before !== null && before !== text,
    findings,
    majors: all.filter((one) => one.contract.startsWith(api)).map((one) => Number(one.contract.slice(api.length))),
  };
  const { objections } = judgeProposal(proposal, exemptions.valid);
  return {
    contract,
    base: proposal.base,
    version: proposal.version,
    allowed: isAllowed(objections),
    objections,
    findings,
  };
}

function told({ contract, base, version, allowed, objections, findings }: Checked): string[] {
  const verdict = allowed ? 'allowed' : 'refused';
  return [
    `${verdict}  ${contract}  ${base ?? 'new'} → ${version}`,
    ...objections.map(({ rule, message, remedy, exemption }) =>
      exemption === null ? `  ${rule}: ${message}\n    → ${remedy}` : `  ${rule}: exempted by ${exemption}`,
    ),
    ...hurtful(findings),
  ];
}

const reportOf = ({ contract, base, version, allowed, objections, findings }: Checked): Report => ({
  base: `${contract} ${base ?? 'new'}`,
  revision: version,
  findings,
  verdict: { allowed, objections },
});

/** One log with a run for each contract; what is found is located in the contract's file. */
function sarifOf(checked: Checked[]): string {
  const logs = checked.map((one) => {
    const file = pathOf(one.contract);
    return JSON.parse(sarif({ ...reportOf(one), base: file, revision: file })) as { runs: unknown[] };
  });
  return JSON.stringify({ ...logs[0], runs: logs.flatMap(({ runs }) => runs) }, null, 1);
}

/** What hurts, each sentence once: a change of what operations share is one change to its reader. */
function hurtful(findings: Finding[]): string[] {
  const places = new Map<string, string[]>();
  for (const { level, operation, message } of findings) {
    if (level !== 'breaking' && level !== 'dangerous') continue;
    const where = operation ? `${operation.method} ${operation.path}` : 'everywhere';
    const line = `  ${level}  ${message}`;
    places.set(line, [...new Set([...(places.get(line) ?? []), where])]);
  }
  return [...places].map(
    ([line, [first, ...more]]) => `${line} (${first}${more.length > 0 ? ` and ${more.length} more` : ''})`,
  );
}

const { values } = parseArgs({ options: { base: { type: 'string' }, format: { type: 'string', default: 'text' } } });
const exemptions = exemptionsIn(contractsDir);
const print = (line: string): void => void process.stdout.write(`${line}\n`);

if (!values.base || !['text', 'json', 'markdown', 'sarif'].includes(values.format)) {
  process.stderr.write(`${usage}\n`);
  process.exitCode = 2;
} else {
  try {
    const files = contractFiles(contractsDir);
    const checked = files.map((file) => check(values.base!, file, files));
    const problems = exemptions.problems.map(({ file, field, message }) => `${file}: ${field} ${message}`);
    const changed = checked.filter(({ base, version, findings }) => base !== version || findings.length > 0);
    const formats: Record<string, () => string[]> = {
      text: () => [...changed.flatMap(told), ...problems],
      json: () => [JSON.stringify({ checked, problems }, null, 2)],
      markdown: () => [...changed.map((one) => markdown(reportOf(one))), ...problems],
      sarif: () => [sarifOf(checked)],
    };
    formats[values.format]!().forEach(print);
    const isFine = problems.length === 0 && checked.every(({ allowed }) => allowed);
    if (values.format === 'text')
      print(`${checked.length} contracts held against ${values.base}: ${isFine ? 'allowed' : 'refused'}`);
    process.exitCode = isFine ? 0 : 1;
  } catch (error) {
    if (!(error instanceof Unreadable) && !('stderr' in (error as object))) throw error;
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 2;
  }
}
