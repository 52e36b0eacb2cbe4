import { bamboohr } from '../../apps/sandbox/src/simulators/bamboohr/bamboohr.simulator.js';
import { app } from '../../apps/system-bamboohr/src/app.js';
import { SystemApp, until } from './system-app.fixture.js';

let system: SystemApp;
const hr = '/v1/hr/bamboohr';
let workerId: string;

beforeAll(async () => {
  system = await SystemApp.open(app, bamboohr, { pollEvery: '1s' });
  ({ id: workerId } = system.act('editEmployee', { number: '1003', fields: {} }) as { id: string });
});
afterAll(() => system.close());

describe('BambooHR behind the HR contract', () => {
  it('throttled in the words used until September 2026, 503 without a time, is asked again', async () => {
    system.act('setThrottle', { times: 1, legacy: true });
    expect((await system.get(`${hr}/workers/${workerId}`)).status).toBe(200);
  });
});

describe('leave in BambooHR', () => {
  const record = (input: object): string => {
    const leave = { number: '1003', kind: 'vacation', minutesPerDay: null, approved: true, ...input };
    return (system.act('recordLeave', leave) as { id: string }).id;
  };

  it('is told whole, in minutes of the days that are worked, without a reason', async () => {
    // 5 and 6 December 2026 are a weekend.
    const id = record({ startDate: '2026-12-04', endDate: '2026-12-07', kind: 'sick' });
    const { body } = await system.get(`${hr}/leave/${id}`);
    expect(body).toEqual({
      id,
      workerId,
      status: 'approved',
      days: [
        { date: '2026-12-04', minutes: 480 },
        { date: '2026-12-07', minutes: 480 },
      ],
      modifiedAt: null,
    });
  });

  it('is listed where it touches the span, page by page', async () => {
    const ids = [
      record({ startDate: '2027-03-01', endDate: '2027-03-05' }),
      record({ startDate: '2027-03-05', endDate: '2027-03-09', minutesPerDay: 90 }),
      record({ startDate: '2027-03-10', endDate: '2027-03-12' }),
    ];
    const span = 'from=2027-03-05&to=2027-03-09&limit=1';
    const first = (await system.get(`${hr}/leave?${span}`)).body;
    const second = (await system.get(`${hr}/leave?${span}&cursor=${first.nextCursor}`)).body;
    expect([first.items[0].id, second.items[0].id, second.nextCursor]).toEqual([ids[0], ids[1], null]);
    expect(second.items[0].days).toEqual(
      ['2027-03-05', '2027-03-08', '2027-03-09'].map((date) => ({ date, minutes: 90 })),
    );
  });

  it('says which leave there is not', async () => {
    const { status, body } = await system.get(`${hr}/leave/99999`);
    expect([status, body.code]).toEqual([404, 'unknown-leave']);
  });

  it('is reported when it is asked for and when it is taken back, each once', async () => {
    const id = record({ startDate: '2026-12-28', endDate: '2026-12-30', approved: false });
    const told = async (): Promise<string[]> => {
      const rows = await system.rows<{ status: string }>(
        `select data -> 'leave' ->> 'status' as status from events.log
          where source = '/instances/bamboohr' and type = 'com.throughline.leave.recorded.v1' and subject = $1
          order by position`,
        [`leave/${id}`],
      );
      return rows.map(({ status }) => status);
    };
    await until(told, ({ length }) => length === 1);
    system.act('withdrawLeave', { id });
    await until(told, ({ length }) => length === 2);
    const polls = system.callsTo('/time_off/requests').length;
    await until(
      () => Promise.resolve(system.callsTo('/time_off/requests').length),
      (count) => count >= polls + 8,
    );
    expect(await told()).toEqual(['requested', 'withdrawn']);
  });

  it('leaves out the holidays of the company, which are told beside it for everybody', async () => {
    system.act('addHoliday', { name: 'Company day', date: '2027-06-18' });
    const { body } = await system.get(`${hr}/holidays?from=2027-06-01&to=2027-06-30`);
    expect(body.items).toEqual([{ date: '2027-06-18', name: 'Company day', location: null }]);
  });
});
