import { workday } from '../../apps/sandbox/src/simulators/workday/workday.simulator.js';
import { app } from '../../apps/system-workday/src/app.js';
import { SystemApp } from './system-app.fixture.js';

let system: SystemApp;
beforeAll(async () => {
  system = await SystemApp.open(app, workday, {
    settings: ({ world }) => ({
      baseUrl: world.origin,
      tenant: 'meridian_dpt1',
      user: 'ISU_Throughline',
      password: 'secret:workday.password',
      clientId: 'secret:workday.client-id',
      clientSecret: 'secret:workday.client-secret',
      refreshToken: 'secret:workday.refresh-token',
    }),
  });
});
afterAll(() => system.close());
it('x', async () => {
  console.log(Object.keys(workday.actions), Object.entries(workday.actions).map(([k, f]) => `${k} ${f.length}`));
  const list = await system.get('/v1/hr/workday/workers?limit=3');
  console.log(list.status, JSON.stringify(list.body, null, 1).slice(0, 3000));
  const id = list.body.items?.[0]?.id;
  console.log(JSON.stringify((await system.get(`/v1/hr/workday/workers/${id}`)).body).slice(0, 800));
  console.log(JSON.stringify((await system.get(`/v1/hr/workday/workers/00000000000000000000000000000000`)).body));
  console.log(JSON.stringify((await system.get(`/v1/hr/workday/leave?from=2026-01-01&to=2027-12-31`)).body).slice(0, 800));
  console.log(JSON.stringify((await system.get(`/v1/hr/workday/holidays?from=2026-01-01&to=2027-12-31`)).body).slice(0, 800));
  console.log(await system.rows('select * from outbox limit 3'));
  console.log([...new Set(system.calls.map((c) => c.line))].slice(0, 12));
});
