import { newId } from '#kernel';
import { addDays } from '#kernel';
import { itKeepsReadingPromises } from '../connectors/reading-promises.fixture.js';
import * as examples from './examples.js';
import { created, itKeepsTracedPromises } from './mishaps.js';
import type { Bench } from './platform.js';

interface Assigned {
  id: string;
  workerNumber: string | null;
  roleName: string | null;
  minutes: number;
}

/** A Monday for each name that ends in a number: some products add up what somebody is away on one day. */
const mondayOf = (name: string): string => addDays('2026-11-02', 7 * Number(/\d*$/.exec(name)![0]));

/** People who can be staffed, demand for them, where they work and when they cannot. */
export function schedulingPromises(bench: Bench<'scheduling'>): void {
  const { open, path, has, platform } = bench;
  const { instance, slowDown } = platform;
  const listed = async (rest: string): Promise<Assigned[]> => (await open().get(path(rest))).body.items as Assigned[];

  beforeAll(async () => {
    expect((await open().put(path('resources/9001'), examples.resource('Ada'))).status).toBe(200);
  });

  itKeepsReadingPromises(open, {
    path: (at) => path('resources/9001', at),
    instance,
    asks: platform.asks.scheduling!,
    ...(slowDown && { slowDown }),
  });
  itKeepsTracedPromises(bench, 'putResource', { path: 'resources', body: examples.resource });
  itKeepsTracedPromises(bench, 'putDemand', {
    path: 'demands',
    body: (name) => ({ ...examples.demand('LEG-02'), minutes: 60 * name.length }),
  });
  itKeepsTracedPromises(bench, 'putAbsence', {
    path: 'absences',
    body: (name) => ({ workerNumber: '9001', days: [{ date: mondayOf(name), minutes: 15 * name.length }] }),
  });

  it('answers a person it was given, and says whom it does not know', async () => {
    expect((await open().get(path('resources/9001'))).body).toEqual({
      id: expect.any(String) as string,
      reference: '9001',
      name: 'Ada Rowe',
      email: 'ada@meridian.example',
      active: true,
    });
    const missing = await open().get(path('resources/NOBODY'));
    expect([missing.status, missing.body.code]).toEqual([404, 'unknown-worker']);
  });

  it('adopts somebody who was there before the gateway, known by e-mail, and changes them', async () => {
    const state = { ...examples.resource('Felix'), name: 'Felix Baumann', email: 'felix.baumann@meridian.example' };
    const before = created(bench, 'putResource');
    const first = await open().put(path('resources/1018'), state);
    const again = await open().put(path('resources/1018'), { ...state, weeklyMinutes: 1920 });
    expect([first.status, again.status, again.body.id]).toEqual([200, 200, first.body.id]);
    expect(created(bench, 'putResource')).toBe(before);
  });

  if (has('endResource')) {
    it('takes somebody out of staffing, once, and back in when they are put again', async () => {
      const state = { ...examples.resource('Lea'), name: 'Lea Winter', email: 'lea.winter@meridian.example' };
      const first = await open().put(path('resources/9033'), state);
      const end = { lastDay: '2026-10-31' };
      const ended = await open().send('post', path('resources/9033/end'), end, { 'idempotency-key': newId() });
      const again = await open().send('post', path('resources/9033/end'), end, { 'idempotency-key': newId() });
      expect([ended.body.id, ended.body.active, again.body.active]).toEqual([first.body.id, false, false]);
      expect((await open().get(path('resources/9033'))).body.active).toBe(false);
      const back = await open().put(path('resources/9033'), state);
      expect([back.status, back.body.id, back.body.active]).toEqual([200, first.body.id, true]);
      const nobody = await open().send('post', path('resources/NOBODY/end'), end, { 'idempotency-key': newId() });
      expect([nobody.status, nobody.body.code]).toEqual([404, 'unknown-worker']);
    });
  }

  it('asks for people on a project', async () => {
    const { status, body } = await open().put(path('demands/D-1'), examples.demand('LEG-02'));
    expect([status, body.reference]).toEqual([200, 'D-1']);
  });

  it('shows who works on a project, in whole minutes', async () => {
    await open().put(path('resources/1018'), {
      ...examples.resource('Felix'),
      name: 'Felix Baumann',
      email: 'felix.baumann@meridian.example',
    });
    open().act('staff', {
      projectRef: 'LEG-02',
      roleName: 'Consultant',
      email: 'felix.baumann@meridian.example',
      startDate: '2026-10-05',
      endDate: '2026-10-09',
      minutes: 1200,
      hourlyRate: '180.00',
    });
    const mine = (await listed('projects/LEG-02/assignments')).filter(({ workerNumber }) => workerNumber === '1018');
    expect(mine).toContainEqual(
      expect.objectContaining({ roleName: 'Consultant', minutes: 1200, project: 'LEG-02', status: 'confirmed' }),
    );
  });

  if (has('getAssignment')) {
    it('answers one place by itself as among those of its project, and says which there is not', async () => {
      const [place] = await listed('projects/LEG-02/assignments');
      expect((await open().get(path(`assignments/${place!.id}`))).body).toEqual(place);
      expect((await open().get(path('assignments/999999'))).status).toBe(404);
    });
  }

  if (has('getAssignment') && has('listAssignmentsOf')) {
    it('shows where a person works in a span of days, each place by itself as well', async () => {
      const mine = await listed('resources/1018/assignments?from=2026-10-01&to=2026-10-31');
      const [place] = mine.filter(({ minutes }) => minutes === 1200);
      expect((await open().get(path(`assignments/${place!.id}`))).body).toEqual(place);
      expect(await listed('resources/1018/assignments?from=2025-01-01&to=2025-01-31')).toEqual([]);
      const missing = await open().get(path('resources/NOBODY/assignments?from=2026-10-01&to=2026-10-31'));
      expect([missing.status, missing.body.code]).toEqual([404, 'unknown-worker']);
    });
  }

  if (has('putAbsence')) {
    it('takes an absence, changes it and takes it back, as often as it is said', async () => {
      const state = examples.absence('9001');
      const put = (days: object[]) => open().put(path('absences/LV-1'), { ...state, days });
      for (const days of [state.days, state.days, state.days.slice(0, 1), [], []]) {
        expect([days.length, (await put(days)).status]).toEqual([days.length, 200]);
      }
    });

    it('says whom it does not know instead of taking their absence, and needs nobody to take back what never was', async () => {
      const missing = await open().put(path('absences/LV-2'), examples.absence('NOBODY'));
      expect([missing.status, missing.body.code]).toEqual([404, 'unknown-worker']);
      const state = { ...examples.absence('9001'), days: [] };
      expect((await open().put(path('absences/NEVER-1'), state)).status).toBe(200);
    });
  }
}
