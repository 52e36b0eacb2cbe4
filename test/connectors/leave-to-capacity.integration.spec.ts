import type { Response } from 'supertest';
import { events } from '#contracts';
import { Failure } from '#kernel';
import type { AppDefinition, Systems } from '#platform';
import { CapacityBench } from '../../apps/process-staffing/src/capacity/capacity.fixture.js';
import type { Simulator } from '../../apps/sandbox/src/core/simulator.js';
import { bamboohr as bamboohrSimulator } from '../../apps/sandbox/src/simulators/bamboohr/bamboohr.simulator.js';
import { float as floatSimulator } from '../../apps/sandbox/src/simulators/float/float.simulator.js';
import { workday as workdaySimulator } from '../../apps/sandbox/src/simulators/workday/workday.simulator.js';
import { app as bamboohr } from '../../apps/system-bamboohr/src/app.js';
import { app as floatApp } from '../../apps/system-float/src/app.js';
import { app as workday } from '../../apps/system-workday/src/app.js';
import * as examples from '../conformance/examples.js';
import { SystemApp, until } from './system-app.fixture.js';

jest.setTimeout(120_000);

interface TimeOff {
  start_date: string;
  end_date: string;
  full_day: number;
  timeoff_notes: string;
}

interface Logged {
  id: string;
  time: string;
  subject: string;
  data: { leave: { status: string } };
}

/** 7 December 2026 is a Monday. */
const [monday, tuesday, wednesday, friday] = ['2026-12-07', '2026-12-08', '2026-12-09', '2026-12-11'] as const;

describe.each<[string, AppDefinition, Simulator]>([
  ['bamboohr', bamboohr, bamboohrSimulator],
  ['workday', workday, workdaySimulator],
])('leave in %s', (instance, app, simulator) => {
  let people: SystemApp;
  let planning: SystemApp;
  let bench: CapacityBench;
  let recorded: string;
  let subject = '';

  beforeAll(async () => {
    [people, planning, bench] = await Promise.all([
      SystemApp.open(app, simulator, { pollEvery: '1s' }),
      SystemApp.open(floatApp, floatSimulator, { limits: { perMinute: 100_000 } }),
      CapacityBench.open(),
    ]);
    planning.act('setAllowance', { times: 1_000 });
    bench.systems = systemsOf(instance, people, planning);
    answer(await planning.put('/v1/scheduling/float/resources/1003', examples.resource('Ada')));
    answer(await planning.put('/v1/scheduling/float/demands/D-1', examples.demand('LEG-02')));
    planning.act('staff', {
      projectRef: 'LEG-02',
      roleName: 'Consultant',
      email: examples.resource('Ada').email,
      startDate: monday,
      endDate: friday,
      minutes: 2400,
      hourlyRate: '180.00',
    });
  });
  afterAll(() => Promise.all([people.close(), planning.close(), bench.close()]));

  /** Carries what the HR system last told of the leave through to the end. */
  async function carry(status: string): Promise<void> {
    const sql = `select id, time::text as time, subject, data from events.log
                  where type = $1 and source = $2 and data -> 'leave' ->> 'status' = $3
                    and (subject = $4 or data -> 'leave' -> 'days' -> 0 ->> 'date' = $5) order by position desc limit 1`;
    const values = [events.leaveRecorded.type, `/instances/${instance}`, status, subject, monday];
    const [told] = await until(
      () => people.rows<Logged>(sql, values),
      (found) => found.length > 0,
    );
    subject = told!.subject;
    await bench.deliver(events.leaveRecorded, told!.subject, told!.data, told);
    await bench.work();
  }

  /** Carries the change of the holidays that the HR system told last, once it told so many. */
  async function adjust(times: number): Promise<void> {
    const sql = `select id, time::text as time, subject, data from events.log where type = $1 and source = $2 order by position`;
    const told = await until(
      () => people.rows<Logged>(sql, [events.holidaysAdjusted.type, `/instances/${instance}`]),
      (found) => found.length === times,
    );
    const last = told.at(-1)!;
    await bench.deliver(events.holidaysAdjusted, last.subject, last.data, last);
    await bench.work();
  }

  /** Of this week: Workday's calendars have holidays of their own. */
  const held = (): TimeOff[] =>
    planning.product.world.store
      .list<TimeOff & { id: string }>('timeoffs')
      .filter(({ start_date }) => monday <= start_date && start_date <= friday);

  it('is time off in Float, and what no longer fits is raised', async () => {
    const leave = { startDate: monday, endDate: tuesday, minutesPerDay: 480, kind: 'sick', approved: true };
    recorded = (people.act('recordLeave', { number: '1003', ...leave }) as { id: string }).id;
    await carry('approved');
    expect(await bench.standing()).toMatchObject([{ state: 'completed' }]);
    expect(held()).toMatchObject([
      { start_date: monday, end_date: tuesday, full_day: 1, timeoff_notes: 'throughline absence away-1003-2026' },
    ]);
    expect((await bench.views.atRisk({})).items).toMatchObject([
      { workerNumber: '1003', project: 'LEG-02', minutes: 2400, atRiskMinutes: 960, moneyAtRisk: null },
    ]);
    expect(await bench.raised()).toMatchObject([{ code: 'assignment-at-risk', class: 'K17' }]);
    expect(JSON.stringify(held())).not.toMatch(/sick/i);
  });

  it('that is withdrawn is taken out of Float, and nothing is raised any more', async () => {
    people.act('withdrawLeave', { id: recorded });
    await carry('withdrawn');
    expect(held()).toEqual([]);
    expect((await bench.views.atRisk({})).items).toEqual([]);
    expect(await bench.raised()).toEqual([]);
  });

  it('is joined by a holiday that is entered there: capacity falls, and rises again when it is taken out', async () => {
    const day = { calendar: 'HOLIDAY_CALENDAR_US', date: wednesday };
    const minutesOfHoliday = async (): Promise<number> => {
      const { items } = await bench.views.list({ from: monday, to: friday, worker: '1003' });
      return items[0]!.weeks[0]!.holidayMinutes;
    };
    await until(
      () => people.rows('select 1 from feed_cursor where instance = $1 and feed = $2', [instance, 'adjusted-holidays']),
      (found) => found.length > 0,
    );
    people.act('addHoliday', { ...day, name: 'Founding day' });
    await adjust(1);
    expect(await minutesOfHoliday()).toBe(480);
    expect(held()).toMatchObject([{ start_date: wednesday, end_date: wednesday, full_day: 1 }]);
    people.act('removeHoliday', day);
    await adjust(2);
    expect(await minutesOfHoliday()).toBe(0);
    expect(held()).toEqual([]);
  });
});

/** The apps as workflows call them. */
function systemsOf(instance: string, people: SystemApp, planning: SystemApp): Systems {
  const hr = `/v1/hr/${instance}`;
  const scheduling = '/v1/scheduling/float';
  const span = ({ from, to }: { from: string; to: string }): string => `from=${from}&to=${to}`;
  return {
    named: () => ({
      getWorker: async ({ id }: { id: string }) => answer(await people.get(`${hr}/workers/${id}`)),
      // The directory knows whom the HR system told of.
      listWorkers: () => Promise.reject(new Failure('unsupported', 'lists nobody')),
      listHolidays: async (query: { from: string; to: string }) =>
        answer(await people.get(`${hr}/holidays?${span(query)}`)),
    }),
    for: () => ({
      putAbsence: async ({ reference, key, body }: { reference: string; key: string; body: object }) =>
        answer(await planning.put(`${scheduling}/absences/${reference}`, body, key)),
      listAssignmentsOf: async ({ reference, ...query }: { reference: string; from: string; to: string }) =>
        answer(await planning.get(`${scheduling}/resources/${reference}/assignments?${span(query)}`)),
    }),
  } as unknown as Systems;
}

function answer({ status, body }: Response): unknown {
  if (status === 200) return body;
  const { kind, detail, code } = body as { kind: Failure['kind']; detail: string; code?: string };
  throw new Failure(kind, detail, { ...(code && { code }) });
}
