import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { GovernanceBench, thingsApi } from '../../apps/process-governance/src/governance.fixture.js';
import { changelogBetween } from './changelog.js';
import { check } from './check.js';
import { difference } from './difference.js';

const contract = 'process/things/v1';
const home = process.cwd();
let bench: GovernanceBench;
let folder: string;

const registry = () => Promise.resolve(bench.client());
const put = (document: object): void =>
  writeFileSync(join(folder, 'openapi/process/things/v1.yaml'), stringify(document));

/** Things 1.0.0 is published, 1.0.1 after it, and 1.1.0 waits; two majors of gadgets are published. */
beforeAll(async () => {
  const gadgets = {
    'process/gadgets/v1.yaml': thingsApi(),
    'process/gadgets/v2.yaml': thingsApi({ version: '2.0.0' }),
  };
  bench = await GovernanceBench.open({ 'process/things/v1.yaml': thingsApi(), ...gadgets });
  const submitted = await bench.submit('ann', contract, thingsApi({ version: '1.0.1', description: 'All things' }));
  const approvals = `/v1/contract-versions/${submitted.body.id}/approvals`;
  expect((await bench.write('ben', 'post', approvals, { reason: 'harmless' })).status).toBe(200);
  const wider = thingsApi({ version: '1.1.0', description: 'All things', fields: ['name', 'size', 'weight'] });
  expect((await bench.submit('ann', contract, wider)).status).toBe(201);
  folder = mkdtempSync(join(tmpdir(), 'contracts-registry-'));
  cpSync(bench.contractsDir, join(folder, 'openapi'), { recursive: true });
  process.chdir(folder);
});
afterAll(async () => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
  await bench.close();
});

describe('the registry as a base', () => {
  it('holds every contract against the newest version that is published', async () => {
    put(thingsApi({ version: '1.1.0', description: 'All things', fields: ['name', 'size', 'colour'] }));
    expect(await check(['--base', 'registry'], registry)).toMatchObject({
      code: 0,
      text: expect.stringContaining(`allowed  ${contract}  1.0.1 → 1.1.0\n4 contracts held against registry: allowed`),
    });
    put(thingsApi({ version: '1.1.0', fields: ['name'] }));
    expect(await check(['--base', 'registry'], registry)).toMatchObject({
      code: 1,
      text: expect.stringContaining(`refused  ${contract}  1.0.1 → 1.1.0\n  breaking-change: `),
    });
  });

  it('holds one contract against the version that was named, byte for byte', async () => {
    put(thingsApi());
    expect(await check(['--base', 'registry:things@1.0.0'], registry)).toEqual({
      code: 0,
      errors: '',
      text: '1 contracts held against registry:things@1.0.0: allowed\n',
    });
  });

  it('gives two versions to diff and changelog, a design that waits included', async () => {
    const versions = ['registry:things@1.0.1', 'registry:things@1.1.0'];
    expect(await difference(versions, registry)).toMatchObject({
      code: 0,
      text: expect.stringContaining('response-required-property-added'),
    });
    expect((await changelogBetween(versions, registry)).text).toMatch(
      /^## Things \(process\/things\/v1\) 1\.0\.1 → 1\.1\.0\n\n### Added and relaxed\n/,
    );
    const toNewest = await changelogBetween(['registry:things@1.0.0', 'registry:process/things/v1'], registry);
    expect(toNewest.text).toContain('1.0.0 → 1.0.1');
  });

  it.each([
    ['another version', 'registry:things@7.0.0', 'is not registered; there is process/things/v1 1.1.0,'],
    ['another API', 'registry:nothing', 'registry:nothing: is not registered'],
    ['an API of several majors', 'registry:gadgets', 'could be process/gadgets/v1 or process/gadgets/v2'],
  ])('ends with 2 for %s', async (_what, base, why) => {
    const { code, errors } = await check(['--base', base], registry);
    expect([code, errors]).toEqual([2, expect.stringContaining(why)]);
  });

  it('ends with 2 where nobody answers', async () => {
    const { code, errors } = await check(['--base', 'registry'], () =>
      Promise.resolve(bench.client('http://127.0.0.1:1')),
    );
    expect([code, errors]).toEqual([2, 'http://127.0.0.1:1 cannot be reached\n']);
  });
});
