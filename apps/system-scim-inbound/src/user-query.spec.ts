import { userQuery } from './user-query.js';

const tests = (filter: string) => {
  const { where, values } = userQuery({ filter });
  return [where, values];
};

describe('a filter of users', () => {
  it('by name looks at no case, by the client’s own id it does', () => {
    expect(tests('userName eq "Test_User@example.com"')).toEqual([
      ['lower(user_name) = lower($2)'],
      ['Test_User@example.com'],
    ]);
    expect(tests('externalId Eq "0a21"')).toEqual([['external_id = $2'], ['0a21']]);
  });

  it('may ask for several things at once, an e-mail by its type among them', () => {
    expect(tests('active eq true and emails[type eq "work"].value eq "a@b.example"')).toEqual([
      [`coalesce((attributes ->> 'active')::boolean, true) = $2`, `attributes -> 'emails' @> $3::jsonb`],
      [true, '[{"type":"work","value":"a@b.example"}]'],
    ]);
  });

  it('reads text as JSON does', () => {
    expect(tests('userName eq "a\\"b \\u00e9 and c"')[1]).toEqual(['a"b é and c']);
  });

  it.each([
    'userName co "x"',
    'userName eq "x" or userName eq "y"',
    'not (userName eq "x")',
    'userName eq',
    'userName eq "x" and ',
    'userName eq "x" userName eq "y"',
    'userName eq x',
    'password eq "x"',
    'active eq "yes"',
    '',
    'a'.repeat(5_000),
  ])('that cannot be answered is refused: %s', (filter) => {
    expect(() => userQuery({ filter })).toThrow(expect.objectContaining({ kind: 'rejected' }));
  });
});

describe('a page of users', () => {
  it.each([
    [{}, 0, 100, 1],
    [{ startIndex: '101', count: '100' }, 100, 100, 101],
    [{ startIndex: '0', count: '-1' }, 0, 0, 1],
    [{ count: '5000' }, 0, 200, 1],
  ])('%j is brought within bounds', (query: Record<string, string>, offset, limit, startIndex) => {
    expect(userQuery(query)).toMatchObject({ offset, limit, startIndex });
  });

  it('in other words than numbers is refused', () => {
    expect(() => userQuery({ count: 'all' })).toThrow('count must be a whole number');
  });
});
