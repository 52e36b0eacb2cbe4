import { createOnce, type DomainOperations, rolesNamed as named, theOne, type Vendor } from '#connector';
import type { psa } from '#contracts';
import { Failure } from '#kernel';
import { adopt, create, findByReference, list, listAll, reference, type Row, update } from './api.js';
import { putCustomFields } from './custom-fields.js';
import { quarantineMs } from './settings.js';

export async function findPeople(vendor: Vendor, ref: string, email: string): Promise<Row[]> {
  const ours = await findByReference(vendor, 'users', ref);
  // Somebody who worked here before the gateway carries no reference of ours and is known by e-mail.
  return ours.length > 0 ? ours : (await list(vendor, 'users', { by_email_address: email })).rows;
}

/** The person with a worker number. */
export const thePerson = async (vendor: Vendor, number: string): Promise<Row> =>
  theOne(await findByReference(vendor, 'users', number), 'Kantata', 'worker', number);

/** The roles with these names, in their order. */
export const rolesNamed = async (vendor: Vendor, names: string[]): Promise<Row[]> =>
  named(await listAll(vendor, 'roles', {}), 'Kantata', names);

export const roleNamed = async (vendor: Vendor, name: string): Promise<Row> => (await rolesNamed(vendor, [name]))[0]!;

export async function putDefaultRole(vendor: Vendor, userId: string, roleName: string): Promise<void> {
  const role = await roleNamed(vendor, roleName);
  const { rows } = await list(vendor, 'account_memberships', { by_user_id: userId, include: 'default_role' });
  const [membership] = rows;
  if (!membership || membership.default_role_id === role.id) return;
  await update(vendor, 'account_memberships', membership.id, { default_role_id: role.id });
}

/** Makes a person, who carries the worker number from the start. */
export async function invite(vendor: Vendor, number: string, name: string, email: string): Promise<Row> {
  const body = {
    full_name: name,
    email_address: email,
    permission: 'collaborator',
    external_reference: reference('Worker', number),
  };
  const invitation = await create(vendor, 'account_invitations', body, { include: 'invitee' });
  return { id: String(invitation.invitee_id), full_name: name, email_address: email };
}

const nameOf = ({ firstName, lastName }: psa.PersonState): string => `${firstName} ${lastName}`;

/** Somebody who is to be inactive and never was here. */
const nobody: Row = { id: 'none' };

/** Kantata publishes no request that disables or enables a person. */
function requireAsActive(row: Row, number: string, active: boolean): void {
  if ((row.disabled !== true) === active) return;
  const [state, deed] = active ? ['disabled', 'enable'] : ['enabled', 'disable'];
  throw new Failure('conflict', `worker ${number} is ${state} in Kantata`, {
    code: 'change-access-by-hand',
    remedy: `${deed} the person in Kantata, whose API cannot, then retry`,
    fields: [{ field: 'active', message: `is ${active}, and the person is ${state}` }],
  });
}

/** The same people as behind the scheduling contract: whoever states somebody first makes them, the other finds them. */
export const putPerson: DomainOperations['psa']['putPerson'] = createOnce({
  quarantineMs,
  find: (vendor, { reference: ref, state }) => findPeople(vendor, ref, state.email),
  create: async (vendor, { reference: ref, state }) =>
    state.active ? invite(vendor, ref, nameOf(state), state.email) : nobody,
  tell: ({ id }) => ({ id, url: null }),
  finish: async (vendor, { reference: ref, state }, person) => {
    if (person.id === nobody.id) return person;
    const [row] = (await list(vendor, 'users', { only: person.id })).rows;
    if (row) requireAsActive(row, ref, state.active);
    if (!state.active) return person;
    await adopt(vendor, 'User', person.id, 'Worker', ref);
    if (row?.full_name !== nameOf(state)) await update(vendor, 'users', person.id, { full_name: nameOf(state) });
    await putDefaultRole(vendor, person.id, state.roleName);
    await putCustomFields(vendor, 'User', person.id, { 'Cost centre': state.costCentre });
    return person;
  },
});
