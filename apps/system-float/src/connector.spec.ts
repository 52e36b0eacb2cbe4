import { classify } from './connector.js';

const reply = (status: number, body: unknown, headers: Record<string, string> = {}) => ({
  status,
  body,
  headers: new Headers(headers),
});

describe('what Float refuses', () => {
  it.each([422, 400])('is rejected with every field, under %d', (status) => {
    const failure = classify(
      reply(status, [
        { field: 'name', message: 'Name cannot be blank.' },
        { field: 'hours', message: 'Hours must be no greater than 24.' },
      ]),
    );
    expect([failure?.kind, failure?.message]).toEqual([
      'rejected',
      'Float: Name cannot be blank.; Hours must be no greater than 24.',
    ]);
    expect(failure?.detail.fields?.map(({ field }) => field)).toEqual(['name', 'hours']);
  });

  it('is rejected with a message alone as well, or with none', () => {
    expect(classify(reply(400, { message: 'Bad Request' }))?.message).toBe('Float: Bad Request');
    expect(classify(reply(422, null))?.message).toBe('Float: HTTP 422');
  });

  it('for going too fast waits as long as Float says, if it says so', () => {
    expect(classify(reply(429, '', { 'retry-after': '7' }))?.detail.retryAfterMs).toBe(7000);
    expect(classify(reply(429, 'slow down'))?.kind).toBe('throttled');
  });

  it.each([401, 403, 404, 500, 503])('with %d is left to the common table', (status) => {
    expect(classify(reply(status, {}))).toBeNull();
  });
});
