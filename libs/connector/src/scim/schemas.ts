/** A user's attributes by name, as the client stated them; extensions stand under their schema's name. */
export type Attributes = Record<string, unknown>;

export const userSchema = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const enterpriseSchema = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
/** What a worker has and RFC 7643 has no name for. */
export const workerSchema = 'urn:ietf:params:scim:schemas:extension:throughline:1.0:Worker';

interface Attribute {
  type: 'string' | 'boolean' | 'complex';
  multiValued?: boolean;
  subAttributes?: string[];
}

const text: Attribute = { type: 'string' };
const complex = (...subAttributes: string[]): Attribute => ({ type: 'complex', subAttributes });
const many = (...subAttributes: string[]): Attribute => ({ type: 'complex', multiValued: true, subAttributes });

interface Schema {
  name: string;
  attributes: Record<string, Attribute>;
}

/** What `/Schemas` announces. Other attributes are kept as they come and mean nothing here. */
export const schemas: Readonly<Record<string, Schema>> = {
  [userSchema]: {
    name: 'User',
    attributes: {
      userName: text,
      externalId: text,
      name: complex('formatted', 'familyName', 'givenName', 'middleName'),
      displayName: text,
      title: text,
      userType: text,
      active: { type: 'boolean' },
      emails: many('value', 'type', 'primary'),
      phoneNumbers: many('value', 'type', 'primary'),
      addresses: many('type', 'locality', 'country', 'primary'),
      roles: many('value', 'type', 'primary'),
    },
  },
  [enterpriseSchema]: {
    name: 'EnterpriseUser',
    attributes: {
      employeeNumber: text,
      costCenter: text,
      organization: text,
      division: text,
      department: text,
      manager: complex('value', 'displayName'),
    },
  },
  [workerSchema]: { name: 'Worker', attributes: { grade: text, hireDate: text, terminationDate: text } },
};

/** Set by us, or never kept; a client that sends them back among others means nothing by it. */
export const readOnly: ReadonlySet<string> = new Set(['id', 'meta', 'schemas', 'groups', 'password']);

const names = new Map(
  Object.values(schemas)
    .flatMap(({ attributes }) =>
      Object.entries(attributes).flatMap(([name, { subAttributes = [] }]) => [name, ...subAttributes]),
    )
    .concat([...readOnly], ['display', '$ref', 'streetAddress', 'postalCode', 'region', 'nickName', 'locale'])
    .map((name) => [name.toLowerCase(), name]),
);

/** Attribute names are case-insensitive (RFC 7643, 2.1): one known or already there keeps its spelling. */
export function nameIn(holder: Attributes, name: string): string {
  const lower = name.toLowerCase();
  return Object.keys(holder).find((one) => one.toLowerCase() === lower) ?? names.get(lower) ?? name;
}

/** The schema a name stands for, however it is spelt; undefined for an attribute. */
export const schemaNamed = (name: string): string | undefined =>
  Object.keys(schemas).find((one) => one.toLowerCase() === name.toLowerCase());
