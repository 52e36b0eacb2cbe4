import { enterprise, openProvider, person, type Provider, refusal, start, userSchema } from './provider.fixture.js';

describe('users of a SCIM provider', () => {
  let provider: Provider;
  beforeEach(async () => {
    provider = await openProvider();
  });
  afterEach(() => provider.hosted.close());

  const put = (id: string, body: object, headers?: Record<string, string>): Promise<Response> =>
    provider.call('PUT', `/Users/${id}`, body, headers);

  describe('create', () => {
    test('is answered with 201, where the user is, and the whole user', async () => {
      const sent = person('bjensen', { externalId: '701984', name: { givenName: 'Barbara' } });
      const reply = await provider.call('POST', '/Users', sent);
      const user = (await reply.json()) as { id: string };
      const location = `${provider.hosted.world.origin}/scim/v2/Users/${user.id}`;
      const version = reply.headers.get('etag');
      expect([reply.status, reply.headers.get('location')]).toEqual([201, location]);
      expect(version).toMatch(/^W\/".+"$/);
      expect(user).toEqual({
        ...sent,
        id: expect.any(String) as string,
        meta: { resourceType: 'User', created: start, lastModified: start, location, version },
      });
      expect(provider.journal.entries).toEqual([
        expect.objectContaining({ operation: 'create', entity: 'User', id: user.id, by: 'api' }),
      ]);
    });

    test('a naive client that repeats a create is refused: userName is unique, whatever its case', async () => {
      await provider.make(person('bjensen@example.com'));
      const reply = await provider.call('POST', '/Users', person('BJensen@Example.com'));
      expect([reply.status, await reply.json()]).toMatchObject([
        409,
        { schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], scimType: 'uniqueness', status: '409' },
      ]);
      expect((await provider.list({})).totalResults).toBe(1);
    });

    test('externalId is the key of the client: nobody keeps it unique', async () => {
      await provider.make(person('ada', { externalId: '1' }));
      await provider.make(person('ben', { externalId: '1' }));
      expect((await provider.list({ filter: 'externalId eq "1"' })).totalResults).toBe(2);
    });

    test.each([
      ['no schema', { schemas: undefined }, 'invalidSyntax'],
      ['another schema', { schemas: [enterprise] }, 'invalidSyntax'],
      ['no userName', { userName: undefined }, 'invalidValue'],
      ['an empty userName', { userName: '' }, 'invalidValue'],
      ['active as text', { active: 'False' }, 'invalidValue'],
      ['one e-mail without a list', { emails: { value: 'a@x' } }, 'invalidValue'],
      [
        'two primary e-mails',
        {
          emails: [
            { value: 'a', primary: true },
            { value: 'b', primary: true },
          ],
        },
        'invalidValue',
      ],
    ])('with %s is refused, and nothing is written', async (_case, changes, scimType) => {
      expect(await refusal(await provider.call('POST', '/Users', person('ada', changes)))).toEqual([400, scimType]);
      expect(provider.journal.entries).toEqual([]);
    });

    test('what only the provider may say is ignored, and a password is never told', async () => {
      const sent = { id: '7', meta: { created: '2001-01-01' }, groups: [{ value: 'admins' }], password: 't1meMa$heen' };
      const user = await provider.make(person('ada', sent));
      expect(user.id).not.toBe('7');
      expect(user.meta.created).toBe(start);
      expect(Object.keys(await provider.read(user.id)).sort()).toEqual(['active', 'id', 'meta', 'schemas', 'userName']);
    });

    test('null and empty lists are no values; attribute names have no case', async () => {
      const user = await provider.make({ schemas: [userSchema], USERNAME: 'ada', nickName: null, roles: [] });
      expect(user).toMatchObject({ userName: 'ada' });
      expect(Object.keys(user)).toEqual(expect.not.arrayContaining(['USERNAME', 'nickName', 'roles']));
    });

    test('schemas name the extension that is used, and no unknown one', async () => {
      const unknown = 'http://schemas.example.com/2006/11/Users';
      const user = await provider.make(
        person('ada', { schemas: [userSchema, unknown], [enterprise]: { costCenter: '4130' } }),
      );
      expect(user.schemas).toEqual([userSchema, enterprise]);
      expect((await provider.make(person('ben', { schemas: [userSchema, enterprise] }))).schemas).toEqual([userSchema]);
    });

    test('values are kept exactly as they were sent', async () => {
      const phoneNumbers = [{ value: '+1 (555) 555-5555 ', type: 'work' }];
      expect(await provider.make(person('ada', { phoneNumbers }))).toMatchObject({ phoneNumbers });
    });
  });

  describe('replace', () => {
    test('a naive client that sends only what it changes loses the rest', async () => {
      const { id } = await provider.make(person('ada', { title: 'Consultant', name: { givenName: 'Ada' } }));
      expect((await put(id, person('ada', { title: 'Principal' }))).status).toBe(200);
      const user = await provider.read(id);
      expect(user.title).toBe('Principal');
      expect(user).not.toHaveProperty('name');
    });

    test('keeps id and creation, and makes a new version', async () => {
      const { id, meta } = await provider.make(person('ada'));
      provider.at('2026-09-02T10:00:00Z');
      const user = (await (await put(id, person('ada', { id: '7', active: false }))).json()) as typeof meta & {
        meta: typeof meta;
      };
      expect(user).toMatchObject({ id, active: false });
      expect(user.meta).toMatchObject({ created: start, lastModified: '2026-09-02T10:00:00.000Z' });
      expect(user.meta.version).not.toBe(meta.version);
    });

    test('the same again is no new version', async () => {
      const { id, meta } = await provider.make(person('ada'));
      provider.at('2026-09-02T10:00:00Z');
      expect((await put(id, person('ada'))).status).toBe(200);
      expect((await provider.read(id)).meta).toEqual(meta);
    });

    test('the userName of somebody else is refused, the own one is not', async () => {
      await provider.make(person('ada'));
      const { id } = await provider.make(person('ben'));
      expect(await refusal(await put(id, person('ADA')))).toEqual([409, 'uniqueness']);
      expect((await put(id, person('BEN'))).status).toBe(200);
    });

    test('nobody is created by a replace', async () => {
      expect((await put('2819c223', person('ada'))).status).toBe(404);
    });
  });

  describe('versions', () => {
    test('a naive client that writes over somebody else has the chance not to: a stale version is refused', async () => {
      const { id, meta } = await provider.make(person('ada'));
      provider.act('disableUser', { userName: 'ADA' });
      const stale = { 'if-match': meta.version! };
      expect((await put(id, person('ada', { title: 'Consultant' }), stale)).status).toBe(412);
      expect((await provider.call('DELETE', `/Users/${id}`, undefined, stale)).status).toBe(412);
      const { meta: now, active } = await provider.read(id);
      expect(active).toBe(false);
      const fresh = { 'if-match': `W/"other", ${now.version!}` };
      expect((await put(id, person('ada', { active: false }), fresh)).status).toBe(200);
      expect((await put(id, person('ada'), { 'if-match': '*' })).status).toBe(200);
    });

    test('an unchanged user is not sent again', async () => {
      const { id, meta } = await provider.make(person('ada'));
      const read = (version: string): Promise<Response> =>
        provider.call('GET', `/Users/${id}`, undefined, { 'if-none-match': version });
      const unchanged = await read(meta.version!);
      expect([unchanged.status, await unchanged.text()]).toEqual([304, '']);
      expect((await read('W/"0"')).status).toBe(200);
    });
  });

  test('a deleted user is gone, and the name is free again', async () => {
    const { id } = await provider.make(person('ada'));
    const reply = await provider.call('DELETE', `/Users/${id}`);
    expect([reply.status, await reply.text()]).toEqual([204, '']);
    expect((await provider.call('GET', `/Users/${id}`)).status).toBe(404);
    expect((await provider.call('DELETE', `/Users/${id}`)).status).toBe(404);
    expect((await provider.make(person('ada'))).id).not.toBe(id);
  });

  test('a disabled user is still there', async () => {
    const { id } = await provider.make(person('ada', { active: false }));
    expect((await provider.list({ filter: 'userName eq "ada"' })).Resources).toMatchObject([{ id, active: false }]);
  });

  test('nobody unknown is disabled', () => {
    expect(() => provider.act('disableUser', { userName: 'eve' })).toThrow('there is no user eve');
  });

  describe('parts of a user', () => {
    const full = {
      title: 'Consultant',
      name: { givenName: 'Ada', familyName: 'Rowe' },
      emails: [{ value: 'ada@x', type: 'work' }],
      [enterprise]: { costCenter: '4130', organization: 'NW' },
    };

    test('only what is asked for comes, with id and schemas', async () => {
      const { id } = await provider.make(person('ada', full));
      const asked = `userName,name.givenName,emails.value,${enterprise}:costCenter,shoeSize`;
      expect(await (await provider.call('GET', `/Users/${id}?attributes=${asked}`)).json()).toEqual({
        schemas: [userSchema, enterprise],
        id,
        userName: 'ada',
        name: { givenName: 'Ada' },
        emails: [{ value: 'ada@x' }],
        [enterprise]: { costCenter: '4130' },
      });
    });

    test('what is excluded stays away, except what always comes', async () => {
      await provider.make(person('ada', full));
      const { Resources: found } = await provider.list({
        excludedAttributes: `id,TITLE,name.familyName,emails.type,meta,${enterprise}`,
      });
      expect(found).toEqual([
        {
          schemas: [userSchema, enterprise],
          id: expect.any(String) as string,
          userName: 'ada',
          active: true,
          name: { givenName: 'Ada' },
          emails: [{ value: 'ada@x' }],
        },
      ]);
    });
  });

  describe('lists', () => {
    beforeEach(async () => {
      for (const name of ['a', 'b', 'c', 'd', 'e']) await provider.make(person(name));
    });
    const page = async (query: Record<string, string>): Promise<unknown[]> => {
      const { totalResults, startIndex, itemsPerPage, Resources } = await provider.list(query);
      return [totalResults, startIndex, itemsPerPage, Resources.map(({ userName }) => userName).join('')];
    };

    test('pages start at 1: a naive client that starts at 0 reads the first page', async () => {
      expect(await page({ startIndex: '1', count: '2' })).toEqual([5, 1, 2, 'ab']);
      expect(await page({ startIndex: '0', count: '2' })).toEqual([5, 1, 2, 'ab']);
      expect(await page({ startIndex: '5', count: '2' })).toEqual([5, 5, 1, 'e']);
      expect(await page({ startIndex: '9', count: '2' })).toEqual([5, 9, 0, '']);
    });

    test('a count of none, or less, asks for the total only', async () => {
      expect(await page({ count: '0' })).toEqual([5, 1, 0, '']);
      expect(await page({ count: '-3' })).toEqual([5, 1, 0, '']);
    });

    test('a naive client that asks for everything at once gets a hundred', async () => {
      for (let number = 0; number < 100; number += 1) await provider.make(person(`user${number}`));
      const { totalResults, itemsPerPage } = await provider.list({ count: '1000' });
      expect([totalResults, itemsPerPage]).toEqual([105, 100]);
      expect((await provider.list({})).itemsPerPage).toBe(100);
    });

    test('pages that are no numbers are refused', async () => {
      expect(await refusal(await provider.call('GET', '/Users?startIndex=first'))).toEqual([400, 'invalidValue']);
    });

    test('nobody found is an empty list, not a missing one', async () => {
      const reply = await provider.call('GET', `/Users?filter=${encodeURIComponent('userName eq "nobody"')}`);
      expect([reply.status, await reply.json()]).toEqual([
        200,
        {
          schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
          totalResults: 0,
          startIndex: 1,
          itemsPerPage: 0,
          Resources: [],
        },
      ]);
    });
  });
});
