import type { World } from '../../core/simulator.js';

/** Somebody in the directory, by the names Microsoft Graph has for what the job maps. */
export interface User {
  id: string;
  userPrincipalName: string;
  accountEnabled: boolean;
  displayName: string;
  employeeId: string | null;
  givenName: string | null;
  surname: string | null;
  jobTitle: string | null;
  department: string | null;
  companyName: string | null;
  employeeType: string | null;
  preferredLanguage: string | null;
  employeeOrgData: { costCenter: string | null; division: string | null };
  mailNickname: string;
  createdDateTime: string;
  /** Employee id of the manager, who may be provisioned later. */
  managerEmployeeId: string | null;
}

export const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

type Node = Record<string, unknown>;

/** What a job sets; a name with a dot is of an object. */
export type Mapped = Partial<Record<string, string | boolean>>;

/**
 * Assumption, unconfirmed by the vendor: the mapping of a new job, from SCIM to the directory. What is absent or null is
 * left as it is: nulls do not flow unless an administrator turns that on.
 */
const mapping: [source: string[], target: string][] = [
  [['userName'], 'userPrincipalName'],
  [['externalId'], 'employeeId'],
  [['active'], 'accountEnabled'],
  [['displayName'], 'displayName'],
  [['name', 'givenName'], 'givenName'],
  [['name', 'familyName'], 'surname'],
  [['title'], 'jobTitle'],
  [['userType'], 'employeeType'],
  [['preferredLanguage'], 'preferredLanguage'],
  [[enterprise, 'department'], 'department'],
  [[enterprise, 'organization'], 'companyName'],
  [[enterprise, 'costCenter'], 'employeeOrgData.costCenter'],
  [[enterprise, 'division'], 'employeeOrgData.division'],
  [[enterprise, 'manager', 'value'], 'managerEmployeeId'],
];

/** The directory's values of one SCIM user; numbers are text there, `"True"` and `"False"` are flags. */
export function mapped(data: Node): Mapped {
  const values: Mapped = {};
  for (const [source, target] of mapping) {
    const value = source.reduce<unknown>((node, step) => (isNode(node) ? node[step] : undefined), data);
    if (target === 'accountEnabled') {
      if (/^(true|false)$/i.test(String(value))) values[target] = String(value).toLowerCase() === 'true';
    } else if (typeof value === 'string' || typeof value === 'number') values[target] = String(value);
  }
  return values;
}

export const valueOf = (user: User, target: string): string | boolean | null =>
  target.split('.').reduce<unknown>((node, step) => (node as Node)[step], user) as string | boolean | null;

export function withValues(user: User, values: Mapped): User {
  const changed = structuredClone(user) as User & Node;
  for (const [target, value] of Object.entries(values)) {
    const [name = '', inner] = target.split('.');
    if (inner === undefined) (changed as Node)[name] = value;
    else (changed[name] as Node)[inner] = value;
  }
  return changed;
}

/** Names are unique whatever their case. */
export const userNamed = (world: World, userPrincipalName: string): User | undefined =>
  world.store.find<User>('user', (user) => user.userPrincipalName.toLowerCase() === userPrincipalName.toLowerCase());

export const userNumbered = (world: World, employeeId: string): User | undefined =>
  world.store.find<User>('user', (user) => user.employeeId === employeeId);

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
