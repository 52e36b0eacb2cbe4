import {
  enterprise,
  openProvider,
  patchSchema,
  person,
  type Provider,
  refusal,
  start,
  type User,
  userSchema,
} from './provider.fixture.js';

const work = { value: 'bjensen@example.com', type: 'work', primary: true };
const home = { value: 'babs@jensen.org', type: 'home' };

describe('patching a user of a SCIM provider', () => {
  let provider: Provider;
  let user: User;
  beforeEach(async () => {
    provider = await openProvider();
    user = await provider.make(
      person('bjensen', {
        title: 'Consultant',
        name: { givenName: 'Barbara', familyName: 'Jensen' },
        emails: [work, home],
        [enterprise]: { employeeNumber: '701984', costCenter: '4130' },
      }),
    );
  });
  afterEach(() => provider.hosted.close());

  const after = async (...operations: object[]): Promise<User> => {
    const reply = await provider.patch(user.id, ...operations);
    expect(reply.status).toBe(200);
    return (await reply.json()) as User;
  };

  describe('add', () => {
    test('joins several values, and names single ones', async () => {
      const other = { value: 'b@other.org', type: 'other' };
      expect(await after({ op: 'add', value: { emails: [other], nickname: 'Babs' } })).toMatchObject({
        emails: [work, home, other],
        nickName: 'Babs',
      });
    });

    test('what is there already is no new version', async () => {
      provider.at('2026-09-02T10:00:00Z');
      expect((await after({ op: 'add', path: 'emails', value: [home] })).meta).toEqual(user.meta);
    });

    test('an object keeps what is not named', async () => {
      expect(await after({ op: 'add', path: 'name', value: { middleName: 'Jane' } })).toMatchObject({
        name: { givenName: 'Barbara', familyName: 'Jensen', middleName: 'Jane' },
      });
    });

    test('a new primary value ends the old one', async () => {
      const other = { value: 'b@other.org', primary: true };
      expect((await after({ op: 'add', path: 'emails', value: [other] })).emails).toEqual([
        { ...work, primary: false },
        home,
        other,
      ]);
    });

    test('one value without its list is one of several', async () => {
      const phone = { value: '555-4444', type: 'mobile' };
      expect((await after({ op: 'add', path: 'phoneNumbers', value: phone })).phoneNumbers).toEqual([phone]);
    });
  });

  describe('replace', () => {
    test('a list is replaced as a whole', async () => {
      expect((await after({ op: 'replace', path: 'emails', value: [home] })).emails).toEqual([home]);
    });

    test('a filter chooses one of several values, or one attribute of it', async () => {
      const moved = { op: 'replace', path: 'emails[type eq "home"]', value: { value: 'new@jensen.org', type: 'home' } };
      expect((await after(moved)).emails).toEqual([work, { value: 'new@jensen.org', type: 'home' }]);
      const renamed = { op: 'replace', path: 'emails[type eq "work"].value', value: 'updated@example.com' };
      expect((await after(renamed)).emails).toMatchObject([{ ...work, value: 'updated@example.com' }, {}]);
    });

    test('a value made primary ends the other', async () => {
      const promoted = { op: 'replace', path: 'emails[type eq "home"].primary', value: true };
      expect((await after(promoted)).emails).toEqual([
        { ...work, primary: false },
        { ...home, primary: true },
      ]);
    });

    test('attributes of objects and extensions are named by path', async () => {
      const patched = await after(
        { op: 'replace', path: 'name.familyName', value: 'updatedFamilyName' },
        { op: 'replace', path: `${enterprise}:employeeNumber`, value: 'E1' },
        { op: 'replace', path: `${userSchema}:title`, value: 'Principal' },
      );
      expect(patched).toMatchObject({
        title: 'Principal',
        name: { givenName: 'Barbara', familyName: 'updatedFamilyName' },
        [enterprise]: { employeeNumber: 'E1', costCenter: '4130' },
      });
    });
  });

  describe('remove', () => {
    test('an attribute, one of several values, and an attribute of it', async () => {
      expect(await after({ op: 'remove', path: 'title' })).not.toHaveProperty('title');
      expect((await after({ op: 'remove', path: 'emails[type eq "work"].primary' })).emails).toEqual([
        { value: work.value, type: 'work' },
        home,
      ]);
      expect((await after({ op: 'remove', path: 'emails[value ew "example.com"]' })).emails).toEqual([home]);
      expect(await after({ op: 'remove', path: 'emails[type eq "home"]' })).not.toHaveProperty('emails');
    });

    test('what is not there is no mistake, and leaves nothing behind', async () => {
      const untouched = await after(
        { op: 'remove', path: 'emails[type eq "other"]' },
        { op: 'remove', path: 'addresses.locality' },
        { op: 'remove', path: 'nickName' },
      );
      expect(untouched).toEqual(user);
    });

    test('the last attribute of an extension takes the extension along', async () => {
      const patched = await after({ op: 'remove', path: enterprise });
      expect(patched).not.toHaveProperty(enterprise);
      expect(patched.schemas).toEqual([userSchema]);
    });
  });

  test.each([
    ['another operation', { op: 'move', path: 'title', value: 'x' }, 'invalidSyntax'],
    ['a remove of everything', { op: 'remove' }, 'noTarget'],
    ['a replace where nothing matches', { op: 'replace', path: 'emails[type eq "x"].value', value: 'y' }, 'noTarget'],
    ['a path that is none', { op: 'replace', path: 'emails[', value: [] }, 'invalidPath'],
    ['the path of a prototype', { op: 'add', path: '__proto__.polluted', value: true }, 'invalidPath'],
    ['a filter that is none', { op: 'remove', path: 'emails[type is "x"]' }, 'invalidFilter'],
    ['another id', { op: 'replace', path: 'id', value: '7' }, 'mutability'],
    ['another id in the value', { op: 'replace', value: { id: '7' } }, 'mutability'],
    ['groups', { op: 'add', path: 'groups', value: [{ value: 'admins' }] }, 'mutability'],
    ['a removed userName', { op: 'remove', path: 'userName' }, 'mutability'],
    ['an empty userName', { op: 'replace', path: 'userName', value: '' }, 'invalidValue'],
    ['text that is no boolean', { op: 'replace', path: 'active', value: 'no' }, 'invalidValue'],
    ['a value that is no object, without a path', { op: 'replace', value: 'x' }, 'invalidValue'],
  ])('%s is refused, and the operations before it are undone', async (_case, operation, scimType) => {
    const first = { op: 'replace', path: 'title', value: 'Principal' };
    expect(await refusal(await provider.patch(user.id, first, operation))).toEqual([400, scimType]);
    expect(await provider.read(user.id)).toEqual(user);
    expect(provider.journal.entries).toHaveLength(1);
  });

  test.each([
    ['no schema', { Operations: [{ op: 'remove', path: 'title' }] }],
    ['the schema of a user', { schemas: [userSchema], Operations: [{ op: 'remove', path: 'title' }] }],
    ['no operations', { schemas: [patchSchema] }],
    ['an empty list of operations', { schemas: [patchSchema], Operations: [] }],
  ])('a patch with %s is refused', async (_case, body) => {
    expect(await refusal(await provider.call('PATCH', `/Users/${user.id}`, body))).toEqual([400, 'invalidSyntax']);
  });

  test('the userName of somebody else is refused', async () => {
    await provider.make(person('jsmith'));
    const taken = { op: 'replace', path: 'userName', value: 'JSmith' };
    expect(await refusal(await provider.patch(user.id, taken))).toEqual([409, 'uniqueness']);
  });

  test('a stale version is refused, and a patch makes a new one', async () => {
    provider.at('2026-09-02T10:00:00Z');
    const { meta } = await after({ op: 'replace', path: 'title', value: 'Principal' });
    expect(meta).toMatchObject({ created: start, lastModified: '2026-09-02T10:00:00.000Z' });
    const body = { schemas: [patchSchema], Operations: [{ op: 'remove', path: 'title' }] };
    const stale = await provider.call('PATCH', `/Users/${user.id}`, body, { 'if-match': user.meta.version! });
    expect(stale.status).toBe(412);
  });

  describe('as clients in the wild send it', () => {
    test('Entra ID writes operations with a capital and booleans as text', async () => {
      expect(await after({ op: 'Replace', path: 'active', value: 'False' })).toMatchObject({ active: false });
      expect(await after({ op: 'Add', path: 'active', value: 'True' })).toMatchObject({ active: true });
    });

    test('Entra ID names attributes by dotted and full keys in a value without a path', async () => {
      const value = { displayName: 'Bjfe', 'name.givenName': 'Kkom', [`${enterprise}:employeeNumber`]: 'E1' };
      expect(await after({ op: 'replace', value })).toMatchObject({
        displayName: 'Bjfe',
        name: { givenName: 'Kkom', familyName: 'Jensen' },
        [enterprise]: { employeeNumber: 'E1', costCenter: '4130' },
      });
    });

    test('Entra ID names what to remove in the value', async () => {
      const gone = { op: 'Remove', path: 'emails', value: [{ value: home.value }] };
      expect((await after(gone)).emails).toEqual([work]);
    });

    test('a manager comes as a bare id or as an object', async () => {
      for (const value of ['26118915', { value: '26118915' }])
        expect(await after({ op: 'Add', path: `${enterprise}:manager`, value })).toMatchObject({
          [enterprise]: { manager: { value: '26118915' } },
        });
    });

    test('Okta deactivates without a path, and sends the id along', async () => {
      const value = { id: user.id, active: false };
      expect(await after({ op: 'replace', value })).toMatchObject({ id: user.id, active: false });
    });

    test('a password is taken and never told', async () => {
      expect(await after({ op: 'replace', value: { password: 't1meMa$heen' } })).toEqual(user);
    });
  });
});
