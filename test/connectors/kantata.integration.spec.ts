import { kantata } from '../../apps/sandbox/src/simulators/kantata/kantata.simulator.js';
import { app } from '../../apps/system-kantata/src/app.js';
import { newKey, SystemApp, until } from './system-app.fixture.js';

let system: SystemApp;
const psa = '/v1/psa/kantata';

beforeAll(async () => {
  system = await SystemApp.open(app, kantata, { pollEvery: '1s' });
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

  it('tells of time when it is approved and when its approval is taken back, and not of time nobody has decided on', async () => {
    const time = { projectRef: 'LEG-02', date: '2026-10-30', minutes: 60, billable: true, notes: 'decided' };
    const log = (): string => {
      const entry = { ...time, email: 'felix.baumann@meridian.example', roleName: 'Data Engineer' };
      return (system.act('logTime', entry) as { id: string }).id;
    };
    const [id, undecided] = [log(), log()];
    system.act('submitAndApproveTime', { projectRef: 'LEG-02', timeEntryIds: [id] });
    const told = () =>
      system.rows<{ type: string }>(
        `select distinct type from events.log where subject in ($1, $2) and source = '/instances/kantata' order by type`,
        [`time-entry/${id}`, `time-entry/${undecided}`],
      );
    await until(told, (events) => events.length === 1);
    const { world } = system.product;
    const right = world.now;
    // The vendor keeps seconds: within one, the second change would be the first.
    world.now = () => new Date(Date.now() + 2_000);
    system.act('rejectTime', { id });
    world.now = right;
    const events = await until(told, (found) => found.length > 1);
    expect(events.map(({ type }) => type)).toEqual([
      'com.throughline.time.approved.v1',
      'com.throughline.time.rejected.v1',
    ]);
    const subjects = await system.rows(`select 1 from events.log where subject = $1`, [`time-entry/${undecided}`]);
    expect(subjects).toEqual([]);
  });

  it('asks for nobody on a project it does not know', async () => {
    const { status, body } = await system.put('/v1/scheduling/kantata/demands/D-2', {
      project: 'NOPE-1',
      role: 'CONS',
      roleName: 'Consultant',
      minutes: 600,
      startDate: '2026-10-01',
      endDate: '2026-10-31',
    });
    expect([status, body.code]).toEqual([404, 'unknown-project']);
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
