import { certinia } from '../../apps/sandbox/src/simulators/certinia/certinia.simulator.js';
import { app } from '../../apps/system-certinia/src/app.js';
import { newKey, SystemApp, until } from './system-app.fixture.js';

let system: SystemApp;
const psa = '/v1/psa/certinia';
const post = (path: string) => system.send('post', path, undefined, { 'idempotency-key': newKey() });

const shell = { name: 'Claims operating model', currency: 'USD', startDate: '2026-10-01', endDate: '2027-03-31' };
const person = {
  firstName: 'Ada',
  lastName: 'Rowe',
  email: 'ada.rowe@meridian.example',
  roleName: 'Consultant',
  legalEntity: 'MER-US',
  costCentre: 'US-STR',
  active: true,
};
const assignment = {
  project: 'P-1',
  workerNumber: '1042',
  roleName: 'Consultant',
  startDate: '2026-10-05',
  endDate: '2026-10-16',
  minutes: 4800,
  hourlyRate: { amount: '180.50', currency: 'USD' },
};

beforeAll(async () => {
  system = await SystemApp.open(app, certinia, { pollEvery: '1s' });
  const { body: client } = await system.put(`${psa}/clients/C-77`, { name: 'Riverbank Insurance Inc.' });
  await system.put(`${psa}/projects/P-1`, { ...shell, clientId: client.id as string });
  await system.put(`${psa}/people/1042`, person);
});
afterAll(() => system.close());

describe('Certinia behind the PSA contract', () => {
  it('says which project there is not', async () => {
    const { status, body } = await system.get(`${psa}/projects/OPP-999`);
    expect([status, body.code, body.detail]).toEqual([404, 'unknown-project', 'Certinia has no project OPP-999']);
  });

  it('opens a project to people and time only when asked to, and a repeat of its creation does not close it', async () => {
    expect((await system.get(`${psa}/projects/P-1`)).body).toMatchObject({ reference: 'P-1', status: 'in-setup' });
    expect((await post(`${psa}/projects/P-1/time-capture`)).body.status).toBe('open');
    expect((await post(`${psa}/projects/P-1/time-capture`)).body.status).toBe('open');
    const { body: client } = await system.put(`${psa}/clients/C-77`, { name: 'Riverbank Insurance Inc.' });
    await system.put(`${psa}/projects/P-1`, { ...shell, clientId: client.id as string });
    expect((await system.get(`${psa}/projects/P-1`)).body.status).toBe('open');
  });

  it('shows what finance decided, and takes another name and other days', async () => {
    const dimensions = {
      legalEntity: 'MER-US',
      erpProjectId: '8812',
      costCentre: 'US-STR',
      contractNumber: 'C-2026-7',
      deliveryModel: 'onsite',
    };
    expect((await system.put(`${psa}/projects/P-1/financial-dimensions`, dimensions)).status).toBe(200);
    const change = { name: 'Claims model II', startDate: '2026-10-01', endDate: '2027-06-30' };
    expect((await system.put(`${psa}/projects/P-1/change`, change)).body).toMatchObject({ name: 'Claims model II' });
  });

  it('refuses what the package refuses, naming the field', async () => {
    const change = { name: 'Claims model II', startDate: '2026-10-01', endDate: '2026-09-30' };
    const { status, body } = await system.put(`${psa}/projects/P-1/change`, change);
    expect([status, body.code]).toEqual([422, 'FIELD_CUSTOM_VALIDATION_EXCEPTION']);
    expect((body.errors as { field: string }[]).map(({ field }) => field)).toEqual(['pse__Start_Date__c']);
  });

  it('says that rates are not its business', async () => {
    const rates = { effectiveFrom: '2026-10-01', rates: [] };
    expect((await system.put(`${psa}/projects/P-1/rates`, rates)).status).toBe(501);
  });

  it('adopts a resource that was there before, by e-mail', async () => {
    const before = system.created('Contact').length;
    const felix = { ...person, firstName: 'Felix', lastName: 'Baumann', email: 'felix.baumann@meridian.example' };
    const first = await system.put(`${psa}/people/1017`, felix);
    const again = await system.put(`${psa}/people/1017`, { ...felix, email: 'f.baumann@meridian.example' });
    expect([first.status, again.body.id]).toEqual([200, first.body.id]);
    expect(system.created('Contact')).toHaveLength(before);
  });

  it('whose person is created and whose reply is lost has one person', async () => {
    const key = newKey();
    const eva = { ...person, firstName: 'Eva', email: 'eva.rowe@meridian.example' };
    const before = system.created('Contact').length;
    system.fault({ kind: 'commit-then-reset', method: 'POST', path: '/sobjects/Contact' });
    expect((await system.put(`${psa}/people/1077`, eva, key)).status).toBe(504);
    await system.later();
    expect((await system.put(`${psa}/people/1077`, eva, key)).status).toBe(200);
    expect(system.created('Contact')).toHaveLength(before + 1);
  });
});

describe('an assignment in Certinia', () => {
  const path = `${psa}/assignments/9001-11`;

  it('comes to be with its schedule, in hours a day', async () => {
    const { status, body } = await system.put(path, assignment);
    expect(status).toBe(200);
    expect(system.created('pse__Assignment__c').map(({ id }) => id)).toEqual([body.id]);
    expect(system.created('pse__Schedule__c')[0]?.data).toMatchObject({
      pse__Start_Date__c: '2026-10-05',
      pse__End_Date__c: '2026-10-16',
      // 4,800 minutes over ten working days
      pse__Monday_Hours__c: 8,
      pse__Sunday_Hours__c: 0,
    });
  });

  it('is changed with the schedule it has', async () => {
    const first = await system.put(path, assignment);
    const later = await system.put(path, { ...assignment, minutes: 2400, hourlyRate: null });
    expect(later.body.id).toBe(first.body.id);
    expect(system.created('pse__Schedule__c')).toHaveLength(1);
  });

  it('whose reply is lost is there once, and so is its schedule', async () => {
    const key = newKey();
    const lost = { ...assignment, startDate: '2026-11-02', endDate: '2026-11-13' };
    system.fault({ kind: 'commit-then-reset', method: 'POST', path: '/composite' });
    expect((await system.put(`${psa}/assignments/9002-11`, lost, key)).status).toBe(504);
    await system.later();
    expect((await system.put(`${psa}/assignments/9002-11`, lost, key)).status).toBe(200);
    expect(system.created('pse__Assignment__c')).toHaveLength(2);
    expect(system.created('pse__Schedule__c')).toHaveLength(2);
  });

  it('of somebody who left is refused as a whole: no schedule remains', async () => {
    await system.put(`${psa}/people/1042`, { ...person, active: false });
    const { status, body } = await system.put(`${psa}/assignments/9003-11`, assignment);
    expect([status, body.detail]).toEqual([422, 'Salesforce: You must select an active resource.']);
    expect(system.created('pse__Schedule__c')).toHaveLength(2);
    await system.put(`${psa}/people/1042`, person);
  });

  it('in another currency than its project is refused before anything is sent', async () => {
    const euros = { ...assignment, hourlyRate: { amount: '180.50', currency: 'EUR' } };
    const { status, body } = await system.put(`${psa}/assignments/9004-11`, euros);
    expect([status, body.code]).toEqual([422, 'wrong-currency']);
  });

  it('without time is taken back; one that never was needs nothing', async () => {
    await system.put(`${psa}/assignments/9002-11`, { ...assignment, minutes: 0 });
    expect(system.callsTo('PATCH /services/data/v67.0/sobjects/pse__Assignment__c/')).toHaveLength(1);
    const never = await system.put(`${psa}/assignments/9099-11`, { ...assignment, minutes: 0 });
    expect([never.status, never.body.id]).toEqual([200, '9099-11']);
    expect(system.created('pse__Assignment__c')).toHaveLength(2);
  });
});

describe('approved time of Certinia', () => {
  let entryId: string;

  it('is told day by day, with who, where and at which rate', async () => {
    const entry = system.act('logTime', {
      projectRef: 'P-1',
      email: person.email,
      date: '2026-10-06',
      minutes: 450,
      roleName: 'Consultant',
      billable: true,
      notes: 'Workshop',
    }) as { id: string };
    entryId = entry.id;
    system.act('submitAndApproveTime', { projectRef: 'P-1', timeEntryIds: [entry.id] });
    const told = await until(
      () =>
        system.rows<{ entry: Record<string, unknown> }>(
          `select data -> 'entry' as entry from events.log where type = 'com.throughline.time.approved.v1'
           and source = '/instances/certinia' and data -> 'entry' ->> 'date' = '2026-10-06'
           and data -> 'entry' ->> 'project' = 'P-1'`,
        ),
      (events) => events.length > 0,
    );
    expect(told[0]?.entry).toMatchObject({
      workerNumber: '1042',
      workerEmail: person.email,
      roleName: 'Consultant',
      assignmentId: '9001-11',
      minutes: 450,
      billable: true,
      approved: true,
      hourlyRate: { amount: '180.50', currency: 'USD' },
      notes: 'Workshop',
    });
    const { body } = await system.get(`${psa}/time-entries/${String(told[0]?.entry.id)}`);
    expect(body).toEqual(told[0]?.entry);
    const { body: page } = await system.get(`${psa}/time-entries?limit=200`);
    expect(page.items).toContainEqual(body);
  });

  it('that is rejected after all is told as rejected', async () => {
    system.act('rejectTime', { id: entryId });
    const told = await until(
      () =>
        system.rows<{ entry: Record<string, unknown> }>(
          `select data -> 'entry' as entry from events.log where type = 'com.throughline.time.rejected.v1'
           and source = '/instances/certinia' and data -> 'entry' ->> 'date' = '2026-10-06'`,
        ),
      (events) => events.length > 0,
    );
    expect(told[0]?.entry).toMatchObject({ project: 'P-1', minutes: 450, approved: false });
  });

  it('is archived with its project', async () => {
    expect((await post(`${psa}/projects/P-1/archival`)).body.status).toBe('closed');
    expect((await post(`${psa}/projects/P-NEVER/archival`)).body.status).toBe('closed');
  });
});
