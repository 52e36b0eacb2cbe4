import type { ContractComparison, ContractEntryList } from '#contracts';
import { UsageRepository } from '#platform';
import { GovernanceBench, thingsApi } from '../governance.fixture.js';

const contract = 'process/things/v1';
let bench: GovernanceBench;
const ids: Record<string, string> = {};

beforeAll(async () => {
  bench = await GovernanceBench.open({ 'process/things/v1.yaml': thingsApi() });
  const expires = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  const exemption = { contract, rule: 'breaking-change', owner: 'pmo', reason: 'it was never filled', expires };
  bench.put('exemptions/things.yaml', exemption);
  const widened = thingsApi({ version: '1.1.0', fields: ['name', 'size', 'colour'] });
  ids['1.1.0'] = (await bench.submit('ann', contract, widened)).body.id as string;
  await bench.write('ben', 'post', `/v1/contract-versions/${ids['1.1.0']}/approvals`, { reason: 'asked for' });
  const narrowed = thingsApi({ version: '1.2.0', fields: ['name', 'colour'], description: 'Things, by name' });
  ids['1.2.0'] = (await bench.submit('ann', contract, narrowed)).body.id as string;
});
afterAll(() => bench.close());

const compared = async (version: string, base = ''): Promise<ContractComparison> =>
  (await bench.get(`/v1/contract-versions/${ids[version]}/comparison${base && `?base=${base}`}`))
    .body as ContractComparison;

describe('a version beside another', () => {
  it('shows what changed with both texts, the worst first', async () => {
    const { base, revision, changes } = await compared('1.2.0');
    expect([base.version, revision.version]).toEqual(['1.1.0', '1.2.0']);
    expect(changes.map(({ level }) => level)).toEqual(['breaking', 'documentation']);
    expect(changes[0]).toMatchObject({ operation: 'GET /v1/things', field: 'size', afterText: null });
    expect(changes[0]!.beforeText).toBe('size:\n  type: string');
    expect(changes[1]!.beforeText).toContain('summary: Every thing');
    expect(changes[1]!.afterText).toContain('summary: Things, by name');
  });

  it('names each change alike whenever it is asked, and no two alike', async () => {
    const [first, again] = [await compared('1.2.0'), await compared('1.2.0')];
    const names = first.changes.map(({ id }) => id);
    expect(again.changes.map(({ id }) => id)).toEqual(names);
    expect(new Set(names).size).toBe(names.length);
  });

  it('says what the policy holds against it, and which exemption lets it pass', async () => {
    const { verdict } = await compared('1.2.0');
    expect([verdict.allowed, verdict.required]).toEqual([true, 'major']);
    expect(verdict.objections.map(({ rule, exemption }) => [rule, exemption])).toEqual([
      ['breaking-change', 'exemptions/things.yaml'],
    ]);
  });

  it('names who is hurt, with the volume', async () => {
    const called = {
      consumer: 'report-tool',
      contract,
      version: '1.1.0',
      operation: 'GET /v1/things',
      lastUse: new Date(),
    };
    await new UsageRepository(bench.database).add([
      { ...called, side: 'call', name: '', count: 7 },
      { ...called, side: 'answered', name: '200', count: 7 },
    ]);
    const { consumers } = await compared('1.2.0');
    expect(consumers.map(({ clientId, harm, calls }) => [clientId, harm, calls])).toEqual([
      ['report-tool', 'affected', 7],
    ]);
  });

  it('tells the changes in words, for who has no such page', async () => {
    expect((await compared('1.2.0')).changelog).toMatch(/^# process\/things\/v1 1\.1\.0 → .*1\.2\.0\n/);
  });

  it('is compared with any other version of the contract, in either direction', async () => {
    const { changes } = await compared('1.2.0', '1.0.0');
    expect(changes.map(({ field, level }) => [field, level])).toContainEqual(['colour', 'safe']);
    expect((await compared('1.1.0', '1.2.0')).base.state).toBe('design');
  });

  it('is compared with another major by what moving takes, for those who use that', async () => {
    const next = JSON.stringify(thingsApi({ version: '2.0.0', fields: ['name', 'weight'] }));
    const second = JSON.parse(next.replace('/v1/things', '/v2/things')) as object;
    const { id } = (await bench.submit('ann', 'process/things/v2', second)).body as { id: string };
    ids['2.0.0'] = id;
    const { base, changes, verdict, consumers } = await compared('2.0.0', 'v1');
    expect([base.contract, base.version]).toEqual([contract, '1.1.0']);
    expect(changes.map(({ operation, field, level }) => [operation, field, level])).toEqual([
      ['GET /v2/things', 'size', 'breaking'],
      ['GET /v2/things', 'colour', 'breaking'],
      ['GET /v2/things', 'weight', 'safe'],
    ]);
    // It is a first version of its own major, which the policy has nothing against.
    expect([verdict.allowed, verdict.objections]).toEqual([true, []]);
    expect(consumers.map(({ clientId, harm }) => [clientId, harm])).toEqual([['report-tool', 'affected']]);
    const reply = await bench.get(`/v1/contract-versions/${id}/comparison?base=v9`);
    expect([reply.status, reply.body.code]).toEqual([404, 'unknown-base']);
  });

  it('is refused where there is nothing to compare with', async () => {
    const reply = await bench.get(`/v1/contract-versions/${ids['1.2.0']}/comparison?base=9.9.9`);
    expect([reply.status, reply.body.code]).toEqual([404, 'unknown-base']);
  });
});

it('the life of a contract is told with who, when and why, the newest first', async () => {
  const { items } = (await bench.get(`/v1/contract-steps?contract=${contract}`)).body as ContractEntryList;
  expect(items.map(({ version, state, by }) => [version, state, by])).toEqual([
    ['1.2.0', 'design', 'ann'],
    ['1.1.0', 'published', 'ben'],
    ['1.1.0', 'design', 'ann'],
    ['1.0.0', 'published', 'release'],
  ]);
  expect(items[1]!.reason).toBe('asked for');
});
