import { basic, type Company, key, openCompany } from './company.fixture.js';

describe('getting into a BambooHR company', () => {
  let company: Company;
  beforeEach(async () => {
    company = await openCompany();
  });
  afterEach(() => company.hosted.close());

  const path = '/api/v1/employees/100?fields=firstName';
  const message = (reply: Response): string | null => reply.headers.get('x-bamboohr-error-message');

  test('the key is the user name and any password will do', async () => {
    for (const password of ['x', '', 'anything']) {
      const reply = await company.call('GET', path, undefined, { authorization: basic(`${key}:${password}`) });
      expect(reply.status).toBe(200);
    }
  });

  test.each([
    ['no credentials', ''],
    ['another key', basic('stolen:x')],
    ['the key as a bearer token', `Bearer ${key}`],
    ['the key as the password', basic(`x:${key}`)],
  ])('%s is refused with the reason in a header and an empty body', async (_case, authorization) => {
    const reply = await company.call('GET', path, undefined, { authorization });
    expect(reply.status).toBe(401);
    expect(message(reply)).toBe('Invalid API key');
    expect(await reply.text()).toBe('');
  });

  test('the older gateway serves the same company under its name', async () => {
    const reply = await company.call('GET', '/api/gateway.php/northwind/v1/employees/100?fields=firstName');
    expect(await reply.json()).toEqual({ id: '100', firstName: 'Cleo' });
    expect((await company.call('GET', '/api/gateway.php/southwind/v1/employees/100')).status).toBe(404);
  });

  test('a naive client that forgets the Accept header gets XML', async () => {
    const reply = await company.call('GET', path, undefined, { accept: '*/*' });
    expect(reply.headers.get('content-type')).toContain('text/xml');
    expect(await reply.text()).toContain('<field id="firstName">Cleo</field>');
  });

  test('an unknown path is not found, with a request id and an empty body', async () => {
    const reply = await company.call('GET', '/api/v1/reports/custom');
    expect(reply.status).toBe(404);
    expect(reply.headers.get('x-request-id')).toBeTruthy();
    expect(await reply.text()).toBe('');
  });

  test('a throttled company says when to come back, and recovers', async () => {
    company.act('setThrottle', { times: 2, retryAfterSeconds: 7 });
    for (let count = 0; count < 2; count += 1) {
      const reply = await company.call('GET', path);
      expect(reply.status).toBe(429);
      expect(reply.headers.get('retry-after')).toBe('7');
    }
    expect((await company.call('GET', path)).status).toBe(200);
  });

  test('the older way of throttling is a 503 that does not say when', async () => {
    company.act('setThrottle', { times: 1, legacy: true });
    const reply = await company.call('GET', path);
    expect(reply.status).toBe(503);
    expect(reply.headers.has('retry-after')).toBe(false);
  });

  test('a throttled write is neither done nor recorded', async () => {
    company.act('setThrottle', { times: 1 });
    expect((await company.call('POST', '/api/v1/employees/100', { firstName: 'Cleopatra' })).status).toBe(429);
    expect(await company.get(path)).toEqual({ id: '100', firstName: 'Cleo' });
    expect(company.journal.entries).toEqual([]);
  });
});
