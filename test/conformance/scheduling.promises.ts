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
    body: (name) => ({ workerNumber: '9001', days: [{ date: '2026-11-02', minutes: 10 * name.length }] }),
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
  }
}
