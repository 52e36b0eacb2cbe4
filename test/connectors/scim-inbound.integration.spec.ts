import type { identity } from '#contracts';
import { enterprise, entraUser, okta, patch, Provider, tokens } from './scim-inbound.fixture.js';

let provider: Provider;
beforeAll(async () => {
  provider = await Provider.open();
});
afterAll(() => provider.close());

describe('lists', () => {
  it('are paged in the order in which people came, and can be counted alone', async () => {
    await provider.born();
    await provider.born();
    const list = async (query: string) =>
      (await provider.scim('get', `/Users?${query}`)).body as { totalResults: number; Resources: { id: string }[] };
    const { totalResults, Resources: none } = await list('startIndex=1&count=0');
    expect([totalResults >= 2, none]).toEqual([true, []]);
    const one = await list('startIndex=1&count=1');
    const two = await list('startIndex=2&count=1');
    const both = await list('startIndex=1&count=2');
    expect([...one.Resources, ...two.Resources]).toEqual(both.Resources);
  });

  it('leave out what nobody wants to see', async () => {
    const { id } = await provider.born();
    const { body } = await provider.scim('get', `/Users/${id}?excludedAttributes=emails,${enterprise}:employeeNumber`);
    expect(Object.keys(body as object).sort()).toEqual([
      'active',
      'externalId',
      'id',
      'meta',
      'name',
      'schemas',
      'userName',
    ]);
    const { body: named } = await provider.scim('get', `/Users/${id}?attributes=USERNAME`);
    expect(Object.keys(named as object).sort()).toEqual(['id', 'meta', 'schemas', 'userName']);
  });
});

describe('versions', () => {
  it('keep a client that knows an older one from writing, and one that knows the newest from reading again', async () => {
    const { id } = await provider.born();
    const change = (title: string, ifMatch: string) =>
      provider.scim('patch', `/Users/${id}`, patch({ op: 'add', path: 'title', value: title }), {
        'if-match': ifMatch,
      });
    expect((await change('One', 'W/"1"')).status).toBe(200);
    expect((await change('Two', 'W/"1"')).status).toBe(412);
    expect((await change('Two', '"2"')).status).toBe(200);
    expect((await provider.scim('get', `/Users/${id}`, undefined, { 'if-none-match': 'W/"3"' })).status).toBe(304);
    expect((await provider.scim('get', `/Users/${id}`, undefined, { 'if-none-match': 'W/"2"' })).status).toBe(200);
  });

  it('of changes at the same time follow each other, none lost', async () => {
    const { id } = await provider.born();
    const attributes = ['title', 'displayName', 'nickName', 'locale', 'timezone'];
    await Promise.all(
      attributes.map((path) => provider.scim('patch', `/Users/${id}`, patch({ op: 'add', path, value: path }))),
    );
    const { body } = await provider.scim('get', `/Users/${id}`);
    expect(body).toMatchObject(Object.fromEntries(attributes.map((name) => [name, name])));
    expect(await provider.told(id!)).toHaveLength(6);
  });
});

describe('who may not', () => {
  it.each([
    ['no token', {}],
    ['another scheme', { authorization: `Basic ${tokens.entra}` }],
    ['an unknown token', { authorization: 'Bearer nobody' }],
    ['a hash for a token', { authorization: `Bearer ${'0'.repeat(64)}` }],
  ])('enter, with %s', async (_what, headers) => {
    for (const path of ['/Users', '/Users/x', '/ServiceProviderConfig', '/Schemas', '/ResourceTypes']) {
      const { status, body } = await provider.scim('get', path, undefined, { authorization: '', ...headers });
      expect([path, status, (body as { status: string }).status]).toEqual([path, 401, '401']);
    }
  });

  it('see what another identity platform told', async () => {
    const { id } = await provider.born();
    expect((await provider.scim('get', `/Users/${id}`, undefined, okta)).status).toBe(404);
    expect((await provider.scim('delete', `/Users/${id}`, undefined, okta)).status).toBe(404);
  });
});

describe('a token', () => {
  it('is as good as the one that replaces it, until it is taken off the list', async () => {
    const former = { authorization: `Bearer ${tokens.former}` };
    expect((await provider.scim('get', '/Users', undefined, former)).status).toBe(200);
  });
});

describe('what is wrong', () => {
  it('is named attribute by attribute, and nothing is stored', async () => {
    const bad = entraUser({
      userName: '',
      [enterprise]: { employeeNumber: 'x'.repeat(41), costCenter: 'y'.repeat(61) },
    });
    const { status, body } = await provider.scim('post', '/Users', bad);
    expect([status, body]).toEqual([400, expect.objectContaining({ status: '400', scimType: 'invalidValue' })]);
    for (const field of ['userName', 'number', 'costCentre'])
      expect((body as { detail: string }).detail).toContain(field);
  });

  it.each([
    ['/Users?filter=userName%20sw%20%22x%22', 'invalidFilter'],
    ['/Users?count=many', 'invalidValue'],
  ])('in a question is named too: %s', async (path, scimType) => {
    const { status, body } = await provider.scim('get', path);
    expect([status, (body as { scimType: string }).scimType]).toEqual([400, scimType]);
  });

  it.each(['{', '{"__proto__":{"polluted":true}}', '{"constructor":{"prototype":{"x":1}}}', '[]', '"text"'])(
    'in a body that is no user is refused: %s',
    async (body) => {
      expect((await provider.scim('post', '/Users', body)).status).toBe(400);
    },
  );

  it('in a patch undoes all of it', async () => {
    const { id } = await provider.born();
    const bad = patch({ op: 'replace', path: 'title', value: 'New' }, { op: 'remove' });
    const { status, body } = await provider.scim('patch', `/Users/${id}`, bad);
    expect([status, (body as { scimType: string }).scimType]).toEqual([400, 'noTarget']);
    expect((await provider.scim('get', `/Users/${id}`)).body).not.toHaveProperty('title');
  });

  it('is a user nobody knows', async () => {
    for (const id of ['7d9e6f04-0000-4000-8000-000000000000', 'not-an-id']) {
      expect((await provider.scim('get', `/Users/${id}`)).status).toBe(404);
      expect((await provider.scim('patch', `/Users/${id}`, patch({ op: 'remove', path: 'title' }))).status).toBe(404);
    }
  });
});

describe('what it can do', () => {
  it('is announced', async () => {
    const config = await provider.scim('get', '/ServiceProviderConfig');
    expect(config.body).toMatchObject({
      patch: { supported: true },
      bulk: { supported: false },
      etag: { supported: true },
    });
    const schemas = (await provider.scim('get', '/Schemas')).body as {
      totalResults: number;
      Resources: { id: string }[];
    };
    expect(schemas.Resources.map(({ id }) => id)).toContain(enterprise);
    expect(JSON.stringify(schemas)).not.toContain('null');
    expect((await provider.scim('get', '/ResourceTypes')).body).toMatchObject({ totalResults: 1 });
  });
});

describe('the layers above', () => {
  it('are answered what was told, as the hr contract has it', async () => {
    const { id } = await provider.born();
    const { body } = await provider.ask('get', `/v1/hr/entra/workers/${id}`);
    expect(body).toMatchObject({ id, firstName: 'givenName', legalEntity: 'ONE', status: 'active' });
    const { body: page } = await provider.ask('get', '/v1/hr/entra/workers?limit=1');
    const { body: next } = await provider.ask('get', `/v1/hr/entra/workers?limit=200&cursor=${page.nextCursor}`);
    expect(next.items.map((worker: { id: string }) => worker.id)).toContain(id);
    expect(next.items.map((worker: { id: string }) => worker.id)).not.toContain(page.items[0].id);
  });

  it('find the account of a worker as it should be, and are told where it is not', async () => {
    const stated = entraUser();
    await provider.scim('post', '/Users', stated);
    const { employeeNumber: number } = stated[enterprise] as { employeeNumber: string };
    const path = `/v1/identity/entra/accounts/${number}`;
    const { body: account } = await provider.ask('get', path);
    const { id: _id, ...state } = account as identity.IdentityAccount;
    expect((await provider.ask('put', path, state)).status).toBe(200);
    const barred = await provider.ask('put', path, { ...state, active: false });
    expect([barred.status, barred.body.code]).toEqual([409, 'identity-platform-leads']);
    expect((await provider.ask('get', '/v1/identity/entra/accounts/nobody')).status).toBe(404);
  });
});
