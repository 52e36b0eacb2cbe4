import { classifyOrgError } from './errors.js';

const refusal = (status: number, errorCode: string, message = errorCode) =>
  classifyOrgError({ status, headers: new Headers(), body: [{ errorCode, message, fields: ['Name'] }] });

describe('an error of the Salesforce platform', () => {
  it.each([
    [400, 'FIELD_CUSTOM_VALIDATION_EXCEPTION', 'rejected'],
    [400, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', 'rejected'],
    [400, 'INVALID_FIELD', 'rejected'],
    [400, 'DUPLICATE_VALUE', 'conflict'],
    [400, 'DUPLICATES_DETECTED', 'conflict'],
    [404, 'NOT_FOUND', 'not-found'],
    [404, 'ENTITY_IS_DELETED', 'not-found'],
    [403, 'INSUFFICIENT_ACCESS_OR_READONLY', 'forbidden'],
    [401, 'INVALID_SESSION_ID', 'forbidden'],
    [400, 'UNABLE_TO_LOCK_ROW', 'unavailable'],
    [503, 'SERVER_UNAVAILABLE', 'unavailable'],
  ])('%d %s is %s', (status, code, kind) => {
    expect(refusal(status, code)?.kind).toBe(kind);
  });

  it('of the daily limit waits an hour, of too many at once five seconds', () => {
    expect(refusal(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.')?.detail.retryAfterMs).toBe(
      3_600_000,
    );
    const message = 'ConcurrentRequests (Concurrent API Requests) Limit exceeded.';
    expect(refusal(403, 'REQUEST_LIMIT_EXCEEDED', message)?.detail.retryAfterMs).toBe(5_000);
  });

  it('300 means that an external id has several records, and nothing was changed', () => {
    const body = ['/services/data/v67.0/sobjects/Account/001A', '/services/data/v67.0/sobjects/Account/001B'];
    expect(classifyOrgError({ status: 300, headers: new Headers(), body })?.kind).toBe('conflict');
  });

  it('without a code, or an unknown one from 500 on, is left to the common table', () => {
    expect(classifyOrgError({ status: 502, headers: new Headers(), body: 'Bad Gateway' })).toBeNull();
    expect(refusal(500, 'UNKNOWN_EXCEPTION')).toBeNull();
  });
});
