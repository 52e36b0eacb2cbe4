import type { VendorReply } from '#connector';
import { classify } from './errors.js';

const reply = (status: number, error: object | null, headers: Record<string, string> = {}): VendorReply => ({
  status,
  headers: new Headers(headers),
  body: error && { error },
});

const error = (code: string, value: string, errordetails: object[] = []) => ({
  code,
  message: { lang: 'en', value },
  innererror: { errordetails },
});

describe('what SAP says', () => {
  it.each<[string, VendorReply, string | null]>([
    ['a stale CSRF token', reply(403, null, { 'x-csrf-token': 'Required' }), 'unavailable'],
    ['too many requests', reply(429, null), 'throttled'],
    ['a pause with an end', reply(503, null, { 'retry-after': '60' }), 'unavailable'],
    ['a service that was not opened to us', reply(404, error('/IWFND/MED/170', 'No service found')), 'forbidden'],
    ['no authorisation', reply(403, error('/IWFND/CM_CONSUMER/101', 'No authorization')), 'forbidden'],
    ['no such record', reply(404, error('/IWBEP/CM_MGW_RT/020', 'Resource not found')), 'not-found'],
    ['somebody else’s change', reply(412, error('/IWBEP/CM_MGW_RT/104', 'Precondition failed')), 'conflict'],
    ['a broken rule', reply(400, error('V1/382', 'Material X does not exist')), 'rejected'],
    // Whether anything was written depends on the request: the common table decides.
    ['a crash', reply(500, error('SY/530', 'Program terminated')), null],
    ['an outage without an end', reply(503, null), null],
    ['a refused sign-in', reply(401, null), null],
    ['a proxy’s page', { status: 403, headers: new Headers(), body: '<html></html>' }, null],
  ])('%s', (_what, given, kind) => {
    expect(classify(given)?.kind ?? null).toBe(kind);
  });

  it('is told once, with every field that is wrong', () => {
    const failure = classify(
      reply(
        400,
        error('CVI_EI/039', 'Enter an address', [
          { message: 'Enter an address', target: 'to_BusinessPartnerAddress', severity: 'error' },
          { message: 'Enter an account', propertyref: 'ReconciliationAccount', severity: 'error' },
          { message: 'Name was changed', target: 'OrganizationBPName1', severity: 'warning' },
        ]),
      ),
    );
    expect(failure?.message).toBe('S/4HANA: Enter an address; Enter an account');
    expect(failure?.detail.fields).toEqual([
      { field: 'to_BusinessPartnerAddress', message: 'Enter an address' },
      { field: 'ReconciliationAccount', message: 'Enter an account' },
    ]);
  });
});
