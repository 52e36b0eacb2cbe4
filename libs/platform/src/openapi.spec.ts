import { Text } from '#contracts';
import { describeControllers } from './openapi.js';

class Project {
  @Text('Client', { leaving: { since: '2026-12-01', sunset: '2027-03-31', successor: 'customer' } })
  client!: string;

  @Text('Customer')
  customer!: string;
}

describe('the document of an API', () => {
  it('says of a field that is to go since when, until when, and what takes its place', async () => {
    const facts = { title: 'T', description: 'T', version: '1.0.0', owner: 'tests', audience: 'process' as const };
    const { components } = await describeControllers([], facts, [Project]);
    const { properties } = components!.schemas!.Project as { properties: Record<string, Record<string, unknown>> };
    expect(properties.client).toMatchObject({
      deprecated: true,
      'x-deprecated-since': '2026-12-01',
      'x-sunset': '2027-03-31',
      'x-successor': 'customer',
    });
    expect(Object.keys(properties.customer!).filter((key) => /deprecated|sunset|successor/.test(key))).toEqual([]);
  });
});
