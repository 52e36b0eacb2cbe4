import { patched, stated } from './patch.js';
import { enterpriseSchema } from './schemas.js';

const before = () => ({
  userName: 'test_user@example.com',
  externalId: '0a21f0f2-0000-0000-0000-000000000001',
  active: true,
  name: { formatted: 'givenName familyName', familyName: 'familyName', givenName: 'givenName' },
  emails: [
    { primary: true, type: 'work', value: 'test_user@example.com' },
    { type: 'home', value: 'me@home.example' },
  ],
  [enterpriseSchema]: { employeeNumber: 'E0', manager: { value: 'boss' } },
});

const after = (...operations: object[]) =>
  patched(before(), { schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations: operations });

const code = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return (error as { detail: { code: string } }).detail.code;
  }
  return 'done';
};

describe('a PATCH as Entra sends it', () => {
  it('by default has capitalised operations, dotted paths and schema names in paths', () => {
    const user = after(
      { op: 'Replace', path: 'displayName', value: 'Pvlo' },
      { op: 'Replace', path: 'emails[type eq "work"].value', value: 'x@example.com' },
      { op: 'Replace', path: 'name.givenName', value: 'Gtfd' },
      { op: 'Add', path: `${enterpriseSchema}:employeeNumber`, value: 'E1' },
    );
    expect(user).toEqual({
      ...before(),
      displayName: 'Pvlo',
      name: { ...before().name, givenName: 'Gtfd' },
      emails: [{ primary: true, type: 'work', value: 'x@example.com' }, before().emails[1]],
      [enterpriseSchema]: { employeeNumber: 'E1', manager: { value: 'boss' } },
    });
  });

  it.each(['False', 'false', false])('disables by %p', (value) => {
    expect(after({ op: 'Replace', path: 'active', value })).toMatchObject({ active: false });
  });

  it('in its newer form has no path, dotted keys and schema names in keys', () => {
    const value = { displayName: 'Bjfe', 'name.givenName': 'Kkom', [`${enterpriseSchema}:employeeNumber`]: 'E1' };
    expect(after({ op: 'replace', value })).toEqual({
      ...before(),
      displayName: 'Bjfe',
      name: { ...before().name, givenName: 'Kkom' },
      [enterpriseSchema]: { employeeNumber: 'E1', manager: { value: 'boss' } },
    });
  });

  it.each([['another'], [{ value: 'another' }]])('names a manager by %p', (value) => {
    const user = after({ op: 'Replace', path: `${enterpriseSchema}:manager`, value });
    expect(user[enterpriseSchema]).toEqual({ employeeNumber: 'E0', manager: { value: 'another' } });
  });

  it('adds a value that the filter of its path describes', () => {
    const user = after({ op: 'Add', path: 'phoneNumbers[type eq "mobile"].value', value: '+1 555 0100' });
    expect(user.phoneNumbers).toEqual([{ type: 'mobile', value: '+1 555 0100' }]);
  });

  it('takes the values it lists beside the path out of a list, and no others', () => {
    const user = after({ op: 'Remove', path: 'emails', value: [{ $ref: null, value: 'me@home.example' }] });
    expect(user.emails).toEqual([before().emails[0]]);
  });
});

describe('a PATCH as Okta sends it', () => {
  it('deactivates without a path', () => {
    expect(after({ op: 'replace', value: { active: false } })).toEqual({ ...before(), active: false });
  });

  it('may repeat the id within the value, which changes nothing', () => {
    const user = after({ op: 'replace', value: { id: 'made-up', displayName: 'Ada' } });
    expect(user).toEqual({ ...before(), displayName: 'Ada' });
  });
});

describe('a PATCH as RFC 7644 has it', () => {
  it('replaces an extension named as a key attribute by attribute', () => {
    const user = after({ op: 'add', value: { [enterpriseSchema]: { costCenter: 'US-STR' } } });
    expect(user[enterpriseSchema]).toEqual({ ...before()[enterpriseSchema], costCenter: 'US-STR' });
  });

  it('leaves one primary value', () => {
    const user = after({ op: 'add', path: 'emails', value: [{ value: 'new@example.com', primary: true }] });
    expect(user.emails).toEqual([
      { primary: false, type: 'work', value: 'test_user@example.com' },
      before().emails[1],
      { value: 'new@example.com', primary: true },
    ]);
  });

  it('removes an attribute, one part of it, or the values a filter means; nothing where it means none', () => {
    expect(after({ op: 'remove', path: 'emails' })).not.toHaveProperty('emails');
    expect(after({ op: 'remove', path: 'name.formatted' }).name).not.toHaveProperty('formatted');
    expect(after({ op: 'remove', path: 'emails[type eq "home"]' }).emails).toEqual([before().emails[0]]);
    expect(after({ op: 'remove', path: 'emails[type eq "other"]' })).toEqual(before());
  });

  it('takes null for "none"', () => {
    expect(after({ op: 'replace', path: 'externalId', value: null })).not.toHaveProperty('externalId');
  });

  it('finds attributes in whatever case', () => {
    expect(after({ op: 'replace', path: 'NAME.FamilyName', value: 'Rowe' }).name).toMatchObject({ familyName: 'Rowe' });
  });

  it.each([
    ['noTarget', { op: 'remove' }],
    ['noTarget', { op: 'replace', path: 'emails[type eq "other"].value', value: 'x' }],
    ['mutability', { op: 'replace', path: 'id', value: 'x' }],
    ['invalidPath', { op: 'replace', path: 'emails[', value: 'x' }],
    ['invalidPath', { op: 'replace', path: 'emails.value', value: 'x' }],
    ['invalidPath', { op: 'add', path: '__proto__.polluted', value: 'x' }],
    ['invalidPath', { op: 'add', value: { 'name.constructor': 'x' } }],
    ['invalidFilter', { op: 'replace', path: 'emails[type co "work"].value', value: 'x' }],
    ['invalidValue', { op: 'replace', path: 'active', value: 'perhaps' }],
    ['invalidValue', { op: 'replace', value: 'text' }],
    ['invalidSyntax', { op: 'move', path: 'title', value: 'x' }],
    ['invalidSyntax', {}],
  ])('is refused as %s: %j', (expected, operation) => {
    expect(code(() => after(operation))).toBe(expected);
    expect(Object.prototype).not.toHaveProperty('polluted');
  });

  it('does all of it or nothing', () => {
    const user = before();
    expect(() =>
      patched(user, { Operations: [{ op: 'replace', path: 'title', value: 'X' }, { op: 'remove' }] }),
    ).toThrow('a remove needs a path');
    expect(user).toEqual(before());
  });
});

describe('a whole user', () => {
  it('is kept exactly as sent, but for what is ours, what is empty and what is secret', () => {
    const body = {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
      id: 'made-up',
      meta: { resourceType: 'User' },
      userName: 'Ada.Rowe@meridian.example',
      password: 'random-from-okta',
      groups: [],
      roles: [],
      title: null,
      phoneNumbers: [{ value: '(555) 0100  ', type: 'work' }],
      locale: 'en-US',
    };
    expect(stated(body)).toEqual({
      userName: 'Ada.Rowe@meridian.example',
      phoneNumbers: [{ value: '(555) 0100  ', type: 'work' }],
      locale: 'en-US',
    });
  });

  it.each([[null], [[]], ['text']])('that is %j is refused', (body) => {
    expect(code(() => stated(body))).toBe('invalidSyntax');
  });
});
