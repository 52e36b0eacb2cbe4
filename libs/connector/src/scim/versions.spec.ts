import { etagOf, names, refuseStale } from './versions.js';

describe('the version of a resource', () => {
  const user = { id: 'u1', version: 3 };

  it('is a weak entity tag', () => expect(etagOf(user)).toBe('W/"3"'));

  it.each([['W/"3"'], ['"3"'], ['*'], ['W/"2", W/"3"']])('is meant by %s', (tags) =>
    expect(names(tags, user)).toBe(true),
  );

  it.each([['W/"2"'], ['3'], ['"33"'], ['']])('is not meant by %s', (tags) => expect(names(tags, user)).toBe(false));

  it('is defended where a change names another, and only there', () => {
    expect(() => refuseStale(user, 'W/"2"')).toThrow('user u1 has changed: its version is W/"3"');
    expect(() => refuseStale(user, 'W/"3"')).not.toThrow();
    expect(() => refuseStale(user, null)).not.toThrow();
  });
});
