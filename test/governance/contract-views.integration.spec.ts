import request, { type Response } from 'supertest';
import type {
  ApiList,
  ContractComparison,
  ContractHistory,
  ContractList,
  DeprecationCalendar,
  OwnershipMatrix,
} from '#contracts';
import { audienceUrn, type Person } from '#platform';
import { TestIssuer } from '../../libs/platform/src/app.fixture.js';
import { ann, GovernanceHouse, things } from './governance-house.fixture.js';

jest.setTimeout(120_000);

const ines: Person = { subject: 'ines', name: 'Ines Falk', roles: ['integration-governance'] };
let issuer: TestIssuer;
let house: GovernanceHouse;
let keys = 0;

beforeAll(async () => {
  issuer = await TestIssuer.open();
  house = await GovernanceHouse.open({ issuer: issuer.url });
});
afterAll(async () => {
  await house.close();
  await issuer.close();
});

const tokenOf = ({ subject: sub, name, roles }: Person, scope: string): Promise<string> =>
  issuer.token({ aud: audienceUrn('experience'), scope, sub, name, roles });

const get = async (path: string): Promise<Response> =>
  request(house.portal.url)
    .get(path)
    .set('authorization', `Bearer ${await tokenOf(ines, 'portal.read')}`);

const read = async <T>(path: string): Promise<T> => (await get(path)).body as T;

async function decide(
  id: string,
  body: object,
  who = ines,
  { scope = 'contracts.approve', key = `contract-views-${(keys += 1)}` } = {},
): Promise<Response> {
  return request(house.portal.url)
    .post(`/v1/contract-versions/${id}/decisions`)
    .set({ authorization: `Bearer ${await tokenOf(who, scope)}`, 'idempotency-key': key })
    .send(body);
}

describe('the contracts people see', () => {
  it('are those that are published, what the estate promises, and what waits', async () => {
    const id = await house.propose({ version: '1.1.0', fields: ['name', 'size', 'colour'] });
    const { items, waiting, missing } = await read<ContractList>('/v1/contracts');
    expect(items.map(({ contract }) => contract)).toEqual(
      expect.arrayContaining([
        'process/projects/v2',
        'events/catalogue/v1',
        'estate/ownership/v1',
        'estate/mapping/v1',
      ]),
    );
    expect(waiting.map((one) => [one.id, one.contract, one.version, one.base, one.submittedBy])).toEqual([
      [id, things, '1.1.0', '1.0.0', 'Ann Berg'],
    ]);
    expect(missing).toEqual([]);
  });

  it('show two versions side by side, by their numbers', async () => {
    const { base, revision, changes, verdict } = await read<ContractComparison>(
      `/v1/contracts/${things}/comparisons/1.0.0..1.1.0`,
    );
    expect([base.version, revision.version, verdict.allowed, verdict.required]).toEqual([
      '1.0.0',
      '1.1.0',
      true,
      'minor',
    ]);
    expect(changes.map(({ level, field, afterText }) => [level, field, afterText])).toEqual([
      ['safe', 'colour', 'colour:\n  type: string'],
    ]);
  });

  it.each([
    [`/v1/contracts/${things}/comparisons/1.1.0`, 422, 'no-range'],
    [`/v1/contracts/${things}/comparisons/1.0.0..7.0.0`, 404, 'unknown-contract'],
    [`/v1/contracts/${things}/comparisons/7.0.0..1.1.0`, 404, 'unknown-base'],
    ['/v1/contracts/process/nothing/v1', 404, 'unknown-contract'],
  ])('say of %s what is wrong', async (path, status, code) => {
    const reply = await get(path);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
  });
});

describe('a version that waits', () => {
  it('is not decided by who may not, by who asked for it, or without a reason', async () => {
    const id = await house.propose({ version: '1.1.0', fields: ['name', 'size', 'colour'] });
    const yes = { decision: 'approve', reason: 'fine' };
    const reader = await decide(id, yes, ines, { scope: 'portal.read' });
    expect([reader.status, reader.body.code]).toEqual([403, 'missing-scope']);
    const asker = await decide(id, yes, ann);
    expect([asker.status, asker.body.code]).toEqual([403, 'same-person']);
    const wordless = await decide(id, { decision: 'perhaps' });
    const fields = (wordless.body.errors as { field: string }[]).map(({ field }) => field);
    expect([wordless.status, new Set(fields)]).toEqual([422, new Set(['decision', 'reason'])]);
  });

  it('is decided once, in the name of the person, and the history says why', async () => {
    const id = await house.propose({ version: '1.1.0', fields: ['name', 'size', 'colour'] });
    const yes = { decision: 'approve', reason: 'consumers asked for it' };
    const key = 'contract-views-once';
    expect((await decide(id, yes, ines, { key })).body).toMatchObject({ state: 'published', approvedBy: 'Ines Falk' });
    expect((await decide(id, yes, ines, { key })).status).toBe(200);
    expect((await decide(id, yes)).body.code).toBe('wrong-state');
    const { steps } = await read<ContractHistory>(`/v1/contracts/${things}`);
    expect(steps.map(({ version, state, by, reason }) => [version, state, by, reason])).toEqual([
      ['1.1.0', 'published', 'Ines Falk', 'consumers asked for it'],
      ['1.1.0', 'design', 'Ann Berg', 'asked for'],
      ['1.0.0', 'published', 'release', 'in service before the registry'],
    ]);
  });

  it('that is rejected stays in the history with the reason', async () => {
    const id = await house.propose({ version: '1.1.1', fields: ['name', 'size', 'colour'], description: 'Things' });
    expect((await decide(id, { decision: 'reject', reason: 'say which' })).body.state).toBe('rejected');
    const { versions, steps } = await read<ContractHistory>(`/v1/contracts/${things}`);
    expect(versions.map(({ version, state }) => `${version} ${state}`)).toContain('1.1.1 rejected');
    expect(steps[0]).toMatchObject({ state: 'rejected', reason: 'say which' });
  });
});

describe('what people see beside', () => {
  it('the calendar names what ends, what takes its place and who still calls it', async () => {
    await house.called('report-tool', 'process/projects/v1', 'GET /v1/projects/{code}', 12);
    const { items } = await read<DeprecationCalendar>('/v1/deprecations');
    expect(items.find(({ operation }) => operation === 'GET /v1/projects/{code}')).toMatchObject({
      contract: 'process/projects/v1',
      state: 'deprecated',
      since: '2026-11-23',
      sunset: '2027-05-31',
      successor: '/v2/projects/{code}',
      consumers: [{ clientId: 'report-tool', calls: 12, writtenTo: false }],
    });
    expect(items.find(({ operation }) => operation === 'GET /v1/projects')!.consumers).toEqual([]);
  });

  it('the ownership matrix says who decides, for each region', async () => {
    const { items } = await read<OwnershipMatrix>('/v1/ownership');
    const rows = items.filter(({ record, item }) => record === 'worker' && item === 'cost-centre');
    expect(
      rows.map(({ region, legalEntities, owner, instances }) => [region, legalEntities, owner, instances]),
    ).toEqual([
      ['DE', ['MER-DE'], 'hr', ['bamboohr']],
      ['US', ['MER-US'], 'hr', ['bamboohr']],
    ]);
    expect(rows[0]!.rule).toBe('hr decides worker.cost-centre, everywhere; others write it only the first time.');
    expect(rows[0]!.place).toMatch(/^estate\.yaml:\d+$/);
  });

  it('the APIs say which token each needs, and where it answers', async () => {
    const { items } = await read<ApiList>('/v1/apis');
    const portal = items.find(({ contract }) => contract === 'experience/portal/v1')!;
    expect(portal.audience).toBe('urn:throughline:experience');
    expect(portal.scopes.map(({ scope, writes }) => [scope, writes])).toEqual([
      ['acquisitions.write', true],
      ['contracts.approve', true],
      ['events.replay', true],
      ['exceptions.resolve', true],
      ['portal.read', false],
      ['workers.lend', true],
    ]);
    const governance = items.find(({ contract }) => contract === 'process/governance/v1')!;
    expect(governance.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(items.find(({ contract }) => contract === 'system/erp/v1')!.address).toBeNull();
  });
});

describe('the key for developers', () => {
  const settings = async (of: GovernanceHouse): Promise<unknown> =>
    (await request(of.portal.url).get('/portal.json')).body as unknown;

  it('is there where the development issuer made one', async () => {
    expect(await settings(house)).toMatchObject({ clientId: 'portal', developerClient: 'developer' });
  });

  it('is absent in production, whatever lies in the folder of secrets', async () => {
    const firm = await GovernanceHouse.open({ issuer: issuer.url, production: true });
    const said = await settings(firm);
    await firm.close();
    expect(said).toMatchObject({ clientId: 'portal', developerClient: null });
  });
});

describe('without the registry', () => {
  beforeAll(() => house.loseGovernance());

  it('what is published is still known, and what is missing is named once', async () => {
    const { items, waiting, missing } = await read<ContractList>('/v1/contracts');
    expect(items.map(({ contract }) => contract)).toContain('process/projects/v1');
    expect([waiting, missing.map(({ part }) => part)]).toEqual([[], ['process-governance']]);
    const calendar = await read<DeprecationCalendar>('/v1/deprecations');
    expect(calendar.items.length).toBeGreaterThan(0);
    expect(calendar.missing.map(({ part }) => part)).toEqual(['process-governance']);
  });

  it('a history cannot be had, and that is said', async () => {
    const reply = await get(`/v1/contracts/${things}`);
    expect([reply.status, reply.body.kind]).toEqual([503, 'unavailable']);
  });
});
