import { scim } from '#connector';
import type { identity } from '#contracts';

/** A user as Microsoft Graph answers it, as far as we ask. */
export interface GraphUser {
  id: string;
  userPrincipalName: string;
  givenName: string | null;
  surname: string | null;
  mail: string | null;
  employeeId: string | null;
  jobTitle: string | null;
  companyName: string | null;
  accountEnabled: boolean | null;
  employeeOrgData: { costCenter: string | null } | null;
}

/** Graph leaves most of these out unless they are named. */
export const userFields =
  'id,userPrincipalName,givenName,surname,mail,employeeId,jobTitle,companyName,accountEnabled,employeeOrgData';

/**
 * The whole record each time: with null flow switched on, Entra clears what is left out. An explicit null asks for
 * clearing, and is ignored where null flow is off.
 */
export const bulkRequestOf = (reference: string, state: identity.AccountState): object => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],
  Operations: [
    {
      method: 'POST',
      bulkId: reference,
      path: '/Users',
      data: {
        schemas: [scim.userSchema, scim.enterpriseSchema],
        externalId: reference,
        userName: state.userName,
        name: { givenName: state.firstName, familyName: state.lastName },
        displayName: `${state.firstName} ${state.lastName}`,
        emails: [{ value: state.email, type: 'work', primary: true }],
        title: state.jobTitle,
        active: state.active,
        [scim.enterpriseSchema]: {
          employeeNumber: state.workerNumber,
          costCenter: state.costCentre,
          organization: state.legalEntity,
        },
      },
    },
  ],
  failOnErrors: null,
});

export const toAccount = (user: GraphUser): identity.IdentityAccount => ({
  id: user.id,
  userName: user.userPrincipalName,
  firstName: user.givenName ?? '',
  lastName: user.surname ?? '',
  // Exchange says what mail is; until a mailbox is there, the sign-in name stands for it.
  email: user.mail ?? user.userPrincipalName,
  workerNumber: user.employeeId ?? '',
  costCentre: user.employeeOrgData?.costCenter ?? null,
  legalEntity: user.companyName ?? null,
  jobTitle: user.jobTitle ?? null,
  active: user.accountEnabled ?? false,
});
