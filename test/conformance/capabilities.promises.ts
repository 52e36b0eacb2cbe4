import { domainRoutes } from '#platform';
import { newKey, type SystemApp } from '../connectors/system-app.fixture.js';
import { requests } from './examples.js';
import type { Domain, Platform } from './platform.js';

interface Printed {
  domain: Domain;
  operation: string;
  supported: boolean;
  safety: string | null;
  reason: string | null;
}

type Method = 'get' | 'put' | 'post';

/** What a platform can and cannot do is said, and what is said is true. */
export function capabilityPromises(open: () => SystemApp, { connector, instance }: Platform): void {
  const printed = async (): Promise<Printed[]> => (await open().get('/v1/capabilities')).body.operations as Printed[];

  it('prints every operation of its contracts, each change with how it is made safe', async () => {
    const operations = await printed();
    const expected = Object.entries(connector.domains).flatMap(([domain, all]) =>
      Object.keys(all as object).map((operation) => `${domain}.${operation}`),
    );
    expect(operations.map(({ domain, operation }) => `${domain}.${operation}`).sort()).toEqual(expected.sort());
    for (const { supported, reason, safety } of operations) {
      expect(supported ? reason : safety).toBeNull();
      if (!supported) expect(reason).toMatch(/\w+ \w+/);
    }
  });

  it('answers what it cannot do with 501 and the reason it prints', async () => {
    for (const { domain, operation, reason } of (await printed()).filter(({ supported }) => !supported)) {
      const [method, path] = domainRoutes[domain][operation]!;
      const { query = '', body } = requests[`${domain}.${operation}`] ?? requests[operation] ?? {};
      const url = path.replace('{instance}', instance).replaceAll(/\{\w+\}/g, 'ANY-1') + query;
      const headers: Record<string, string> = method === 'GET' ? {} : { 'idempotency-key': newKey() };
      const reply = await open().send(method.toLowerCase() as Method, url, body, headers);
      expect([operation, reply.status, reply.body.detail]).toEqual([
        operation,
        501,
        expect.stringContaining(reason!) as string,
      ]);
    }
  });
}
