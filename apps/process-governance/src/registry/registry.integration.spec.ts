import { createHash } from 'node:crypto';
import { stringify } from 'yaml';
import type { ContractVersion } from '#contracts';
import { rows } from '#platform';
import { GovernanceBench, thingsApi } from '../governance.fixture.js';

const contract = 'process/things/v1';
let bench: GovernanceBench;

beforeAll(async () => {
  bench = await GovernanceBench.open({ 'process/things/v1.yaml': thingsApi() });
});
afterAll(() => bench.close());

const versions = async (of = contract): Promise<ContractVersion[]> =>
  (await bench.get(`/v1/contract-versions?contract=${of}`)).body.items as ContractVersion[];

describe('the registry of contracts', () => {
  it('takes what was in service at its first start as the baseline, the estate included', async () => {
    const { items } = (await bench.get('/v1/contract-versions')).body as { items: ContractVersion[] };
    const seen = items.map((one) => [one.contract, one.version, one.state, one.approvedBy]);
    expect(seen.toSorted((a, b) => String(a[0]).localeCompare(String(b[0])))).toEqual([
      ['estate/mapping/v1', '1.0.0', 'published', null],
      ['estate/ownership/v1', '1.0.0', 'published', null],
      ['process/governance/v1', '1.2.0', 'published', null],
      [contract, '1.0.0', 'published', null],
    ]);
  });

  it('gives back any version byte for byte, under the hash it names', async () => {
    const [version] = await versions();
    const reply = await bench.get(`/v1/contract-versions/${version!.id}/document`);
    expect(reply.type).toBe('application/yaml');
    const text = stringify(thingsApi());
    expect(reply.text ?? String(reply.body)).toBe(text);
    expect(version!.sha256).toBe(createHash('sha256').update(text).digest('hex'));
  });

  it('publishes a change when a second person approves it, and not before', async () => {
    const document = thingsApi({ version: '1.0.1', description: 'All things' });
    const submitted = await bench.submit('ann', contract, document);
    expect([submitted.status, submitted.body.state, submitted.body.base]).toEqual([201, 'design', '1.0.0']);
    const path = `/v1/contract-versions/${submitted.body.id}/approvals`;
    const own = await bench.write('ann', 'post', path, { reason: 'mine' });
    expect([own.status, own.body.code]).toEqual([403, 'same-person']);
    const approved = await bench.write('ben', 'post', path, { reason: 'harmless' });
    expect([approved.status, approved.body.state, approved.body.approvedBy]).toEqual([200, 'published', 'ben']);
    const again = await bench.write('cem', 'post', path, { reason: 'me too' });
    expect([again.status, again.body.code]).toEqual([409, 'wrong-state']);
    const { steps } = (await bench.get(`/v1/contract-versions/${submitted.body.id}`)).body;
    expect(steps).toMatchObject([
      { state: 'design', by: 'ann', reason: 'callers asked for it' },
      { state: 'published', by: 'ben', reason: 'harmless' },
    ]);
  });

  it('writes every step into the audit log', async () => {
    const entries = await rows(
      bench.database,
      `select actor, action, reason from audit where subject = $1 order by position`,
      [`contract/${contract}`],
    );
    expect(entries).toEqual([
      { actor: 'release', action: 'contract.published', reason: 'in service before the registry' },
      { actor: 'ann', action: 'contract.design', reason: 'callers asked for it' },
      { actor: 'ben', action: 'contract.published', reason: 'harmless' },
    ]);
  });

  it('takes a submission once, whether its key or its text is repeated', async () => {
    const document = thingsApi({ version: '1.0.2', description: 'Each thing' });
    const before = (await versions()).length;
    const replies = [
      await bench.submit('ann', contract, document, 'one-and-the-same'),
      await bench.submit('ann', contract, document, 'one-and-the-same'),
      await bench.submit('ann', contract, document),
      ...(await Promise.all([bench.submit('ben', contract, document), bench.submit('cem', contract, document)])),
    ];
    expect(new Set(replies.map(({ body }) => body.id as string)).size).toBe(1);
    expect(await versions()).toHaveLength(before + 1);
  });

  it('never changes a version: another text under its number is refused', async () => {
    const reply = await bench.submit('ann', contract, thingsApi({ version: '1.0.0', description: 'Different' }));
    expect([reply.status, reply.body.code]).toEqual([409, 'version-taken']);
  });

  it('takes a rejected number again', async () => {
    const [waiting] = await versions();
    const rejected = await bench.write('ben', 'post', `/v1/contract-versions/${waiting!.id}/rejections`, {
      reason: 'vague',
    });
    expect([rejected.status, rejected.body.state]).toEqual([200, 'rejected']);
    const better = await bench.submit('ann', contract, thingsApi({ version: '1.0.2', description: 'Things, by name' }));
    expect([better.status, better.body.state]).toEqual([201, 'design']);
  });

  it('does not publish what was judged against a version that is no longer the newest', async () => {
    const [first] = await versions();
    const second = await bench.submit('ann', contract, thingsApi({ version: '1.0.3', description: 'Things, by size' }));
    const path = (id: string) => `/v1/contract-versions/${id}/approvals`;
    expect((await bench.write('ben', 'post', path(second.body.id as string), { reason: 'yes' })).status).toBe(200);
    const late = await bench.write('ben', 'post', path(first!.id), { reason: 'yes' });
    expect([late.status, late.body.code]).toEqual([409, 'base-moved']);
  });

  it('refuses a version number that does not say what changed, and names the right one', async () => {
    const reply = await bench.submit(
      'ann',
      contract,
      thingsApi({ version: '1.0.9', description: 'All', fields: ['name', 'size', 'age'] }),
    );
    expect([reply.status, reply.body.code]).toEqual([422, 'version-mismatch']);
    expect(reply.body.remedy).toBe('write 1.1.0 in info.version');
  });

  it('refuses what breaks callers, and takes it as a new major beside the old one', async () => {
    const refused = await bench.submit('ann', contract, thingsApi({ version: '1.1.0', fields: ['name'] }));
    expect([refused.status, refused.body.code]).toEqual([422, 'breaking-change']);
    const next = await bench.submit('ann', 'process/things/v2', thingsApi({ version: '2.0.0', fields: ['name'] }));
    expect([next.status, next.body.base]).toEqual([201, null]);
    await bench.write('ben', 'post', `/v1/contract-versions/${next.body.id}/approvals`, {
      reason: 'agreed with callers',
    });
    expect((await versions('process/things/v2'))[0]!.state).toBe('published');
    expect((await versions()).some(({ state }) => state === 'published')).toBe(true);
  });

  it.each([
    ['is no YAML', '{"a": ', 'unreadable-contract'],
    ['is no object', 'just words', 'unreadable-contract'],
    ['names no version and no owner', 'openapi: 3.1.0\ninfo: {}', 'incomplete-contract'],
    [
      'bombs its reader',
      `a: &a [x]\n${[...'bcdefghij'].map((name, at) => `${name}: &${name} [${Array(20).fill(`*${'abcdefghi'[at]}`).join(',')}]`).join('\n')}`,
      'unreadable-contract',
    ],
  ])('refuses a document that %s', async (_what, document, code) => {
    const body = { kind: 'openapi', contract, document, reason: 'why not' };
    const reply = await bench.write('ann', 'post', '/v1/contract-versions', body);
    expect([reply.status, reply.body.code]).toEqual([422, code]);
  });

  it.each([
    'update contract_version set document = $$x$$',
    'delete from contract_step',
    'truncate contract_version cascade',
  ])('lets nobody run: %s', async (statement) => {
    await expect(bench.database.query(statement)).rejects.toThrow('the registry of contracts is never changed');
  });
});

describe('the end of a contract', () => {
  const decide = (what: string, id: string, body: object) =>
    bench.write('ben', 'post', `/v1/contract-versions/${id}/${what}`, body);
  const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const successor = 'process/things/v2';
  let id: string;

  it('is announced on each operation first: callers would not see it', async () => {
    const { id: silent } = (await versions()).find(({ state }) => state === 'published')!;
    const unseen = await decide('deprecations', silent, { reason: 'v2', sunset: inDays(90), successor });
    expect([unseen.status, unseen.body.code]).toEqual([422, 'unannounced']);
    expect(unseen.body.errors[0].message).toContain('GET /v1/things');
    const leaving = {
      deprecated: true,
      'x-deprecated-since': inDays(0),
      'x-sunset': inDays(90),
      'x-successor': '/v2/things',
    };
    const document = thingsApi({ version: '1.1.0', description: 'Things, by size', leaving });
    const told = await bench.submit('ann', contract, document);
    expect([told.status, told.body.code]).toEqual([201, undefined]);
    id = told.body.id as string;
    expect((await decide('approvals', id, { reason: 'agreed' })).body.state).toBe('published');
  });

  it('is announced 90 days ahead, with a successor that is published', async () => {
    const early = await decide('deprecations', id, {
      reason: 'v2',
      sunset: inDays(89),
      successor: 'process/things/v2',
    });
    expect([early.status, early.body.code]).toEqual([422, 'early-sunset']);
    const nowhere = await decide('deprecations', id, {
      reason: 'v2',
      sunset: inDays(90),
      successor: 'process/things/v3',
    });
    expect([nowhere.status, nowhere.body.code]).toEqual([422, 'no-successor']);
    const right = await decide('deprecations', id, {
      reason: 'v2',
      sunset: inDays(90),
      successor: 'process/things/v2',
    });
    expect([right.status, right.body.state]).toEqual([200, 'deprecated']);
  });

  it('does not come before its sunset', async () => {
    const reply = await decide('retirements', id, { reason: 'now' });
    expect([reply.status, reply.body.code]).toEqual([422, 'before-sunset']);
  });

  it('comes early only with an exemption on file, which the history names', async () => {
    const exemption = {
      contract,
      rule: 'before-sunset',
      owner: 'pmo',
      reason: 'nobody ever called it',
      expires: inDays(1),
    };
    bench.put('exemptions/things.yaml', { ...exemption, expires: inDays(-1) });
    expect((await decide('retirements', id, { reason: 'now' })).status).toBe(422);
    expect((await bench.get('/v1/exemptions')).body).toMatchObject({
      items: [{ contract, expired: true }],
      problems: [expect.stringContaining('exemptions/things.yaml: expires ended on')],
    });
    bench.put('exemptions/things.yaml', exemption);
    expect((await decide('retirements', id, { reason: 'now' })).body.state).toBe('retired');
    const { steps } = (await bench.get(`/v1/contract-versions/${id}`)).body as { steps: object[] };
    expect(steps.at(-1)).toMatchObject({ state: 'retired', exemptions: ['exemptions/things.yaml'] });
  });
});

describe('a release', () => {
  it('that brings a change submits it, once, and waits for a person', async () => {
    bench.put('process/things/v2.yaml', thingsApi({ version: '2.1.0', fields: ['name', 'size'] }));
    await bench.restart();
    await bench.restart();
    const seen = (await versions('process/things/v2')).map(({ version, state, submittedBy }) => [
      version,
      state,
      submittedBy,
    ]);
    expect(seen).toEqual([
      ['2.1.0', 'design', 'release'],
      ['2.0.0', 'published', 'ann'],
    ]);
  });

  it('that brings what the policy refuses, or a person rejected, is served and not registered', async () => {
    const [waiting] = await versions('process/things/v2');
    await bench.write('ben', 'post', `/v1/contract-versions/${waiting!.id}/rejections`, { reason: 'not yet' });
    await bench.restart();
    bench.put('process/things/v2.yaml', thingsApi({ version: '2.1.0', fields: ['size'] }));
    await bench.restart();
    expect(await versions('process/things/v2')).toHaveLength(2);
  });
});
