import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const forbidden: [what: string, text: string, rule: string][] = [
  ['the clock', 'export const at = () => new Date();', 'no-restricted-globals'],
  ['chance', 'export const at = () => Math.random();', 'no-restricted-properties'],
  ['the network', "export const at = () => fetch('x');", 'no-restricted-globals'],
  ['the environment', 'export const at = () => process.env.X;', 'no-restricted-globals'],
  ['a timer', 'export const at = () => setTimeout(() => 1, 1);', 'no-restricted-globals'],
  ['the disk', "import { readFileSync } from 'node:fs';\nexport const at = readFileSync;", 'no-restricted-imports'],
];

const house = mkdtempSync(join(tmpdir(), 'throughline-lint-'));
let complaints: string[];

beforeAll(() => {
  cpSync(resolve('.oxlintrc.json'), join(house, '.oxlintrc.json'));
  symlinkSync(resolve('node_modules'), join(house, 'node_modules'));
  const src = join(house, 'apps/process-a/src');
  mkdirSync(src, { recursive: true });
  forbidden.forEach(([, text], at) => {
    writeFileSync(join(src, `do-${at}.workflow.ts`), text);
    writeFileSync(join(src, `do-${at}.ts`), text);
  });
  const oxlint = resolve('node_modules/oxlint/bin/oxlint');
  const { stdout } = spawnSync(process.execPath, [oxlint, '-f', 'unix', 'apps'], {
    cwd: house,
    encoding: 'utf8',
    timeout: 20_000,
  });
  complaints = stdout.split('\n');
});

afterAll(() => rmSync(house, { recursive: true, force: true }));

const complaintsOn = (file: string): string => complaints.filter((line) => line.includes(`/${file}:`)).join('\n');

describe('a workflow body, which is replayed,', () => {
  it.each(forbidden)('may not use %s', (what, _text, rule) => {
    const at = forbidden.findIndex(([name]) => name === what);
    expect(complaintsOn(`do-${at}.workflow.ts`)).toContain(rule);
    expect(complaintsOn(`do-${at}.ts`)).not.toContain(rule);
  });
});
