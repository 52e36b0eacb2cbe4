import { enterprise, openProvider, person, type Provider, refusal } from './provider.fixture.js';

describe('filters of a SCIM provider', () => {
  let provider: Provider;
  beforeAll(async () => {
    provider = await openProvider();
    await provider.make(
      person('BJensen', {
        externalId: 'Ab1',
        title: 'Tour Guide',
        name: { familyName: "O'Malley" },
        emails: [
          { value: 'bjensen@example.com', type: 'work' },
          { value: 'babs@jensen.org', type: 'home' },
        ],
        [enterprise]: { costCenter: '4130', manager: { value: '26118915' } },
      }),
    );
    provider.at('2026-09-02T10:00:00Z');
    await provider.make(person('jsmith', { active: false, emails: [{ value: 'j@example.org', type: 'work' }] }));
    await provider.make(person('say "hi"', { title: '' }));
  });
  afterAll(() => provider.hosted.close());

  const names = async (filter: string): Promise<string[]> =>
    (await provider.list({ filter })).Resources.map(({ userName }) => userName);

  test.each([
    ['userName eq "bjensen"', 'text is compared without case', ['BJensen']],
    ['USERNAME EQ "bjensen"', 'names and operators have no case', ['BJensen']],
    ['externalId eq "Ab1"', 'the key of the client is exact', ['BJensen']],
    ['externalId eq "ab1"', 'a naive client that changes the case of its own key', []],
    ['userName eq "say \\"hi\\""', 'text is quoted as JSON quotes it', ['say "hi"']],
    ['active eq false', 'a boolean is no text', ['jsmith']],
    ['active eq "false"', 'a naive client that quotes a boolean', []],
    ['name.familyName co "malley"', 'contains', ['BJensen']],
    ['userName sw "j"', 'starts with', ['jsmith']],
    ['emails.value ew "org"', 'ends with, of any of several values', ['BJensen', 'jsmith']],
    ['emails co "example.com"', 'several values are compared by what they are', ['BJensen']],
    ['title pr', 'empty text is not present', ['BJensen']],
    ['userName ne "jsmith"', 'not equal', ['BJensen', 'say "hi"']],
    ['externalId ne "Ab1"', 'what has no value is not equal', ['jsmith', 'say "hi"']],
    ['externalId eq null', 'null is no value', ['jsmith', 'say "hi"']],
    ['userName gt "jsmith"', 'greater', ['say "hi"']],
    ['userName le "jsmith"', 'less or equal', ['BJensen', 'jsmith']],
    [`${enterprise}:costCenter eq "4130"`, 'an extension is named by its URN', ['BJensen']],
    [`${enterprise}:manager.value eq "26118915"`, 'below an extension', ['BJensen']],
    ['urn:ietf:params:scim:schemas:core:2.0:User:userName eq "jsmith"', 'the core URN may be named', ['jsmith']],
    ['shoeSize eq "42"', 'what nobody has', []],
    ['meta.resourceType eq "User" and not (active eq true)', 'not', ['jsmith']],
    ['title pr and userName sw "x" or userName sw "j"', 'and binds closer than or', ['jsmith']],
    ['title pr and (userName sw "b" or userName sw "j")', 'parentheses', ['BJensen']],
  ])('%s: %s', async (filter, _why, expected) => {
    expect(await names(filter)).toEqual(expected);
  });

  test('a naive client that tests two attributes of several values apart finds too many', async () => {
    const apart = 'emails.type eq "work" and emails.value ew "jensen.org"';
    expect(await names(apart)).toEqual(['BJensen']);
    expect(await names('emails[type eq "work" and value ew "jensen.org"]')).toEqual([]);
    expect(await names('emails[type eq "work"].value eq "bjensen@example.com"')).toEqual(['BJensen']);
  });

  test('moments are compared as moments, whatever offset they are written with', async () => {
    expect(await names('meta.lastModified gt "2026-09-02T11:00:00+02:00"')).toEqual(['jsmith', 'say "hi"']);
    expect(await names('META.lastmodified ge "2026-09-02T10:00:00Z" and active eq true')).toEqual(['say "hi"']);
    expect(await names('meta.created eq "2026-09-01T12:00:00+02:00"')).toEqual(['BJensen']);
  });

  test.each([
    '',
    'userName',
    'userName eq',
    'userName eq bjensen',
    'userName eq "bjensen',
    'userName is "bjensen"',
    'userName eq "a" and',
    'userName eq "a" userName eq "b"',
    '(userName eq "a"',
    'not userName eq "a"',
    'emails[type eq "work"',
    'active gt true',
    'userName eq {"a":1}',
    'meta.created gt "yesterday"',
    '__proto__ pr',
  ])('<%s> cannot be read', async (filter) => {
    const reply = await provider.call('GET', `/Users?filter=${encodeURIComponent(filter)}`);
    expect(await refusal(reply)).toEqual([400, 'invalidFilter']);
  });
});
