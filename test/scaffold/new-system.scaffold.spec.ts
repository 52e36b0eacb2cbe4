import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyOfCode } from '../planted/copy.js';

const longestMs = 300_000;
let folder = '';

function run(command: string, ...args: string[]): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8', timeout: longestMs });
  return { status, said: stdout + stderr };
}

const git = (...args: string[]) =>
  run('git', '-c', 'user.name=test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false', ...args);
const changed = (): string[] =>
  git('status', '--porcelain', '-uall')
    .said.split('\n')
    .filter(Boolean)
    .map((line) => line.slice(3));
const newSystem = (...args: string[]) => run('node', 'dist/tools/scaffold/main.js', ...args);
const passes = (script: string): void => {
  const { status, said } = run('npm', 'run', '--silent', script);
  expect([script, status === 0 ? 'passes' : said.slice(-4_000)]).toEqual([script, 'passes']);
};

beforeAll(() => {
  folder = copyOfCode('scaffold');
  git('init', '--quiet');
  git('add', '--all');
  expect(git('commit', '--quiet', '--message', 'as it is').status).toBe(0);
  passes('build');
}, longestMs);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('npm run new:system', () => {
  it.each([
    [['float', 'scheduling'], 'platform: "float" is there already'],
    [['Acme', 'scheduling'], 'platform: "Acme" is no identifier'],
    [['class', 'scheduling'], 'platform: "class" is no identifier'],
    [['../acme', 'scheduling'], 'platform: "../acme" is no identifier'],
    [['billing', 'scheduling'], 'platform: "billing" means something else in tools/estate/apps.ts'],
    [['acme', 'logistics'], 'domain: "logistics" is none: use one of crm, hr, identity, erp, psa, scheduling, payroll'],
    [['acme', 'scheduling', 'psa'], 'psa: is too much'],
    [[], 'platform: is missing'],
  ])('refuses %j and changes nothing', (args, why) => {
    const { status, said } = newSystem(...args);
    expect([status, said]).toEqual([2, expect.stringContaining(why)]);
    expect(said).toContain('npm run new:system -- <platform> <domain>');
    expect(changed()).toEqual([]);
  });

  it('says everything that is wrong at once', () => {
    const { said } = newSystem('Float', 'logistics');
    expect(said).toContain('platform: ');
    expect(said).toContain('domain: ');
  });

  it('leaves nothing half where a place is not what it was, and names it', () => {
    const file = join(folder, 'nest-cli.json');
    const before = readFileSync(file);
    writeFileSync(file, '{');
    const { status, said } = newSystem('acme', 'scheduling');
    expect([status, said]).toEqual([2, expect.stringContaining('nest-cli.json')]);
    writeFileSync(file, before);
    expect(changed()).toEqual([]);
  });

  it('takes back what it wrote where the next file cannot be written', () => {
    const inTheWay = join(folder, 'apps/system-acme');
    // The last of the new files: what it is linked to is not there, so writing it fails.
    run('ln', '-s', 'nowhere/at/all', 'test/conformance/acme.integration.spec.ts');
    const { status } = newSystem('acme', 'scheduling');
    expect(status).toBe(2);
    expect(existsSync(inTheWay)).toBe(false);
    run('rm', 'test/conformance/acme.integration.spec.ts');
    expect(changed()).toEqual([]);
  });
});

describe('what npm run new:system makes', () => {
  beforeAll(() => {
    for (const [platform, domain] of [
      ['acme', 'scheduling'],
      ['bolt', 'crm'],
      ['crest', 'payroll'],
    ]) {
      const { status, said } = run('npm', 'run', '--silent', 'new:system', '--', platform!, domain!);
      expect([status, said]).toEqual([0, expect.stringContaining(`system-${platform} is there`)]);
    }
  }, longestMs);

  it(
    'passes every check',
    () => {
      expect(readdirSync(join(folder, 'apps/system-acme'))).toEqual(['README.md', 'src']);
      passes('contracts:print');
      expect(changed()).toEqual(expect.arrayContaining(['docs/platforms.md', 'docker/compose.yaml', 'README.md']));
      const { status, said } = run('npx', 'oxlint', '--type-aware', '--type-check');
      expect([status, status === 0 ? '' : said]).toEqual([0, '']);
      const formatted = run('npx', 'prettier', '--check', ...changed());
      expect([formatted.status, formatted.status === 0 ? '' : formatted.said]).toEqual([0, '']);
      for (const script of ['architecture', 'deadcode', 'docker:lint']) passes(script);
    },
    longestMs * 2,
  );

  it(
    'fails conformance by what is to be built and every promise to keep',
    () => {
      const jest = ['node_modules/jest/bin/jest.js', '--selectProjects', 'integration', '--runTestsByPath'];
      const { status, said } = run('node', ...jest, 'test/conformance/acme.integration.spec.ts');
      expect([status, said]).toEqual([1, expect.stringContaining('has still to get')]);
      for (const what of [
        'scheduling.getResource',
        'scheduling.putResource',
        'a simulated product',
        'asks for people on a project',
        'is made once for a key, however often it is asked for',
      ]) {
        expect(said).toContain(`✕ ${what}`);
      }
      expect(said).not.toMatch(/TypeError|✓/);
      const named = [...said.matchAll(/not built yet: see docs\/integrator\.md#([\w-]+)/g)].map(([, anchor]) => anchor);
      const guide = readFileSync(join(folder, 'docs/integrator.md'), 'utf8');
      const headings = [...guide.matchAll(/^#+ (.*)$/gm)].map(([, text]) =>
        text!
          .toLowerCase()
          .replaceAll(/[^\w -]/g, '')
          .replaceAll(' ', '-'),
      );
      expect(new Set(named).size).toBe(3);
      expect(headings).toEqual(expect.arrayContaining([...new Set(named)]));
    },
    longestMs,
  );
});
