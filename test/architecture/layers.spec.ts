import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** Each line plants one import in a small house of our shape: where, what, and the rule that must catch it. */
const planted: [file: string, imported: string, rule: string][] = [
  ['libs/kernel/src/a.ts', '#contracts', 'layer libs/kernel'],
  ['libs/contracts/src/a.ts', '#platform', 'layer libs/contracts'],
  ['libs/platform/src/a.ts', '#connector', 'layer libs/platform'],
  ['libs/connector/src/a.ts', '#workflow', 'layer libs/connector'],
  ['libs/workflow/src/a.ts', '#connector', 'layer libs/workflow'],
  ['libs/workflow/src/b.ts', '../../contracts/src/generated/portalV1.js', 'libraries are entered by their index'],
  ['libs/events/src/a.ts', '#workflow', 'layer libs/events'],
  ['libs/newcomer/src/a.ts', '#kernel', 'unlisted'],
  ['libs/kernel/src/cycle.ts', './index.js', 'no cycles'],
  ['apps/system-b/src/a.ts', '#workflow', 'layer apps/system-*'],
  ['apps/system-b/src/b.ts', '../../system-a/src/connector.js', 'no app imports an app'],
  ['apps/process-a/src/a.ts', '#connector', 'layer apps/process-*'],
  ['apps/process-a/src/g.ts', '#governance', 'layer apps/process-*'],
  ['apps/process-governance/src/a.ts', '#connector', 'layer apps/process-governance'],
  ['apps/process-a/src/b.ts', 'typeorm', 'persistence in one place'],
  ['apps/process-a/src/c.ts', 'pg', 'persistence in one place'],
  ['apps/process-a/src/d.ts', '#testing', 'test tools in tests only'],
  ['apps/process-a/src/e.ts', 'supertest', 'runtime packages are dependencies'],
  ['apps/process-a/src/f.ts', 'a-package-nobody-has', 'no orphan imports'],
  ['apps/experience-api/src/a.ts', '#workflow', 'layer apps/experience-api'],
  ['apps/sandbox/src/a.ts', '#contracts', 'layer apps/sandbox'],
  ['apps/portal/src/a.ts', '#kernel', 'portal speaks to the experience API only'],
];

/** And what each layer is there to use. */
const proper: [file: string, ...imported: string[]][] = [
  ['libs/platform/src/proper.ts', '#kernel', '#contracts', 'typeorm'],
  ['apps/system-a/src/connector.ts', '#kernel', '#contracts', '#connector', '#platform'],
  ['apps/process-governance/src/proper.ts', '#governance', '#platform'],
  ['apps/process-a/src/proper.repository.ts', '#workflow', '#events', '#platform', 'typeorm'],
  ['apps/process-a/src/proper.spec.ts', '#testing', 'supertest'],
  ['apps/portal/src/proper.ts', '../../../libs/contracts/src/generated/portalV1.js'],
];

interface Violation {
  rule: { name: string };
  from: string;
}

const house = mkdtempSync(join(tmpdir(), 'throughline-layers-'));
let violations: Violation[];

beforeAll(() => {
  for (const file of ['.dependency-cruiser.mjs', 'tsconfig.json', 'package.json'])
    cpSync(resolve(file), join(house, file));
  symlinkSync(resolve('node_modules'), join(house, 'node_modules'));
  for (const lib of ['contracts', 'connector', 'workflow', 'events', 'platform', 'testing', 'governance'])
    put(`libs/${lib}/src/index.ts`);
  put('libs/kernel/src/index.ts', './cycle.js');
  put('libs/contracts/src/generated/portalV1.ts');
  for (const [file, ...imported] of proper) put(file, ...imported);
  for (const [file, imported] of planted) put(file, imported);
  const cruise = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const { stdout } = spawnSync(process.execPath, [cruise, '-T', 'json', 'apps', 'libs'], {
    cwd: house,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  ({ violations } = (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary);
});

afterAll(() => rmSync(house, { recursive: true, force: true }));

function put(path: string, ...imports: string[]): void {
  mkdirSync(dirname(join(house, path)), { recursive: true });
  const lines = imports.map((name, at) => `import * as _${at} from '${name}';\nexport const x${at} = _${at};`);
  writeFileSync(join(house, path), `${lines.join('\n')}\nexport const here = '${path}';\n`);
}

const brokenBy = (file: string): string[] =>
  violations.filter(({ from }) => from === file).map(({ rule }) => rule.name);

describe('the layers', () => {
  it.each(planted)('%s may not import %s', (file, _imported, rule) => {
    expect(brokenBy(file)).toContain(rule);
  });

  it.each(proper)('%s may import what is its own', (file) => {
    expect(brokenBy(file)).toEqual([]);
  });
});
