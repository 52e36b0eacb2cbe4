import { GovernanceBench, thingsApi } from '../governance.fixture.js';

let bench: GovernanceBench;
beforeAll(async () => {
  bench = await GovernanceBench.open({
    'process/projects/v1.yaml': thingsApi(),
    'system/erp/v1.yaml': thingsApi(),
    'partner/scheduler/v1.yaml': thingsApi(),
  });
});
afterAll(() => bench.close());

interface Context {
  anchor: string;
  item?: { href: string; title: string }[];
  'service-desc'?: { href: string; type: string }[];
}

describe('the API catalogue', () => {
  it('is found without a token, as a linkset of RFC 9264 with the profile of RFC 9727', async () => {
    const reply = await bench.anonymously('/.well-known/api-catalog');
    expect(reply.status).toBe(200);
    expect(reply.headers['content-type']).toContain(
      'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"',
    );
    expect(reply.headers.link).toBe('</.well-known/api-catalog>; rel="api-catalog"');
  });

  it('names every published API, where it answers and where its description is', async () => {
    const { linkset } = JSON.parse((await bench.anonymously('/.well-known/api-catalog')).text) as {
      linkset: Context[];
    };
    const titles = linkset[0]!.item!.map(({ title }) => title);
    expect(titles).toEqual([
      'partner/scheduler/v1 1.0.0',
      'process/governance/v1 1.2.0',
      'process/projects/v1 1.0.0',
      'system/erp/v1 1.0.0',
    ]);
    const projects = linkset.find(({ anchor }) => anchor.endsWith(':13/v1'))!;
    expect(projects['service-desc']![0]!.type).toBe('application/yaml');
    const path = new URL(projects['service-desc']![0]!.href).pathname;
    expect((await bench.get(path)).status).toBe(200);
    expect((await bench.anonymously(path)).status).toBe(401);
  });
});

describe('the event catalogue', () => {
  it('names every kind of event with its fields', async () => {
    const { items } = (await bench.get('/v1/event-types')).body as { items: { type: string; fields: string[] }[] };
    const activated = items.find(({ type }) => type === 'com.throughline.project.activated.v1')!;
    expect(activated.fields).toEqual(['project', 'deal', 'name', 'legalEntity']);
    expect(items.length).toBeGreaterThan(20);
  });
});

describe('a consumer', () => {
  const facts = { name: 'Report tool', owner: 'controlling', contact: 'reports@example.com', uses: [] };

  it('is registered, and what is said of it anew replaces what was said', async () => {
    await bench.write('ann', 'put', '/v1/consumers/report-tool', { ...facts, owner: 'nobody' });
    const reply = await bench.write('ann', 'put', '/v1/consumers/report-tool', facts);
    expect([reply.status, reply.body.owner]).toEqual([200, 'controlling']);
    expect((await bench.get('/v1/consumers')).body.items).toMatchObject([{ clientId: 'report-tool', ...facts }]);
  });

  it('with missing facts is refused, all of them named', async () => {
    const reply = await bench.write('ann', 'put', '/v1/consumers/report-tool', { name: 'x' });
    const fields = (reply.body.errors as { field: string }[]).map(({ field }) => field);
    expect([reply.status, new Set(fields)]).toEqual([422, new Set(['owner', 'contact', 'uses'])]);
  });
});
