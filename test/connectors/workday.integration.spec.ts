import { loadFirm } from '../../apps/sandbox/src/firm/load-firm.js';
import { workday } from '../../apps/sandbox/src/simulators/workday/workday.simulator.js';
import { app } from '../../apps/system-workday/src/app.js';
import { htmlWith200, itKeepsReadingPromises } from './reading-promises.fixture.js';
import { spares, SystemApp, until } from './system-app.fixture.js';

const service = '/ccx/service/';
const hr = '/v1/hr/workday';
const { workers } = loadFirm('examples/meridian-consulting');
const priya = workers.find(({ number }) => number === '1003')!;

let system: SystemApp;
const bench = (): SystemApp => system;
let workerId: string;
let leaveId: string;

interface Worker {
  id: string;
  number: string;
}

/** Everything of a collection, page by page; `between` happens after each. */
async function everything<T>(path: string, between = (): void => undefined): Promise<T[]> {
  const items: T[] = [];
  for (let cursor: string | null = null; ; between()) {
    const { body } = await system.get(cursor ? `${path}&cursor=${encodeURIComponent(cursor)}` : path);
    items.push(...body.items);
    if (!body.nextCursor) return items;
    cursor = body.nextCursor;
  }
}

const hire = (number: string, more: object = {}): string => {
  const worker = { ...priya, number, hireDate: '2026-11-02', pay: '90817.00 USD', ...more };
  return (system.act('hire', { worker }) as { id: string }).id;
};

const record = (input: object): string =>
  (system.act('recordLeave', { number: '1003', minutesPerDay: null, approved: true, ...input }) as { id: string }).id;

async function idOf(number: string): Promise<string> {
  const workersNow = await everything<Worker>(`${hr}/workers?limit=200`);
  return workersNow.find((one) => one.number === number)!.id;
}

/** What the first of the instances told of something. */
const told = async (subject: string): Promise<string[]> => {
  const rows = await system.rows<{ type: string }>(
    `select type from events.log where source = '/instances/workday' and subject = $1 order by type`,
    [subject],
  );
  return rows.map(({ type }) => type.replace('com.throughline.', ''));
};

const untilTold = (subject: string, count: number): Promise<string[]> =>
  until(
    () => told(subject),
    ({ length }) => length >= count,
  );

/** Every feed has gone through everything. */
const quiet = (): Promise<unknown> =>
  until(
    () => system.rows(`select 1 from feed_cursor where feed = 'recorded-leave' and cursor = ''`),
    ({ length }) => length === 1 + spares.length,
  );

describe('Workday behind the HR contract', () => {
  beforeAll(async () => {
    system = await SystemApp.open(app, workday);
    await quiet();
    workerId = await idOf('1003');
    leaveId = record({ startDate: '2026-12-01', endDate: '2026-12-01', kind: 'vacation', minutesPerDay: 240 });
  });
  afterAll(() => system.close());

  itKeepsReadingPromises(bench, {
    path: (instance) => `/v1/hr/${instance}/leave/${workerId}.${leaveId}`,
    instance: 'workday',
    asks: '/timeOffEntries',
  });

  it('names the manager by the id by which the manager can be asked for', async () => {
    const { body } = await system.get(`${hr}/workers/${workerId}`);
    expect((await system.get(`${hr}/workers/${body.managerId}`)).body.number).toBe(priya.manager);
  });

  it('says which worker there is not', async () => {
    const nobody = '0'.repeat(32);
    const { status, body } = await system.get(`${hr}/workers/${nobody}`);
    expect([status, body.code, body.detail]).toEqual([404, 'unknown-worker', `Workday has no worker ${nobody}`]);
  });

  it('lists every worker once, also when somebody is hired between two pages', async () => {
    const before = await everything<Worker>(`${hr}/workers?limit=200`);
    let late = 1900;
    const paged = await everything<Worker>(`${hr}/workers?limit=9`, () => void hire(String((late += 1))));
    expect(paged.map(({ id }) => id).sort()).toEqual(before.map(({ id }) => id).sort());
  });

  it('knows contractors by their id, and has nothing that could be written', async () => {
    const id = hire('2010', { employmentType: 'Contractor' });
    expect((await system.get(`${hr}/workers/${id}`)).body.employmentType).toBe('contractor');
    expect((await system.put(`${hr}/workers/${id}`, { firstName: 'Other' })).status).toBe(404);
  });

  it('throttled with a fault and HTTP 500, asks again', async () => {
    system.act('setThrottle', { times: 2 });
    const asked = system.callsTo(service).length;
    expect((await system.get(`${hr}/workers/${workerId}`)).status).toBe(200);
    expect(system.callsTo(service)).toHaveLength(asked + 3);
  });

  it.each([
    ['a proxy’s HTML page', { kind: 'html' }],
    ['HTML where XML belongs', htmlWith200],
    ['half of a body', { kind: 'truncate' }],
    ['a cut connection', { kind: 'reset' }],
    ['XML that says something else', { kind: 'status', status: 200, body: '<html/>' }],
  ] as const)('answered with %s is unavailable naming instance and request, and answers next', async (_what, fault) => {
    system.fault({ path: service, ...fault });
    const { status, body } = await system.get(`${hr}/workers/${workerId}`);
    expect([status, body.kind]).toEqual([503, 'unavailable']);
    expect(body.detail).toMatch(/^workday .* POST \/ccx\/service/);
    expect((await system.get(`${hr}/workers/${workerId}`)).status).toBe(200);
  });

  it('answers leave by days and minutes, long leave as a whole, page by page, and never why', async () => {
    const short = record({ startDate: '2027-01-20', endDate: '2027-01-21', kind: 'vacation', minutesPerDay: 450 });
    const long = record({ startDate: '2027-01-28', endDate: '2027-02-02', kind: 'parental' });
    const asked = record({
      startDate: '2027-02-10',
      endDate: '2027-02-10',
      kind: 'sick',
      approved: false,
      minutesPerDay: 60,
    });
    const leave = await everything<{ id: string; status: string; days: object[] }>(
      `${hr}/leave?from=2027-01-01&to=2027-02-28&limit=1`,
    );
    const days = (minutes: number, ...dates: string[]) => dates.map((date) => ({ date, minutes }));
    expect(leave).toEqual([
      expect.objectContaining({
        id: `${workerId}.${short}`,
        workerId,
        status: 'approved',
        days: days(450, '2027-01-20', '2027-01-21'),
      }),
      expect.objectContaining({ id: `${workerId}.${asked}`, status: 'requested', days: days(60, '2027-02-10') }),
      // 30 and 31 January 2027 are a weekend.
      expect.objectContaining({
        id: `${workerId}.${long}`,
        status: 'approved',
        days: days(480, '2027-01-28', '2027-01-29', '2027-02-01', '2027-02-02'),
      }),
    ]);
    expect(JSON.stringify(leave)).not.toMatch(/vacation|parental|sick/i);
  });

  it.each([
    ['vacation', 240],
    ['medical', null],
  ])('says of %s leave that was taken back that it is withdrawn', async (kind, minutesPerDay) => {
    const id = record({ startDate: '2027-03-10', endDate: '2027-03-10', kind, minutesPerDay });
    const path = `${hr}/leave/${workerId}.${id}`;
    expect((await system.get(path)).body.status).toBe('approved');
    system.act('withdrawLeave', { id });
    expect((await system.get(path)).body.status).toBe('withdrawn');
  });

  it('ends long leave on the day somebody really comes back', async () => {
    const id = record({ startDate: '2027-04-05', endDate: '2027-04-16', kind: 'sabbatical' });
    const lastDay = async () => (await system.get(`${hr}/leave/${workerId}.${id}`)).body.days.at(-1).date;
    expect(await lastDay()).toBe('2027-04-16');
    system.act('returnFromLeave', { id, date: '2027-04-09' });
    expect((await lastDay()) <= '2027-04-09').toBe(true);
  });

  it('says which leave there is not', async () => {
    for (const id of ['nothing', `${workerId}.nothing`])
      expect((await system.get(`${hr}/leave/${id}`)).status).toBe(404);
  });

  it('gets a new token when the old one has run out', async () => {
    system.act('expireTokens');
    expect((await system.get(`${hr}/leave/${workerId}.${leaveId}`)).status).toBe(200);
  });

  it('answers holidays of every calendar within the days asked for, at the place the operator says', async () => {
    const { body } = await system.get(`${hr}/holidays?from=2026-12-25&to=2027-01-01`);
    const items = body.items as { date: string; location: string }[];
    expect(items.map(({ date, location }) => `${date} ${location}`)).toEqual(
      expect.arrayContaining(['2026-12-25 US', '2026-12-25 DE']),
    );
    expect(items.filter(({ date }) => date < '2026-12-25' || date > '2027-01-01')).toEqual([]);
  });

  it('leaves empty what the user may not see', async () => {
    const hidden = ['Worker Data: Transaction Log', 'Worker Data: Skills and Experience'];
    for (const domain of hidden) system.act('setPermission', { domain, granted: false });
    const { body } = await system.get(`${hr}/workers/${workerId}`);
    expect([body.number, body.skills, body.modifiedAt]).toEqual(['1003', [], null]);
  });
});

describe('what Workday tells', () => {
  const hired = 'worker.hired.v1';
  const changed = 'worker.changed.v1';

  beforeAll(async () => {
    system = await SystemApp.open(app, workday, { alone: true, pollEvery: '1s' });
    workerId = await idOf('1003');
  });
  afterAll(() => system.close());

  /** Every instance has asked for changes again, whatever it found. */
  async function polledAgain(): Promise<void> {
    const polls = async () => {
      const all = await system.rows<{ at: Date }>(
        `select polled_at as at from feed_cursor where feed = 'changed-workers'`,
      );
      return all.map(({ at }) => at.getTime());
    };
    // The first of two may have begun before.
    for (const _ of ['first', 'second']) {
      const before = Math.max(...(await polls()));
      await until(polls, (all) => Math.min(...all) > before);
    }
  }

  it('of a new worker is a hire and a change, once however often polls overlap', async () => {
    const id = hire('2001');
    await untilTold(`worker/${id}`, 2);
    await polledAgain();
    expect(await told(`worker/${id}`)).toEqual([changed, hired]);
  });

  it('of somebody who was here before are changes, each of them', async () => {
    const id = hire('2014', { hireDate: '2014-05-05', email: 'ada.2014@meridian.example' });
    expect(await untilTold(`worker/${id}`, 1)).toEqual([changed]);
    for (const [location, count] of [
      ['Boston', 2],
      ['Chicago', 3],
    ] as const) {
      system.act('editEmployee', { number: '2014', fields: { location } });
      expect(await untilTold(`worker/${id}`, count)).toEqual(Array<string>(count).fill(changed));
    }
  });

  it('is nothing yet of a hire dated ahead', async () => {
    const id = hire('2002', { hireDate: '2099-01-11' });
    await polledAgain();
    expect([await told(`worker/${id}`), (await system.get(`${hr}/workers/${id}`)).status]).toEqual([[], 404]);
  });

  it('of a hire that is taken back is a change, and the worker is inactive', async () => {
    const id = hire('2003');
    await untilTold(`worker/${id}`, 2);
    system.act('rescindHire', { number: '2003' });
    expect(await untilTold(`worker/${id}`, 3)).toEqual([changed, changed, hired]);
    expect((await system.get(`${hr}/workers/${id}`)).body.status).toBe('inactive');
  });

  it('of leave is that it was recorded, and that it was taken back', async () => {
    const id = record({ startDate: '2026-12-01', endDate: '2026-12-02', kind: 'vacation', minutesPerDay: 480 });
    const subject = `leave/${workerId}.${id}`;
    expect(await untilTold(subject, 1)).toEqual(['leave.recorded.v1']);
    system.act('withdrawLeave', { id });
    expect(await untilTold(subject, 2)).toHaveLength(2);
  });

  it('of a worker is told although the user may not see the log', async () => {
    system.act('setPermission', { domain: 'Worker Data: Transaction Log', granted: false });
    const id = hire('2004');
    expect(new Set(await untilTold(`worker/${id}`, 2))).toEqual(new Set([changed, hired]));
  });
});
