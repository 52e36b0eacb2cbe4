import { enterprise, entraUser, okta, patch, Provider, publicUrl, types } from './scim-inbound.fixture.js';

let provider: Provider;
beforeAll(async () => {
  provider = await Provider.open();
});
afterAll(() => provider.close());

describe('a person Entra provisions', () => {
  it('is looked for, made, answered as stored, and told as hired: before anybody is told it is stored', async () => {
    const stated = entraUser();
    const filter = encodeURIComponent(`userName eq "${stated.userName}"`);
    const before = await provider.scim('get', `/Users?filter=${filter}`);
    expect([before.status, before.body]).toEqual([
      200,
      {
        schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
        totalResults: 0,
        startIndex: 1,
        itemsPerPage: 0,
        Resources: [],
      },
    ]);
    const made = await provider.scim('post', '/Users', stated);
    const { id } = made.body as { id: string };
    const { roles: _none, ...kept } = stated;
    expect(made.status).toBe(201);
    expect(made.headers).toMatchObject({
      location: `${publicUrl}/Users/${id}`,
      etag: 'W/"1"',
      'content-type': expect.stringContaining('application/scim+json'),
    });
    expect(made.body).toEqual({
      ...kept,
      id,
      meta: {
        resourceType: 'User',
        created: expect.any(String),
        lastModified: expect.any(String),
        location: `${publicUrl}/Users/${id}`,
        version: 'W/"1"',
      },
    });
    expect((await provider.scim('get', `/Users/${id}`)).body).toEqual(made.body);
    expect(await provider.told(id)).toEqual([
      { type: 'com.throughline.worker.hired.v1', subject: `worker/${id}`, data: { instance: 'entra', id } },
    ]);
  });

  it('is found by its name in any case, by its id there, and by its work e-mail', async () => {
    const { id, userName, externalId } = await provider.born({ externalId: 'one-of-a-kind' });
    for (const filter of [
      `userName eq "${userName!.toUpperCase()}"`,
      `externalId eq "${externalId}"`,
      `emails[type eq "work"].value eq "${userName}"`,
      `active eq true and userName eq "${userName}"`,
    ]) {
      const { body } = await provider.scim('get', `/Users?filter=${encodeURIComponent(filter)}`);
      expect([filter, (body as { Resources: { id: string }[] }).Resources.map((one) => one.id)]).toEqual([
        filter,
        [id],
      ]);
    }
  });

  it.each([
    ['by default', patch({ op: 'Replace', path: 'active', value: 'False' })],
    ['in its newer form', patch({ op: 'replace', path: 'active', value: false })],
  ])('is disabled %s once, however often that is said, and stays to be seen', async (_form, body) => {
    const { id } = await provider.born();
    for (const _again of [1, 2, 3]) {
      const answer = await provider.scim('patch', `/Users/${id}`, body);
      expect([answer.status, (answer.body as { active: boolean }).active, answer.headers.etag]).toEqual([
        200,
        false,
        'W/"2"',
      ]);
    }
    expect(types(await provider.told(id!))).toEqual(['worker.hired.v1', 'worker.changed.v1']);
    expect((await provider.scim('get', `/Users/${id}`)).body).toMatchObject({ active: false });
  });

  it('tells nothing where our own write comes back as it was told before', async () => {
    const { id } = await provider.born();
    const echo = patch({ op: 'Replace', path: `${enterprise}:organization`, value: 'ONE' });
    expect((await provider.scim('patch', `/Users/${id}`, echo)).headers.etag).toBe('W/"1"');
    expect(types(await provider.told(id!))).toEqual(['worker.hired.v1']);
  });

  it('that is deleted is gone for Entra and an inactive worker for us; its name is free again', async () => {
    const { id, userName } = await provider.born();
    expect((await provider.scim('delete', `/Users/${id}`)).status).toBe(204);
    expect((await provider.scim('get', `/Users/${id}`)).status).toBe(404);
    expect((await provider.scim('delete', `/Users/${id}`)).status).toBe(404);
    const { body: worker } = await provider.ask('get', `/v1/hr/entra/workers/${id}`);
    expect(worker).toMatchObject({ id, status: 'inactive' });
    expect(types(await provider.told(id!))).toEqual(['worker.hired.v1', 'worker.changed.v1']);
    expect((await provider.born({ userName })).id).not.toBe(id);
  });
});

describe('a person whose creation', () => {
  it('got no answer is found by the next look, and was told once', async () => {
    const stated = entraUser();
    const { body: made } = await provider.scim('post', '/Users', stated);
    const repeated = await provider.scim('post', '/Users', stated);
    expect(repeated.status).toBe(409);
    const { body } = await provider.scim(
      'get',
      `/Users?filter=${encodeURIComponent(`userName eq "${stated.userName}"`)}`,
    );
    const [found] = (body as { Resources: { id: string }[] }).Resources;
    expect(found!.id).toBe((made as { id: string }).id);
    expect(types(await provider.told(found!.id))).toEqual(['worker.hired.v1']);
  });

  it('broke off before everybody could be told is nowhere, and is answered as not done', async () => {
    const stated = entraUser();
    const broken = await provider.untellable(() => provider.scim('post', '/Users', stated));
    expect(broken.status).toBeGreaterThanOrEqual(500);
    const { status } = await provider.scim('post', '/Users', stated);
    expect(status).toBe(201);
  });
});

describe('a person Okta provisions', () => {
  /** Okta sends a random password and lists of nothing. */
  const user = {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
    userName: 'ada.rowe@meridian.example',
    name: { givenName: 'Ada', familyName: 'Rowe' },
    emails: [{ primary: true, value: 'ada.rowe@meridian.example', type: 'work' }],
    displayName: 'Ada Rowe',
    locale: 'en-US',
    externalId: '00ujl29u0le5T6Aj10h7',
    groups: [],
    password: '1mz050nq',
    active: true,
  };

  it('is made, changed as a whole and deactivated, and its password is kept nowhere', async () => {
    const made = await provider.scim('post', '/Users', user, okta);
    const { id } = made.body as { id: string };
    expect(made.status).toBe(201);
    const found = await provider.scim('get', `/Users/${id}`, undefined, okta);
    const whole = { ...(found.body as object), displayName: 'Ada M. Rowe', groups: [], password: 'another' };
    const put = await provider.scim('put', `/Users/${id}`, whole, { ...okta, 'content-type': 'application/json' });
    expect([put.status, put.body]).toEqual([
      200,
      expect.objectContaining({ id, displayName: 'Ada M. Rowe', active: true }),
    ]);
    const off = await provider.scim('patch', `/Users/${id}`, patch({ op: 'replace', value: { active: false } }), okta);
    expect([off.status, (off.body as { active: boolean }).active]).toEqual([200, false]);
    const all = JSON.stringify([made.body, put.body, off.body, await provider.told(id)]);
    expect(all).not.toMatch(/1mz050nq|another|password/);
  });

  it('is a conflict when it is made again', async () => {
    const { status, body } = await provider.scim('post', '/Users', user, okta);
    expect([status, body]).toEqual([
      409,
      {
        schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
        status: '409',
        scimType: 'uniqueness',
        detail: 'another user has this userName',
      },
    ]);
  });

  it('is nobody’s news where Okta does not lead: refused, and said so once (B1)', async () => {
    const { body } = await provider.scim('post', '/Users', { ...user, userName: 'unled@meridian.example' }, okta);
    expect(types(await provider.told((body as { id: string }).id))).toEqual(['change.refused.v1']);
  });

  it('is not let in or barred by a whole user that says nothing about it', async () => {
    const made = await provider.scim(
      'post',
      '/Users',
      { ...user, userName: 'silent@meridian.example', active: false },
      okta,
    );
    const { active: _unsaid, ...rest } = made.body as { active: boolean; id: string };
    const put = await provider.scim('put', `/Users/${rest.id}`, { ...rest, title: 'Consultant' }, okta);
    expect(put.body).toMatchObject({ title: 'Consultant', active: false });
  });
});
