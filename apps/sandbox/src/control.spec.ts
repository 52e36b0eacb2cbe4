import { resolve } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { control } from './control.js';
import { host, type Hosted } from './core/host.js';
import { MemoryJournal } from './core/memory-journal.js';
import type { Credentials } from './core/simulator.js';
import { Store } from './core/store.js';
import { loadFirm } from './firm/load-firm.js';
import { People } from './firm/people.js';
import { bamboohr } from './simulators/bamboohr/bamboohr.simulator.js';

const firm = loadFirm(resolve('examples/meridian-consulting'));

const credentials = {
  bamboohr: { apiKey: 'k', webhookKey: 'w', webhookUrl: 'http://127.0.0.1:9/nobody' },
} as Credentials;

describe('the control API', () => {
  let hr: Hosted;
  let app: FastifyInstance;
  let asked: unknown[];

  beforeEach(async () => {
    hr = await host(bamboohr, { journal: new MemoryJournal(), credentials, firm, port: 0 });
    const products = new Map([['bamboohr', hr] as const]);
    const people = new People(firm, products, { hr: 'bamboohr' }, new Store('people', new MemoryJournal()));
    const ledger = (...range: unknown[]): Promise<[]> => {
      asked = range;
      return Promise.resolve([]);
    };
    app = control({ products, people, firm, journal: { ledger } });
  });
  afterEach(async () => {
    await app.close();
    await hr.close();
  });

  const post = async (url: string, payload?: object) => {
    const reply = await app.inject({ method: 'POST', url, ...(payload && { payload }) });
    return { status: reply.statusCode, body: reply.json<Record<string, unknown>>() };
  };
  const employee = () => fetch(`${hr.world.origin}/api/v1/employees/100`, { headers: { authorization: 'Basic azp4' } });

  test('it tells which products run where, and what went wrong in them', async () => {
    await post('/faults', { simulator: 'bamboohr', fault: { kind: 'status', status: 500, times: 1 } });
    expect((await employee()).status).toBe(500);
    expect((await employee()).status).toBe(200);
    expect((await app.inject('/simulators')).json()).toEqual([
      { name: 'bamboohr', origin: hr.world.origin, faults: { status: 1 } },
    ]);
  });

  test('faults that have not happened can be taken back', async () => {
    await post('/faults', { simulator: 'bamboohr', fault: { kind: 'status', status: 500, times: 5 } });
    await app.inject({ method: 'DELETE', url: '/faults' });
    expect((await employee()).status).toBe(200);
  });

  test('an action is done in the product and answers its result', async () => {
    const moved = { number: '1001', fields: { location: 'Boston' } };
    expect(await post('/actions/bamboohr/editEmployee', moved)).toEqual({ status: 200, body: { id: '100' } });
  });

  test.each([
    [
      'the screen refuses',
      '/actions/bamboohr/terminateEmployee',
      { number: '9', date: '2026-10-01' },
      'there is no employee 9',
    ],
    ['the action does not exist', '/actions/bamboohr/dance', {}, 'bamboohr has no action "dance"'],
    ['the product does not exist', '/actions/fax/send', {}, 'there is no simulator "fax"'],
    ['no projects are named', '/people/staff-projects', undefined, 'say which projects'],
    ['no fault is named', '/faults', { simulator: 'bamboohr' }, 'say which fault'],
  ])('a sentence says why when %s', async (_case, url, payload, sentence) => {
    const { status, body } = await post(url, payload);
    expect(status).toBe(422);
    expect(body.message).toContain(sentence);
  });

  test('the ledger is asked for a part of itself', async () => {
    await app.inject('/ledger?simulator=bamboohr&after=12&limit=50000');
    expect(asked).toEqual(['bamboohr', 12, 10_000]);
    expect((await app.inject('/ledger?after=yesterday')).statusCode).toBe(422);
  });

  test('the firm and the health are there to read', async () => {
    expect((await app.inject('/firm')).json<{ name: string }>().name).toBe('Meridian Consulting');
    expect((await app.inject('/health')).json()).toEqual({ status: 'up' });
  });
});
