import { parseXml } from '#connector';
import { Failure } from '#kernel';
import { classify } from './connector.js';
import type { WorkdaySettings } from './settings.js';
import { envelope } from './soap.js';
import { transactionsSince } from './changes.js';
import { getWorkersRequest } from './workers.js';

const settings = { tenant: 'acme', user: 'ISU_PSA', password: 'a<b>&"c' } as WorkdaySettings;
const read = (content: Parameters<typeof envelope>[2]) =>
  parseXml(envelope(settings, 'Get_Workers_Request', content))!.first('Envelope')!;

describe('a SOAP request to Workday', () => {
  it('carries name, tenant and password as WS-Security wants them', () => {
    const token = read({}).first('Header', 'Security', 'UsernameToken')!;
    expect([token.text('Username'), token.text('Password'), token.first('Password')!.attribute('Type')]).toEqual([
      'ISU_PSA@acme',
      'a<b>&"c',
      'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText',
    ]);
  });

  it('puts Workday’s prefix on elements and attributes', () => {
    const text = envelope(settings, 'Get_Workers_Request', {
      '@version': 'v44.0',
      ...getWorkersRequest({ ids: ['ab12'], asOf: '2026-11-21T08:00:00.000Z' }),
    });
    expect(text).toContain(
      '<bsvc:Get_Workers_Request bsvc:version="v44.0"><bsvc:Request_References><bsvc:Worker_Reference>' +
        '<bsvc:ID bsvc:type="WID">ab12</bsvc:ID></bsvc:Worker_Reference></bsvc:Request_References>' +
        '<bsvc:Response_Filter><bsvc:As_Of_Entry_DateTime>2026-11-21T08:00:00.000Z</bsvc:As_Of_Entry_DateTime>',
    );
  });

  it('never asks for pay, and always for something else, since without flags pay comes by itself', () => {
    const group = read(getWorkersRequest({ asOf: '2026-11-21T08:00:00.000Z' })).first(
      'Body',
      'Get_Workers_Request',
      'Response_Group',
    )!;
    expect([group.flag('Include_Employment_Information'), group.flag('Include_Compensation')]).toEqual([true, false]);
  });

  it('asks for what was entered since and for what took effect since, five minutes of it again', () => {
    const since = '2026-11-20T08:00:00.000Z';
    const until = '2026-11-21T08:00:00.000Z';
    const criteria = read(getWorkersRequest({ transactions: transactionsSince(since, until), asOf: until }))
      .all('Body', 'Get_Workers_Request', 'Request_Criteria', 'Transaction_Log_Criteria_Data')
      .map((one) =>
        ['Updated_From', 'Updated_Through', 'Effective_From', 'Effective_Through'].map((name) =>
          one.text('Transaction_Date_Range_Data', name),
        ),
      );
    expect(criteria).toEqual([
      ['2026-11-20T07:55:00.000Z', until, '1970-01-01T00:00:00.000Z', until],
      ['1970-01-01T00:00:00.000Z', until, '2026-11-20T07:55:00.000Z', until],
    ]);
  });
});

const fault = (code: string, text: string, detail = '') =>
  `<SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/"><SOAP-ENV:Body>
  <SOAP-ENV:Fault xmlns:wd="urn:com.workday/bsvc"><faultcode>SOAP-ENV:${code}</faultcode>
  <faultstring>${text}</faultstring><detail>${detail}</detail></SOAP-ENV:Fault></SOAP-ENV:Body></SOAP-ENV:Envelope>`;

const kindOf = (status: number, body: unknown): string | undefined =>
  classify({ status, body, headers: new Headers() })?.kind;

describe('a refusal by Workday', () => {
  it.each([
    ['Client.authenticationError', 'invalid username or password', 'forbidden'],
    ['Client.validationError', 'Validation error occurred. Element is required', 'rejected'],
    [
      'Client.validationError',
      "Validation error occurred. Invalid ID value.  'X' is not a valid ID value for type = 'WID'",
      'not-found',
    ],
    ['Server.processingError', 'Too many requests', 'throttled'],
    ['Server.processingError', 'An internal error occurred', 'unavailable'],
    ['Client.validationError', 'The task submitted is not authorized.', 'forbidden'],
  ])('by the fault %s "%s" is %s, although HTTP always says 500', (code, text, kind) => {
    expect(kindOf(500, fault(code, text))).toBe(kind);
  });

  it('names every field that is wrong, and where it is', () => {
    const wrong = (field: string, message: string): string =>
      `<wd:Validation_Error><wd:Message>${message}</wd:Message><wd:Xpath>${field}</wd:Xpath></wd:Validation_Error>`;
    const detail = `<wd:Validation_Fault>${wrong('/a[1]', 'is empty')}${wrong('/b[1]', 'is long')}</wd:Validation_Fault>`;
    const failure = classify({
      status: 500,
      body: fault('Client.validationError', 'Validation error occurred.', detail),
      headers: new Headers(),
    });
    expect(failure).toBeInstanceOf(Failure);
    expect(failure!.detail.fields).toEqual([
      { field: '/a[1]', message: 'is empty' },
      { field: '/b[1]', message: 'is long' },
    ]);
  });

  it.each([
    [429, { error: 'too many' }, 'throttled'],
    [400, { error: 'invalid request', errors: [{ error: 'fromDate is not a date' }] }, 'rejected'],
    [400, { error: 'invalid request', errors: [{ error: 'permission denied', code: 'S22' }] }, 'forbidden'],
    [404, { error: 'not found' }, 'not-found'],
    [403, { error: 'permission denied' }, undefined],
    [503, 'upstream', undefined],
  ])('by REST with %s is judged by its code first; the rest is for the common table', (status, body, kind) => {
    expect(kindOf(status, body)).toBe(kind);
  });
});
