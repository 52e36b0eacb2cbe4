import type { Vendor, VendorRequest } from '#connector';
import type { identity } from '#contracts';
import { findAccount, outcome, upload } from './accounts.js';
import { bulkRequestOf } from './mapping.js';

const reference = '701984';
const state: identity.AccountState = {
  userName: 'bjensen@example.com',
  firstName: 'Barbara',
  lastName: 'Jensen',
  email: 'bjensen@example.com',
  workerNumber: reference,
  costCentre: '4130',
  legalEntity: 'Universal Studios',
  jobTitle: 'Tour Guide',
  active: true,
};

/** As Graph documents a user. */
const user = {
  id: '6ea91a8d-e32e-41a1-b7bd-d2d185eed0e0',
  userPrincipalName: 'bjensen@example.com',
  givenName: 'Barbara',
  surname: 'Jensen',
  mail: 'bjensen@example.com',
  employeeId: reference,
  jobTitle: 'Tour Guide',
  companyName: 'Universal Studios',
  accountEnabled: true,
  employeeOrgData: { costCenter: '4130', division: null },
};

const jobId = 'API2AAD.b16687d38faf42adb29892cdcaf01c6e.1a03de52-b9c3-4e2c-a1e3-9145aaa8e530';
const settings = { servicePrincipalId: 'cc7a1d2b-0000-4a4a-9c9c-000000000001', jobId };

/** An entry of the log as documented, about our record unless it is said otherwise. */
const entry = (status: string, changes: object = {}) => ({
  id: '75b5b0ae-9fc5-8d0e-e0a9-000000000001',
  activityDateTime: '2026-11-21T10:06:00Z',
  jobId,
  provisioningAction: 'create',
  sourceIdentity: { id: reference, displayName: '', identityType: 'User', details: {} },
  targetIdentity: { id: user.id, displayName: '', identityType: 'User', details: {} },
  provisioningStatusInfo: { status, errorInformation: null },
  ...changes,
});

/** A tenant that answers each question with the next of its replies, the last one again and again. */
function tenant(replies: Record<string, unknown[]>) {
  const asked: string[] = [];
  const sent: VendorRequest[] = [];
  const vendor = {
    settings,
    get: (path: string, query: Record<string, string> = {}) => {
      asked.push([path, ...Object.values(query)].join(' '));
      const [, left] = Object.entries(replies).find(([start]) => path.startsWith(start))!;
      return Promise.resolve(left.length > 1 ? left.shift() : left[0]);
    },
    send: (request: VendorRequest) => {
      sent.push(request);
      return Promise.resolve({
        status: 202,
        headers: new Headers({ date: 'Sat, 21 Nov 2026 10:00:00 GMT' }),
        body: null,
      });
    },
  } as unknown as Vendor;
  return { vendor, asked, sent };
}

const log = (...entries: object[]) => ({ value: entries });
const ended = (one: object, account: object = user) =>
  outcome(
    tenant({ '/auditLogs/provisioning': [log(one)], '/users': [account] }).vendor,
    { reference, state },
    '/auditLogs/provisioning?x',
  );

describe('an account in Entra', () => {
  it('is uploaded whole, with nulls said, and its outcome is looked for in the log from that moment on', async () => {
    const { vendor, sent } = tenant({});
    const body = bulkRequestOf(reference, { ...state, jobTitle: null });
    const location = await upload(vendor, { key: 'a-key', body, location: null, open: [] });
    expect(sent[0]).toMatchObject({
      method: 'POST',
      path: `/servicePrincipals/${settings.servicePrincipalId}/synchronization/jobs/${jobId}/bulkUpload`,
      headers: { 'content-type': 'application/scim+json', 'client-request-id': 'a-key' },
    });
    expect(sent[0]!.body).toEqual({
      schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],
      Operations: [
        {
          method: 'POST',
          bulkId: '701984',
          path: '/Users',
          data: {
            schemas: [
              'urn:ietf:params:scim:schemas:core:2.0:User',
              'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
            ],
            externalId: '701984',
            userName: 'bjensen@example.com',
            name: { givenName: 'Barbara', familyName: 'Jensen' },
            displayName: 'Barbara Jensen',
            emails: [{ value: 'bjensen@example.com', type: 'work', primary: true }],
            title: null,
            active: true,
            'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': {
              employeeNumber: '701984',
              costCenter: '4130',
              organization: 'Universal Studios',
            },
          },
        },
      ],
      failOnErrors: null,
    });
    expect(decodeURIComponent(location)).toBe(
      `/auditLogs/provisioning?$filter=jobid eq '${jobId}' and activityDateTime gt 2026-11-21T09:59:59.000Z&$top=100`,
    );
  });

  it('is answered as the directory has it once the log shows success', async () => {
    await expect(ended(entry('success'))).resolves.toEqual({ id: user.id, ...state });
  });

  it('is asked for again while the log says nothing about it', async () => {
    const other = entry('success', { sourceIdentity: { id: '701985', displayName: '', details: {} } });
    await expect(ended(other)).rejects.toMatchObject({ kind: 'unavailable', detail: { retryAfterMs: 30_000 } });
  });

  it('is judged by the newest entry about it, on whatever page that stands', async () => {
    const failed = entry('failure', { activityDateTime: '2026-11-21T10:05:00Z' });
    const pages = [
      { ...log(failed), '@odata.nextLink': '/auditLogs/provisioning?$skiptoken=2' },
      log(entry('success')),
    ];
    const { vendor, asked } = tenant({ '/auditLogs/provisioning': pages, '/users': [user] });
    await expect(outcome(vendor, { reference, state }, '/auditLogs/provisioning?x')).resolves.toMatchObject(state);
    expect(asked.slice(0, 2)).toEqual(['/auditLogs/provisioning?x', '/auditLogs/provisioning?$skiptoken=2']);
  });

  it.each([
    ['nonServiceFailure', 'rejected', 'AzureActiveDirectoryInvalidUserPrincipalName'],
    ['failure', 'unavailable', 'still-running'],
  ])('that failed as %s is %s', async (errorCategory, kind, code) => {
    const errorInformation = {
      errorCode: 'AzureActiveDirectoryInvalidUserPrincipalName',
      reason: 'The user principal name is not valid',
      errorCategory,
    };
    const failed = entry('failure', { provisioningStatusInfo: { status: 'failure', errorInformation } });
    await expect(ended(failed)).rejects.toMatchObject({ kind, detail: { code } });
  });

  it('that is outside the scope of the job is rejected', async () => {
    const { vendor } = tenant({
      '/auditLogs/provisioning': [log(entry('skipped', { targetIdentity: null }))],
      '/users': [{ value: [] }],
    });
    await expect(outcome(vendor, { reference, state }, '/auditLogs/provisioning?x')).rejects.toMatchObject({
      kind: 'rejected',
    });
  });

  it('that already was as wanted is skipped by Entra, and done', async () => {
    await expect(ended(entry('skipped'))).resolves.toMatchObject({ id: user.id });
  });

  it('is never called barred while it may still sign in (I4)', async () => {
    const { vendor } = tenant({ '/auditLogs/provisioning': [log(entry('success'))], '/users': [user] });
    const barred = { reference, state: { ...state, active: false } };
    await expect(outcome(vendor, barred, '/auditLogs/provisioning?x')).rejects.toMatchObject({
      kind: 'conflict',
      message: `Entra took the change, but worker ${reference} may still sign in`,
    });
  });

  it('is not guessed among several with one employee id', async () => {
    const { vendor } = tenant({ '/users': [{ value: [user, { ...user, id: 'another' }] }] });
    await expect(findAccount(vendor, reference)).rejects.toMatchObject({
      kind: 'conflict',
      detail: { code: 'ambiguous-reference' },
    });
  });

  it('is looked for with the quotes of OData', async () => {
    const { vendor, asked } = tenant({ '/users': [{ value: [] }] });
    await expect(findAccount(vendor, "O'Neil")).resolves.toBeNull();
    expect(asked[0]).toContain("employeeId eq 'O''Neil'");
  });
});
