import type { ConsumerImpact } from '#contracts';
import { UsageRepository } from '#platform';
import { GovernanceBench, thingsApi } from '../governance.fixture.js';

const contract = 'process/things/v1';
const operation = 'GET /v1/things';
let bench: GovernanceBench;

beforeAll(async () => {
  bench = await GovernanceBench.open({ 'process/things/v1.yaml': thingsApi() });
  const facts = { owner: 'controlling', contact: 'someone@example.com', uses: [] };
  await bench.write('ann', 'put', '/v1/consumers/report-tool', { ...facts, name: 'Report tool' });
  await bench.write('ann', 'put', '/v1/consumers/quiet', { ...facts, name: 'Quiet' });
  await bench.write('ann', 'put', '/v1/consumers/planner', {
    ...facts,
    name: 'Planner',
    uses: [{ contract, operation, sends: [], reads: ['name'] }],
  });
});
afterAll(() => bench.close());

const called = (consumer: string, answered: string): Promise<void> =>
  new UsageRepository(bench.database).add(
    (['call', 'answered'] as const).map((side) => ({
      consumer,
      contract,
      version: '1.0.0',
      operation,
      side,
      name: side === 'call' ? '' : answered,
      count: 4,
      lastUse: new Date(),
    })),
  );

/** A change that only widens passes; what it hurts is asked of a breaking one under an exemption. */
async function impactOfRemoval(): Promise<string[]> {
  const { items } = (await bench.get(`/v1/contract-versions?contract=${contract}&state=design`)).body as {
    items: { id: string }[];
  };
  const reply = await bench.get(`/v1/contract-versions/${items[0]!.id}/impact`);
  return (reply.body.consumers as ConsumerImpact[])
    .map(({ clientId, harm, calls }) => `${clientId} ${harm} ${calls}`)
    .toSorted();
}

describe('the impact of a version', () => {
  beforeAll(async () => {
    const expires = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const reason = 'the field was never filled';
    bench.put('exemptions/things.yaml', { contract, rule: 'breaking-change', owner: 'pmo', reason, expires });
    const reply = await bench.submit('ann', contract, thingsApi({ version: '1.1.0', fields: ['name'] }));
    expect(reply.status).toBe(201);
  });

  it('is unknown without records; what a consumer declares to use counts', async () => {
    expect(await impactOfRemoval()).toEqual(['planner not-affected 0', 'quiet unknown 0', 'report-tool unknown 0']);
  });

  it('names who could have read what goes, registered or not, with the volume', async () => {
    await called('report-tool', '200');
    await called('shadow', '200');
    expect(await impactOfRemoval()).toEqual([
      'planner not-affected 0',
      'quiet unknown 0',
      'report-tool affected 4',
      'shadow affected 4',
    ]);
  });

  it('keeps an exempted breaking change with its exemption', async () => {
    const { items } = (await bench.get(`/v1/contract-versions?contract=${contract}&state=design`)).body as {
      items: { id: string }[];
    };
    const { exempted, changes } = (await bench.get(`/v1/contract-versions/${items[0]!.id}`)).body;
    expect(exempted).toMatchObject([{ rule: 'breaking-change', exemption: 'exemptions/things.yaml' }]);
    expect(changes[0]).toMatchObject({ level: 'breaking', operation, field: 'size' });
  });

  it('stands behind the use by consumer: fields with counts', async () => {
    const { items } = (await bench.get('/v1/usage?clientId=report-tool')).body as { items: object[] };
    expect(items).toMatchObject([
      {
        operation,
        calls: 4,
        sent: [],
        read: [
          { field: 'name', count: 4 },
          { field: 'size', count: 4 },
        ],
      },
    ]);
  });
});

describe('what a registered consumer still calls', () => {
  it('is not retired, and the refusal names whom to ask', async () => {
    const expires = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const early = { contract, owner: 'pmo', reason: 'nobody was told of it', expires };
    bench.put('exemptions/early.yaml', { ...early, rule: 'before-sunset' });
    const { items } = (await bench.get(`/v1/contract-versions?contract=${contract}&state=published`)).body as {
      items: { id: string }[];
    };
    const retire = () =>
      bench.write('ben', 'post', `/v1/contract-versions/${items[0]!.id}/retirements`, { reason: 'over' });
    const refused = await retire();
    expect([refused.status, refused.body.code]).toEqual([422, 'still-called']);
    expect(refused.body.detail).toContain('Report tool (controlling, last on ');
    bench.put('exemptions/calls.yaml', { ...early, rule: 'still-called' });
    expect((await retire()).body.state).toBe('retired');
  });
});
