import { kantata } from '../../apps/sandbox/src/simulators/kantata/kantata.simulator.js';
import { app } from '../../apps/system-kantata/src/app.js';
import { newKey, SystemApp, until } from './system-app.fixture.js';

let system: SystemApp;
const psa = '/v1/psa/kantata';

beforeAll(async () => {
  system = await SystemApp.open(app, kantata);
});
afterAll(() => system.close());

describe('Kantata behind the PSA and scheduling contracts', () => {
  it('whose person is created and whose reply is lost has one person, with role and skills', async () => {
    const path = '/v1/scheduling/kantata/resources/1042';
    const state = {
      name: 'Ada Rowe',
      email: 'ada.rowe@meridian.example',
      roleName: 'Consultant',
      skills: ['Strategy'],
      weeklyMinutes: 2400,
      costCentre: 'US-STR',
      grade: 'Consultant',
    };
    const key = newKey();
    system.fault({ kind: 'commit-then-reset', method: 'POST', path: '/account_invitations' });
    expect((await system.put(path, state, key)).status).toBe(504);
    await system.later();
    const { status, body } = await system.put(path, state, key);
    expect([status, body]).toMatchObject([200, { reference: '1042', name: 'Ada Rowe', active: true }]);
    expect(system.created('account_invitation')).toHaveLength(1);
    expect(system.created('skill_membership')).toHaveLength(1);
  });

  it('is not told its own writes as changes: what we set up, its custom fields and its people come back as no event', async () => {
    const client = await system.put(`${psa}/clients/C-77`, { name: 'Echo Ltd' });
    const shell = { name: 'Echo', clientId: client.body.id as string, currency: 'USD' };
    await system.put(`${psa}/projects/ECHO-1`, { ...shell, startDate: '2026-10-01', endDate: '2027-03-31' });
    await system.send('post', `${psa}/projects/ECHO-1/time-capture`, undefined, { 'idempotency-key': newKey() });
    const polls = system.callsTo('/time_entries').length;
    await until(
      () => Promise.resolve(system.callsTo('/time_entries').length),
      (count) => count >= polls + 8,
    );
    const subjects = await system.rows<{ subject: string }>('select distinct subject from events.log');
    expect(system.created('custom_field_value').length).toBeGreaterThan(0);
    expect(subjects.filter(({ subject }) => !subject.startsWith('time-entry/'))).toEqual([]);
  });

  it('refuses a role the account does not have, naming it and where to add it', async () => {
    const { status, body } = await system.put('/v1/scheduling/kantata/demands/D-1', {
      project: 'LEG-02',
      role: 'ASTRO',
      roleName: 'Astrologer',
      minutes: 600,
      startDate: '2026-10-01',
      endDate: '2026-10-31',
    });
    expect([status, body.code]).toEqual([422, 'unknown-role']);
    expect(body.detail).toContain('"Astrologer"');
    expect(body.remedy).toContain('mappings.roleNames');
  });
});
