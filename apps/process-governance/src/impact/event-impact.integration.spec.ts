import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { stringify } from 'yaml';
import type { AppSubscriptionList, ConsumerImpact } from '#contracts';
import { GovernanceBench } from '../governance.fixture.js';

const contract = 'events/catalogue/v1';
const activated = 'com.throughline.project.activated.v1';
const hired = 'com.throughline.worker.hired.v1';
const eventsApi = (number: string, fields: string[]) => ({
  asyncapi: '3.0.0',
  info: { title: 'Events', version: number, 'x-owner': 'integration-platform' },
  channels: Object.fromEntries(
    [activated, hired].map((type) => [
      type,
      { address: type, messages: { event: { $ref: `#/components/messages/${type}` } } },
    ]),
  ),
  operations: Object.fromEntries(
    [activated, hired].map((type) => [type, { action: 'send', channel: { $ref: `#/channels/${type}` } }]),
  ),
  components: {
    messages: Object.fromEntries(
      [activated, hired].map((type) => {
        const names = type === activated ? fields : ['worker'];
        const data = { type: 'object', properties: Object.fromEntries(names.map((one) => [one, { type: 'string' }])) };
        return [type, { name: type, payload: { type: 'object', required: ['data'], properties: { data } } }];
      }),
    ),
  },
});

const subscriber = (app: string, name: string, types: string[]): AppSubscriptionList['items'][number] => ({
  app,
  name,
  types,
  position: 1,
  lagEvents: 0,
  lagSeconds: 0,
  due: 0,
  failing: 0,
  quarantined: 0,
});

let told: AppSubscriptionList | null = {
  items: [
    subscriber('process-staffing', 'staffing readiness', [activated]),
    subscriber('process-workforce', 'onboarding', [hired]),
  ],
  missing: [{ part: 'process-billing', reason: 'cannot be reached' }],
};
let operations: Server;
let bench: GovernanceBench;

/** A field of one event goes: who is told of it? */
beforeAll(async () => {
  operations = createServer((request, reply) => {
    const isAsked = request.url === '/v1/app-subscriptions' && request.headers.authorization?.startsWith('Bearer ');
    reply.statusCode = told && isAsked ? 200 : 503;
    reply.setHeader('content-type', 'application/json').end(JSON.stringify(told ?? {}));
  });
  await new Promise<void>((resolve) => operations.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(operations.address() as AddressInfo).port}`;
  bench = await GovernanceBench.open({ 'events/v1.yaml': eventsApi('1.0.0', ['project', 'deal']) }, address);
});
afterAll(async () => {
  await bench.close();
  await new Promise((resolve) => operations.close(resolve));
});

let version: string;
const impact = async (): Promise<string[]> => {
  const { consumers } = (await bench.get(`/v1/contract-versions/${version}/impact`)).body as {
    consumers: ConsumerImpact[];
  };
  return consumers.map(({ clientId, owner, harm, because }) => `${clientId} (${owner}) ${harm}: ${because.join()}`);
};

describe('the impact of a change to an event', () => {
  beforeAll(async () => {
    const expires = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const reason = 'the field was never filled';
    bench.put('exemptions/events.yaml', { contract, rule: 'breaking-change', owner: 'pmo', reason, expires });
    const document = stringify(eventsApi('1.1.0', ['project']));
    const body = { kind: 'asyncapi', contract, document, reason: 'deals are told by the CRM' };
    const reply = await bench.write('ann', 'post', '/v1/contract-versions', body);
    expect([reply.status, reply.body.code]).toEqual([201, undefined]);
    version = reply.body.id as string;
  });

  it('names the subscribers that are told of it, not the others, and who could not be asked as unknown', async () => {
    expect(await impact()).toEqual([
      `process-staffing/staffing-readiness (process-staffing) affected: SEND ${activated} data.deal`,
      'process-billing (null) unknown: ',
      'process-workforce/onboarding (process-workforce) not-affected: ',
    ]);
  });

  it('goes by what a consumer declares of events too', async () => {
    const facts = { name: 'Archive', owner: 'records', contact: 'records@example.com' };
    const uses = [{ contract, operation: `SEND ${activated}`, sends: [], reads: ['data.project'] }];
    expect((await bench.write('ann', 'put', '/v1/consumers/archive', { ...facts, uses })).status).toBe(200);
    expect(await impact()).toContain('archive (records) not-affected: ');
  });

  it('is unknown where nobody can say who listens: never safe', async () => {
    told = null;
    expect(await impact()).toContain('process-operations (null) unknown: ');
  });
});
