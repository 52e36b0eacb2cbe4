import { bamboohr } from '../../apps/sandbox/src/simulators/bamboohr/bamboohr.simulator.js';
import { app } from '../../apps/system-bamboohr/src/app.js';
import { SystemApp } from './system-app.fixture.js';

let system: SystemApp;
const hr = '/v1/hr/bamboohr';
let workerId: string;

beforeAll(async () => {
  system = await SystemApp.open(app, bamboohr);
  ({ id: workerId } = system.act('editEmployee', { number: '1003', fields: {} }) as { id: string });
});
afterAll(() => system.close());

describe('BambooHR behind the HR contract', () => {
  it('throttled in the words used until September 2026, 503 without a time, is asked again', async () => {
    system.act('setThrottle', { times: 1, legacy: true });
    expect((await system.get(`${hr}/workers/${workerId}`)).status).toBe(200);
  });
});
