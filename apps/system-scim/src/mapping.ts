import { scim } from '#connector';
import type { identity } from '#contracts';

/** A user as RFC 7643 describes it, as far as we look. */
export interface ScimUser {
  id: string;
  externalId?: string;
  userName: string;
  active?: boolean;
  name?: { givenName?: string; familyName?: string };
  emails?: { value: string; type?: string; primary?: boolean }[];
  title?: string | undefined;
  [scim.enterpriseSchema]?: { employeeNumber?: string; costCenter?: string; organization?: string };
}

export function fromState(reference: string, state: identity.AccountState): Omit<ScimUser, 'id'> {
  return {
    externalId: reference,
    userName: state.userName,
    active: state.active,
    name: { givenName: state.firstName, familyName: state.lastName },
    emails: [{ value: state.email, type: 'work', primary: true }],
    // Absent, also over what is there: a replaced account loses what is not stated.
    title: state.jobTitle ?? undefined,
    [scim.enterpriseSchema]: {
      employeeNumber: state.workerNumber,
      ...(state.costCentre && { costCenter: state.costCentre }),
      ...(state.legalEntity && { organization: state.legalEntity }),
    },
  };
}

/** What only a new user says: which schemas it is described by. */
export const newUser = (reference: string, state: identity.AccountState) => ({
  schemas: [scim.userSchema, scim.enterpriseSchema],
  ...fromState(reference, state),
});

export function toAccount(user: ScimUser): identity.IdentityAccount {
  const extension = user[scim.enterpriseSchema];
  return {
    id: user.id,
    userName: user.userName,
    firstName: user.name?.givenName ?? '',
    lastName: user.name?.familyName ?? '',
    email: user.emails?.find(({ type }) => type === 'work')?.value ?? user.emails?.[0]?.value ?? '',
    workerNumber: extension?.employeeNumber ?? '',
    costCentre: extension?.costCenter ?? null,
    legalEntity: extension?.organization ?? null,
    jobTitle: user.title ?? null,
    active: user.active ?? true,
  };
}

/** Whether the account already is as it should be, seen through the contract. */
export function sameUser(user: ScimUser, wanted: Omit<ScimUser, 'id'>): boolean {
  const shown = (one: Omit<ScimUser, 'id'>): string => JSON.stringify([one.externalId, toAccount({ ...one, id: '' })]);
  return shown(user) === shown(wanted);
}
