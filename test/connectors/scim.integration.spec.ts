import { scim } from '../../apps/sandbox/src/simulators/scim/scim.simulator.js';
import { app } from '../../apps/system-scim/src/app.js';
import { SystemApp } from './system-app.fixture.js';

let system: SystemApp;
const account = (instance: string, reference: string): string => `/v1/identity/${instance}/accounts/${reference}`;

const state = (userName: string, changes: object = {}) => ({
  userName: `${userName.toLowerCase().replaceAll(' ', '.')}@meridian.example`,
  firstName: 'Ada',
  lastName: 'Rowe',
  email: 'ada.rowe@meridian.example',
  workerNumber: '1042',
  costCentre: 'US-STR',
  legalEntity: 'MER-US',
  jobTitle: 'Consultant',
  active: true,
  ...changes,
});

beforeAll(async () => {
  system = await SystemApp.open(app, scim);
  await system.put(account('directory', '1042'), state('ada.rowe'));
});
afterAll(() => system.close());

describe('the identity platform behind the identity contract', () => {
  it('that asks for a short pause is written to once that has run out, and done once', async () => {
    const [before, born] = [system.callsTo('POST /scim/v2/Users').length, system.created('User').length];
    system.fault({ kind: 'status', status: 429, headers: { 'retry-after': '1' }, method: 'POST', path: '/Users' });
    expect((await system.put(account('directory', '1044'), state('patient'))).status).toBe(200);
    const [refused, done] = system.callsTo('POST /scim/v2/Users').slice(before);
    expect(done! - refused!).toBeGreaterThanOrEqual(1_000);
    expect(system.created('User')).toHaveLength(born + 1);
  });

  it('says of whom there is no account', async () => {
    const { status, body } = await system.get(account('directory', '9999'));
    expect([status, body.detail]).toEqual([404, 'no account for worker 9999']);
  });

  it('changes an account that was disabled by hand back into the wanted state', async () => {
    system.act('disableUser', { userName: 'ada.rowe@meridian.example' });
    const { status, body } = await system.put(account('directory', '1042'), state('ada.rowe'));
    expect([status, body.active]).toEqual([200, true]);
  });

  it('adopts an account that was there before the gateway by its sign-in name, once', async () => {
    const before = system.created('User').length;
    const { status } = await system.put(account('directory', '1043'), state('ada.rowe', { workerNumber: '1043' }));
    expect([status, system.created('User').length]).toEqual([200, before]);
  });
});
