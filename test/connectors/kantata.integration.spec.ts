import { kantata } from '../../apps/sandbox/src/simulators/kantata/kantata.simulator.js';
import { app } from '../../apps/system-kantata/src/app.js';
import { itKeepsReadingPromises } from './reading-promises.fixture.js';
import { newKey, SystemApp, until } from './system-app.fixture.js';
import { itKeepsWritingPromises } from './writing-promises.fixture.js';

let system: SystemApp;
const bench = (): SystemApp => system;
const psa = '/v1/psa/kantata';

beforeAll(async () => {
  system = await SystemApp.open(app, kantata);
});
afterAll(() => system.close());

describe('Kantata behind the PSA and scheduling contracts', () => {
  itKeepsReadingPromises(bench, {
    path: (instance) => `/v1/psa/${instance}/projects/LEG-02`,
    instance: 'kantata',
    asks: '/api/v1/workspaces',
  });

  itKeepsWritingPromises(bench, {
    path: (instance, reference) => `/v1/psa/${instance}/clients/${reference}`,
    instance: 'kantata',
    body: (name) => ({ name }),
    sends: { method: 'POST', path: '/api/v1/workspace_groups' },
    entity: 'workspace_group',
    settledBy: 'reading',
    losses: ['commit-then-reset', 'truncate'],
  });

  it('answers a project as it stands on the screens', async () => {
    const { body } = await system.get(`${psa}/projects/LEG-02`);
    expect(body).toEqual({
      id: expect.any(String) as string,
      reference: 'LEG-02',
      name: 'Policy archive migration',
      status: 'open',
    });
  });

  it('says which project there is not', async () => {
    const { status, body } = await system.get(`${psa}/projects/OPP-999`);
    expect([status, body.code, body.detail]).toEqual([404, 'unknown-project', 'Kantata has no project OPP-999']);
  });

  it('opens a project to people and time only when asked to, and needs to do so once', async () => {
    const client = await system.put(`${psa}/clients/C-01`, { name: 'Riverbank Insurance Inc.' });
    const shell = {
      name: 'Claims operating model',
      clientId: client.body.id as string,
      currency: 'USD',
      startDate: '2026-10-01',
      endDate: '2027-03-31',
    };
    await system.put(`${psa}/projects/OPP-101`, shell);
    expect((await system.get(`${psa}/projects/OPP-101`)).body.status).toBe('in-setup');
    const open = () =>
      system.send('post', `${psa}/projects/OPP-101/time-capture`, undefined, { 'idempotency-key': newKey() });
    expect((await open()).body.status).toBe('open');
    expect((await open()).body.status).toBe('open');
    expect(system.created('story')).toHaveLength(1);
  });

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
