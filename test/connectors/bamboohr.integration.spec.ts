import { bamboohr } from '../../apps/sandbox/src/simulators/bamboohr/bamboohr.simulator.js';
import { app } from '../../apps/system-bamboohr/src/app.js';
import { itKeepsReadingPromises } from './reading-promises.fixture.js';
import { SystemApp } from './system-app.fixture.js';

let system: SystemApp;
const bench = (): SystemApp => system;
const hr = '/v1/hr/bamboohr';
let workerId: string;

beforeAll(async () => {
  system = await SystemApp.open(app, bamboohr);
  ({ id: workerId } = system.act('editEmployee', { number: '1003', fields: {} }) as { id: string });
});
afterAll(() => system.close());

describe('BambooHR behind the HR contract', () => {
  itKeepsReadingPromises(bench, {
    path: (instance) => `/v1/hr/${instance}/workers/${workerId}`,
    instance: 'bamboohr',
    asks: '/api/v1/employees/1',
  });

  it('answers a worker as people operations keep them, without pay', async () => {
    const { status, body } = await system.get(`${hr}/workers/${workerId}`);
    expect([status, body]).toMatchObject([
      200,
      {
        number: '1003',
        firstName: 'Priya',
        lastName: 'Raman',
        legalEntity: 'MER-US',
        costCentre: 'US-STR',
        grade: 'Manager',
        weeklyMinutes: 2400,
        skills: ['SKL-STRAT', 'SKL-CHANGE'],
        status: 'active',
      },
    ]);
    expect(JSON.stringify(body)).not.toContain('65438');
  });

  it('says which worker there is not', async () => {
    const { status, body } = await system.get(`${hr}/workers/99999`);
    expect([status, body.detail]).toEqual([404, 'BambooHR has no employee 99999']);
  });

  it('says why it cannot list workers, and has nothing that could be written', async () => {
    const { status, body } = await system.get(`${hr}/workers`);
    expect([status, body.kind]).toEqual([501, 'unsupported']);
    expect(body.detail).toContain('change feed');
    expect((await system.put(`${hr}/workers/${workerId}`, { firstName: 'Other' })).status).toBe(404);
  });

  it('throttled in the words used until September 2026, 503 without a time, is asked again', async () => {
    system.act('setThrottle', { times: 1, legacy: true });
    expect((await system.get(`${hr}/workers/${workerId}`)).status).toBe(200);
  });
});
