import type { ContractComparison, ContractFinding, DeprecationEntry } from '#contracts';
import { BreachRepository, UsageRepository } from '#platform';
import { GovernanceBench, thingsApi } from '../governance.fixture.js';

const contract = 'process/things/v1';
const operation = 'GET /v1/things';
const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
const announced = {
  deprecated: true,
  'x-lifecycle': 'deprecated',
  'x-deprecated-since': day(-100),
  'x-sunset': day(-5),
  'x-successor': '/v2/things',
};
/** With a field of its one schema that is to go, read by one operation and sent by another. */
const partsApi = (field: object | null = announced, version = '1.0.0') => ({
  openapi: '3.1.0',
  info: { title: 'Parts', version, 'x-owner': 'pmo' },
  paths: {
    '/v1/parts': {
      get: { operationId: 'listParts', responses: { 200: answer({ type: 'array', items: part }) } },
      post: { operationId: 'putPart', requestBody: answer(part), responses: { 201: { description: 'Done' } } },
    },
    '/v1/sizes': { get: { operationId: 'listSizes', responses: { 200: answer({ type: 'string' }) } } },
  },
  components: {
    schemas: {
      Part: {
        type: 'object',
        properties: { name: { type: 'string' }, ...(field && { colour: { type: 'string', ...field } }) },
      },
    },
  },
});
const part = { $ref: '#/components/schemas/Part' };
const answer = (schema: object) => ({ description: 'Done', content: { 'application/json': { schema } } });

let bench: GovernanceBench;
let usage: UsageRepository;

beforeAll(async () => {
  bench = await GovernanceBench.open({
    'process/things/v1.yaml': thingsApi({ leaving: announced }),
    'process/parts/v1.yaml': partsApi({ ...announced, 'x-sunset': day(-1) }),
  });
  usage = new UsageRepository(bench.database);
  const facts = { owner: 'controlling', contact: 'reports@example.com', uses: [] };
  await bench.write('ann', 'put', '/v1/consumers/report-tool', { ...facts, name: 'Report tool' });
  await bench.write('ann', 'put', '/v1/consumers/planner', {
    ...facts,
    name: 'Planner',
    uses: [{ contract: 'process/parts/v1', operation: 'GET /v1/parts', sends: [], reads: ['[].colour'] }],
  });
});
afterAll(() => bench.close());

const used = (
  consumer: string,
  of: { contract: string; operation: string; lastUse?: Date },
  sides: ['call' | 'sent' | 'answered', string, number][],
) =>
  usage.add(
    sides.map(([side, name, count]) => ({ consumer, version: '1.0.0', lastUse: new Date(), ...of, side, name, count })),
  );
const calendar = async (): Promise<DeprecationEntry[]> =>
  (await bench.get('/v1/deprecations')).body.items as DeprecationEntry[];
const callersOf = async (subject: string): Promise<string[]> => {
  const entry = (await calendar()).find((one) => (one.operation ?? one.field) === subject)!;
  return entry.consumers.map(({ clientId, name, contact, calls }) => `${clientId} ${name} ${contact} ${calls}`);
};

describe('the calendar of deprecations', () => {
  it('lists operations and fields as their documents announce them, what ends first before the others', async () => {
    const items = await calendar();
    expect(items).toEqual([
      {
        contract,
        version: '1.0.0',
        owner: 'pmo',
        state: 'deprecated',
        operation,
        field: null,
        since: day(-100),
        sunset: day(-5),
        successor: '/v2/things',
        consumers: [],
      },
      expect.objectContaining({
        contract: 'process/parts/v1',
        operation: null,
        field: 'Part.colour',
        sunset: day(-1),
        consumers: [expect.objectContaining({ clientId: 'planner', calls: 0, lastUse: null })],
      }),
    ]);
  });

  it('names who called in the last 30 days, with contact and volume, registered or not', async () => {
    const at = { contract, operation };
    await used('report-tool', at, [['call', '', 4]]);
    await used('shadow', at, [['call', '', 9]]);
    await used('(unidentified)', at, [['call', '', 2]]);
    await used('former', { ...at, lastUse: new Date(Date.now() - 31 * 86_400_000) }, [['call', '', 7]]);
    expect(await callersOf(operation)).toEqual([
      'shadow null null 9',
      'report-tool Report tool reports@example.com 4',
      'unnamed:unidentified null null 2',
    ]);
  });

  it('names for a field who sent it or could have read it, and who says so; not who is elsewhere', async () => {
    const parts = { contract: 'process/parts/v1' };
    await used('reader', { ...parts, operation: 'GET /v1/parts' }, [
      ['call', '', 5],
      ['answered', '200', 3],
      ['answered', '404', 2],
    ]);
    await used('writer', { ...parts, operation: 'POST /v1/parts' }, [
      ['call', '', 6],
      ['sent', 'colour', 1],
      ['sent', 'name', 6],
    ]);
    await used('elsewhere', { ...parts, operation: 'GET /v1/sizes' }, [
      ['call', '', 8],
      ['answered', '200', 8],
    ]);
    expect(await callersOf('Part.colour')).toEqual([
      'reader null null 3',
      'writer null null 1',
      'planner Planner reports@example.com 0',
    ]);
  });

  it('lists a whole contract the registry deprecated, since the day it did', async () => {
    const exemption = { owner: 'pmo', reason: 'its one consumer was written to', expires: day(1) };
    bench.put('exemptions/parts.yaml', { contract: 'process/parts/v1', rule: 'unannounced', ...exemption });
    const submitted = await bench.submit('ann', 'process/parts/v2', { ...partsApi(null, '2.0.0') });
    const decide = (path: string, body: object) =>
      bench.write('ben', 'post', `/v1/contract-versions/${path}`, { reason: 'agreed', ...body });
    expect((await decide(`${submitted.body.id}/approvals`, {})).status).toBe(200);
    const { items } = (await bench.get('/v1/contract-versions?contract=process/parts/v1&state=published')).body as {
      items: { id: string }[];
    };
    const end = { sunset: day(120), successor: 'process/parts/v2' };
    expect((await decide(`${items[0]!.id}/deprecations`, end)).status).toBe(200);
    expect((await calendar()).at(-1)).toMatchObject({
      contract: 'process/parts/v1',
      operation: null,
      field: null,
      since: day(0),
      ...end,
      consumers: [{ clientId: 'elsewhere' }, { clientId: 'writer' }, { clientId: 'reader' }, { clientId: 'planner' }],
    });
  });
});

describe('an operation whose sunset has come', () => {
  const retiring = thingsApi({ version: '1.0.1', leaving: { ...announced, 'x-lifecycle': 'retired' } });
  const exemption = { contract, owner: 'pmo', reason: 'the tool is switched off on Friday', expires: day(1) };

  it('does not become 410 while a registered consumer calls it: whom to ask is named', async () => {
    const refused = await bench.submit('ann', contract, retiring);
    expect([refused.status, refused.body.code]).toEqual([422, 'still-called']);
    expect(refused.body.errors[0].message).toContain(
      `${operation} is still called by Report tool (controlling, last on ${day(0)})`,
    );
  });

  it('may become so under an exemption, which approval asks for again', async () => {
    bench.put('exemptions/things.yaml', { ...exemption, rule: 'still-called' });
    const submitted = await bench.submit('ann', contract, retiring);
    expect([submitted.status, submitted.body.state]).toEqual([201, 'design']);
    const approve = () =>
      bench.write('ben', 'post', `/v1/contract-versions/${submitted.body.id}/approvals`, { reason: 'agreed' });
    bench.put('exemptions/things.yaml', { ...exemption, rule: 'early-sunset' });
    const refused = await approve();
    expect([refused.status, refused.body.code]).toEqual([422, 'still-called']);
    bench.put('exemptions/things.yaml', { ...exemption, rule: 'still-called' });
    const { verdict } = (await bench.get(`/v1/contract-versions/${submitted.body.id}/comparison`))
      .body as ContractComparison;
    expect(verdict.objections).toMatchObject([{ rule: 'still-called', exemption: 'exemptions/things.yaml' }]);
    expect((await approve()).body.state).toBe('published');
    const { steps } = (await bench.get(`/v1/contract-versions/${submitted.body.id}`)).body as { steps: object[] };
    expect(steps.at(-1)).toMatchObject({ state: 'published', exemptions: ['exemptions/things.yaml'] });
  });

  it('never goes before it was announced', async () => {
    const sizes = partsApi({ ...announced, 'x-sunset': day(-1) }, '1.0.1') as { paths: Record<string, object> };
    sizes.paths['/v1/sizes'] = {
      get: { ...(sizes.paths['/v1/sizes'] as { get: object }).get, ...announced, 'x-lifecycle': 'retired' },
    };
    const refused = await bench.submit('ann', 'process/parts/v1', sizes);
    const fields = (refused.body.errors as { field: string; message: string }[]).map(({ message }) => message);
    expect(fields.join()).toContain('GET /v1/sizes was never deprecated');
  });
});

describe('what answers broke', () => {
  it('is told to its owner as a sentence with how often and since when, the latest first', async () => {
    const breach = {
      version: '1.0.0',
      operation,
      status: 200,
      pointer: '#/paths/~1v1~1things/get/responses/200/content/application~1json/schema',
      firstSeen: new Date('2026-11-01T08:00:00Z'),
    };
    await new BreachRepository(bench.database).add([
      {
        ...breach,
        contract,
        rule: 'required',
        message: 'lacks the required field size',
        count: 14,
        lastSeen: new Date('2026-11-03T08:00:00Z'),
      },
      {
        ...breach,
        contract: 'process/unheard/v1',
        rule: 'maxLength',
        message: 'must NOT have more than 10 characters',
        count: 1,
        lastSeen: new Date('2026-11-04T08:00:00Z'),
      },
    ]);
    const { items } = (await bench.get('/v1/contract-findings')).body as { items: ContractFinding[] };
    expect(items.map(({ owner, message }) => [owner, message])).toEqual([
      [null, `response 200 of ${operation} must NOT have more than 10 characters, at ${breach.pointer}`],
      ['pmo', `response 200 of ${operation} lacks the required field size`],
    ]);
    const own = (await bench.get(`/v1/contract-findings?contract=${contract}`)).body as { items: ContractFinding[] };
    expect(own.items).toMatchObject([{ count: 14, firstSeen: '2026-11-01T08:00:00.000Z' }]);
  });

  it('leaves the app ready', async () => {
    expect((await bench.anonymously('/ready')).status).toBe(200);
  });
});

describe('a consumer that says what it uses', () => {
  it('is refused what no contract has, every slip named', async () => {
    const reply = await bench.write('ann', 'put', '/v1/consumers/planner', {
      name: 'Planner',
      owner: 'pmo',
      contact: 'plans@example.com',
      uses: [
        { contract: 'process/thing/v1', operation, sends: [], reads: [] },
        { contract, operation: 'GET /v1/thing', sends: [], reads: [] },
        { contract, operation, sends: ['q'], reads: ['name', 'seize'] },
      ],
    });
    expect([reply.status, reply.body.code]).toEqual([422, 'unknown-use']);
    expect(reply.body.errors).toEqual([
      { field: 'uses[0].contract', message: 'process/thing/v1 is no published contract' },
      { field: 'uses[1].operation', message: `GET /v1/thing is not in ${contract}` },
      { field: 'uses[2].sends[0]', message: `q is no field of ${operation}` },
      { field: 'uses[2].reads[1]', message: `seize is no field of ${operation}` },
    ]);
  });
});
