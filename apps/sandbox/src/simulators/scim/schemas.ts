/** The shapes this provider knows: what `/Schemas` and `/ResourceTypes` tell. */
export const userSchema = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const enterpriseSchema = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

interface Attribute {
  name: string;
  type: 'string' | 'boolean' | 'complex' | 'reference';
  multiValued: boolean;
  subAttributes?: Attribute[];
  [characteristic: string]: unknown;
}

const attribute = (name: string, changes: Partial<Attribute> = {}): Attribute => ({
  name,
  type: 'string',
  multiValued: false,
  required: false,
  caseExact: false,
  mutability: 'readWrite',
  returned: 'default',
  uniqueness: 'none',
  ...changes,
});

const complex = (name: string, subAttributes: Attribute[], changes: Partial<Attribute> = {}): Attribute =>
  attribute(name, { type: 'complex', subAttributes, ...changes });

/** Several values, each with a kind, one of them the primary. */
const several = (name: string): Attribute =>
  complex(
    name,
    [attribute('value'), attribute('type'), attribute('display'), attribute('primary', { type: 'boolean' })],
    { multiValued: true },
  );

export const userAttributes: Attribute[] = [
  attribute('userName', { required: true, uniqueness: 'server' }),
  complex(
    'name',
    ['formatted', 'familyName', 'givenName', 'middleName'].map((name) => attribute(name)),
  ),
  ...['displayName', 'nickName', 'title', 'userType', 'preferredLanguage', 'locale', 'timezone'].map((name) =>
    attribute(name),
  ),
  attribute('active', { type: 'boolean' }),
  attribute('password', { mutability: 'writeOnly', returned: 'never' }),
  ...['emails', 'phoneNumbers', 'addresses', 'roles'].map(several),
  complex('groups', [attribute('value'), attribute('display')], { multiValued: true, mutability: 'readOnly' }),
];

const enterpriseAttributes: Attribute[] = [
  ...['employeeNumber', 'costCenter', 'organization', 'division', 'department'].map((name) => attribute(name)),
  complex('manager', [
    attribute('value'),
    attribute('$ref', { type: 'reference', referenceTypes: ['User'] }),
    attribute('displayName', { mutability: 'readOnly' }),
  ]),
];

const schema = (id: string, name: string, attributes: Attribute[]) => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:Schema'],
  id,
  name,
  description: name,
  attributes,
  meta: { resourceType: 'Schema', location: `/scim/v2/Schemas/${id}` },
});

export const schemas = [
  schema(userSchema, 'User', userAttributes),
  schema(enterpriseSchema, 'EnterpriseUser', enterpriseAttributes),
];

export const resourceTypes = [
  {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
    id: 'User',
    name: 'User',
    endpoint: '/Users',
    schema: userSchema,
    schemaExtensions: [{ schema: enterpriseSchema, required: false }],
    meta: { resourceType: 'ResourceType', location: '/scim/v2/ResourceTypes/User' },
  },
];
