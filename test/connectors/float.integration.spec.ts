import { float } from '../../apps/sandbox/src/simulators/float/float.simulator.js';
import { app } from '../../apps/system-float/src/app.js';
import { newKey, SystemApp, until } from './system-app.fixture.js';

let system: SystemApp;
const scheduling = '/v1/scheduling/float';
const pathOf = (kind: string, reference: string): string => `${scheduling}/${kind}/${encodeURIComponent(reference)}`;

const stateOf = (name: string) => ({
  name,
  email: `${name.toLowerCase().replaceAll(' ', '.')}@meridian.example`,
  roleName: 'Consultant',
  skills: ['Strategy'],
  weeklyMinutes: 2400,
  costCentre: 'US-STR',
  grade: 'Consultant',
});

const demand = {
  project: 'P-FLOAT-1',
  role: 'CONS',
  roleName: 'Consultant',
  minutes: 4800,
  startDate: '2026-10-05',
  endDate: '2026-10-16',
};

/** What a planner does and sees. */
async function planner<T = Record<string, unknown>>(method: string, path: string, body?: object): Promise<T> {
  const reply = await fetch(`${system.product.world.origin}/v3/${path}`, {
    method,
    headers: {
      authorization: `Bearer ${system.product.world.credentials.float.token}`,
      'user-agent': 'Planner (planner@meridian.example)',
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!reply.ok) throw new Error(`${reply.status} ${await reply.text()}`);
  return (reply.status === 204 ? null : await reply.json()) as T;
}

const told = (id: string) =>
  system.rows<{ type: string; assignment: Record<string, unknown> }>(
    `select type, data -> 'assignment' as assignment from events.log
     where subject = $1 and source = '/instances/float' order by position`,
    [`assignment/${id}`],
  );

beforeAll(async () => {
  system = await SystemApp.open(app, float, { alone: true, pollEvery: '1s' });
  system.act('setAllowance', { times: 1_000 });
  await system.put(pathOf('resources', '1042'), stateOf('Ada Rowe'));
});
afterAll(() => system.close());

describe('Float behind the scheduling contract', () => {
  it('adopts somebody who was there before, by e-mail, and keeps the tags others gave', async () => {
    const made = await planner('POST', 'people', {
      name: 'Eva H.',
      email: 'EVA@meridian.example',
      tags: [{ name: 'German' }],
    });
    const { body } = await system.put(pathOf('resources', '1077'), {
      ...stateOf('Eva Hale'),
      email: 'eva@meridian.example',
    });
    expect(body).toMatchObject({ id: String(made.people_id), reference: '1077', name: 'Eva Hale' });
    const { tags } = await planner<{ tags: { name: string }[] }>('GET', `people/${body.id}`);
    expect(tags.map(({ name }) => name).sort()).toEqual(
      ['German', 'Strategy', 'cost-centre:US-STR', 'grade:Consultant', 'worker:1077'].sort(),
    );
  });

  it('refuses a role the account does not have, naming it and where to add it', async () => {
    const { status, body } = await system.put(pathOf('resources', '1078'), {
      ...stateOf('No Body'),
      roleName: 'Astrologer',
    });
    expect([status, body.code]).toEqual([422, 'unknown-role']);
    expect(body.remedy).toContain('mappings.roleNames');
  });

  it('says who there is not, and which project', async () => {
    const nobody = await system.get(pathOf('resources', '9999'));
    expect([nobody.status, nobody.body.code]).toEqual([404, 'unknown-worker']);
    const nothing = await system.get(`${scheduling}/projects/P-NONE/assignments`);
    expect([nothing.status, nothing.body.code]).toEqual([404, 'unknown-project']);
  });
});

describe('demand in Float', () => {
  it('is a tentative placeholder of hours a day, and brings its project along once', async () => {
    const first = await system.put(pathOf('demands', 'P-FLOAT-1/CONS'), demand);
    await system.put(pathOf('demands', 'P-FLOAT-1/PRIN'), { ...demand, role: 'PRIN', roleName: 'Principal' });
    expect(first.body).toEqual({ id: expect.any(String) as string, reference: 'P-FLOAT-1/CONS' });
    // 4,800 minutes over ten working days
    expect(await planner('GET', `tasks/${first.body.id}`)).toMatchObject({
      name: 'Consultant',
      people_id: null,
      start_date: '2026-10-05',
      end_date: '2026-10-16',
      hours: 8,
      status: 1,
    });
    expect(system.created('projects')).toHaveLength(1);
  });

  it('whose reply is lost is there once', async () => {
    const key = newKey();
    const before = system.created('tasks').length;
    system.fault({ kind: 'commit-then-reset', method: 'POST', path: '/v3/tasks' });
    const path = pathOf('demands', 'P-FLOAT-1/LOST');
    expect((await system.put(path, demand, key)).status).toBe(504);
    await system.later();
    expect((await system.put(path, demand, key)).status).toBe(200);
    expect(system.created('tasks')).toHaveLength(before + 1);
  });

  it('that changes is changed until somebody is on it', async () => {
    const path = pathOf('demands', 'P-FLOAT-1/MOVE');
    const { body } = await system.put(path, demand);
    await system.put(path, { ...demand, endDate: '2026-10-09' });
    expect(await planner('GET', `tasks/${body.id}`)).toMatchObject({ end_date: '2026-10-09', hours: 16 });
    await planner('PATCH', `tasks/${body.id}`, { people_ids: [1001] });
    await system.put(path, { ...demand, endDate: '2026-10-23' });
    expect(await planner('GET', `tasks/${body.id}`)).toMatchObject({ end_date: '2026-10-09' });
  });

  it('that nobody could fulfil is refused before anything is sent', async () => {
    const before = system.created('tasks').length;
    const { status, body } = await system.put(pathOf('demands', 'P-FLOAT-1/MUCH'), { ...demand, minutes: 20_000 });
    expect([status, body.code]).toEqual([422, 'impossible-effort']);
    expect(system.created('tasks')).toHaveLength(before);
  });
});

describe('assignments in Float', () => {
  let id: string;
  let allocation: string;

  it('are told when a planner promises somebody, again when it changes, and when it is gone', async () => {
    ({ id: allocation } = (await system.put(pathOf('demands', 'P-FLOAT-1/TELL'), demand)).body as { id: string });
    const { id: person } = (await system.get(pathOf('resources', '1042'))).body as { id: string };
    id = `${allocation}-${person}`;
    await planner('PATCH', `tasks/${allocation}`, { people_id: Number(person), status: 2 });
    const promised = await until(
      () => told(id),
      (events) => events.length > 0,
    );
    expect(promised).toEqual([
      {
        type: 'com.throughline.assignment.confirmed.v1',
        assignment: {
          id,
          workerNumber: '1042',
          roleName: 'Consultant',
          minutes: 4800,
          project: 'P-FLOAT-1',
          startDate: '2026-10-05',
          endDate: '2026-10-16',
          status: 'confirmed',
        },
      },
    ]);
    await planner('PATCH', `tasks/${allocation}`, { hours: 4 });
    const changed = await until(
      () => told(id),
      (events) => events.length > 1,
    );
    expect(changed[1]).toMatchObject({ type: 'com.throughline.assignment.changed.v1', assignment: { minutes: 2400 } });
  });

  it('are read one by one, by project and by person', async () => {
    const { body } = await system.get(pathOf('assignments', id));
    expect(body).toMatchObject({ id, workerNumber: '1042', minutes: 2400, status: 'confirmed' });
    const ofProject = await system.get(`${scheduling}/projects/P-FLOAT-1/assignments`);
    expect(ofProject.body.items).toContainEqual(body);
    const ofPerson = (days: string) => system.get(`${pathOf('resources', '1042')}/assignments?${days}`);
    expect((await ofPerson('from=2026-10-16&to=2026-12-31')).body.items).toEqual([body]);
    expect((await ofPerson('from=2026-10-17&to=2026-12-31')).body.items).toEqual([]);
  });

  it('keep what was billed as a note beside what people wrote, always the total', async () => {
    await planner('PATCH', `tasks/${allocation}`, { notes: 'Ask for Jo at the gate' });
    for (const billedMinutes of [480, 960]) {
      const reply = await system.put(`${pathOf('assignments', id)}/actuals`, { billedMinutes });
      expect(reply.status).toBe(200);
    }
    const { notes } = await planner('GET', `tasks/${allocation}`);
    expect(notes).toBe(`Ask for Jo at the gate\nthroughline billed ${id.split('-')[1]} 960 min`);
  });

  it('that were deleted are told as taken back, with what they were', async () => {
    await planner('DELETE', `tasks/${allocation}`);
    const events = await until(
      () => told(id),
      (found) => found.length > 2,
    );
    expect(events[2]).toMatchObject({
      type: 'com.throughline.assignment.cancelled.v1',
      assignment: { workerNumber: '1042', project: 'P-FLOAT-1', status: 'cancelled' },
    });
    expect((await system.get(pathOf('assignments', id))).status).toBe(404);
  });
});

describe('absences in Float', () => {
  const path = pathOf('absences', 'LV-7');
  const away = (...days: [string, number][]) => ({
    workerNumber: '1042',
    days: days.map(([date, minutes]) => ({ date, minutes })),
  });
  const booked = async () =>
    (await planner<Record<string, unknown>[]>('GET', 'timeoffs?per-page=200'))
      .filter(({ timeoff_notes }) => timeoff_notes === 'throughline absence LV-7')
      .map(({ start_date, end_date, full_day, hours }) => [
        start_date,
        end_date,
        full_day === 1 ? 'day' : Number(hours),
      ]);

  it('are time off in spans, changed as a whole and taken back', async () => {
    await system.put(path, away(['2026-11-05', 480], ['2026-11-06', 480], ['2026-11-09', 480], ['2026-11-10', 120]));
    expect(await booked()).toEqual([
      ['2026-11-05', '2026-11-09', 'day'],
      ['2026-11-10', '2026-11-10', 2],
    ]);
    await system.put(path, away(['2026-11-05', 480]));
    expect(await booked()).toEqual([['2026-11-05', '2026-11-05', 'day']]);
    await system.put(path, away());
    expect(await booked()).toEqual([]);
  });

  it('whose reply is lost are there once', async () => {
    const key = newKey();
    system.fault({ kind: 'commit-then-reset', method: 'POST', path: '/v3/timeoffs' });
    const state = away(['2026-11-16', 480], ['2026-11-17', 240]);
    expect((await system.put(path, state, key)).status).toBe(504);
    await system.later();
    expect((await system.put(path, state, key)).status).toBe(200);
    expect(await booked()).toHaveLength(2);
  });
});
