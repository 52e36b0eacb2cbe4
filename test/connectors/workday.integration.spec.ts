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

interface Worker {
  id: string;
  number: string;
  modifiedAt: string | null;
}

/** Everything of a collection, page by page; `between` happens after the first. */
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

/** What the first of the instances told of a worker. */
const told = async (id: string): Promise<string[]> => {
  const rows = await system.rows<{ type: string }>(
    `select type from events.log where source = '/instances/workday' and subject = $1 order by type`,
    [`worker/${id}`],
  );
  return rows.map(({ type }) => type.replace('com.throughline.', ''));
};

/** Every instance has polled again, whatever it found. */
async function polledAgain(): Promise<void> {
  const before = system.callsTo(service).length;
  const polls = 2 * (1 + spares.length);
  await until(
    () => Promise.resolve(system.callsTo(service).length),
    (calls) => calls >= before + polls,
  );
}

beforeAll(async () => {
  system = await SystemApp.open(app, workday, {
    settings: ({ world }) => ({
      baseUrl: world.origin,
      tenant: world.credentials.workday.tenant,
      user: world.credentials.workday.username,
      password: 'secret:workday.password',
      clientId: 'secret:workday.client-id',
      clientSecret: 'secret:workday.client-secret',
      refreshToken: 'secret:workday.refresh-token',
      calendarPlaces: { 'Holidays DE': 'Germany' },
    }),
  });
  const { body } = await system.get(`${hr}/workers?limit=200`);
  ({ id: workerId } = body.items.find(({ number }: Worker) => number === '1003'));
});
afterAll(() => system.close());

describe('Workday behind the HR contract', () => {
  itKeepsReadingPromises(bench, {
    path: (instance) => `/v1/hr/${instance}/leave/${workerId}.2026-12-22`,
    instance: 'workday',
    asks: '/timeOffDetails',
  });

  it('answers a worker as people operations keep them, without pay', async () => {
    const { status, body } = await system.get(`${hr}/workers/${workerId}`);
    expect([status, body]).toMatchObject([
      200,
      {
        number: '1003',
        firstName: 'Priya',
        lastName: 'Raman',
        workEmail: priya.email,
        employmentType: 'employee',
        status: 'active',
        hireDate: priya.hireDate,
        legalEntity: 'MER-US',
        costCentre: 'US-STR',
        grade: 'Manager',
        country: priya.country,
        weeklyMinutes: 2400,
        skills: ['SKL-STRAT', 'SKL-CHANGE'],
      },
    ]);
    expect(JSON.stringify(body)).not.toContain(priya.pay.split(' ')[0]);
  });

  it('names the manager by the id by which the manager can be asked for', async () => {
    const { body } = await system.get(`${hr}/workers/${workerId}`);
    expect((await system.get(`${hr}/workers/${body.managerId}`)).body.number).toBe(priya.manager);
  });

  it('says which worker there is not', async () => {
    const { status, body } = await system.get(`${hr}/workers/${'0'.repeat(32)}`);
    expect([status, body.code, body.detail]).toEqual([
      404,
      'unknown-worker',
      `Workday has no worker ${'0'.repeat(32)}`,
    ]);
  });

  it('lists every worker once, also when somebody is hired between two pages', async () => {
    const { body } = await system.get(`${hr}/workers?limit=200`);
    let late = 1900;
    const paged = await everything<Worker>(`${hr}/workers?limit=9`, () => void hire(String((late += 1))));
    expect(paged.map(({ id }) => id).sort()).toEqual(body.items.map(({ id }: Worker) => id).sort());
  });

  it('knows contractors by their id, and has nothing that could be written', async () => {
    const id = hire('2010', { employmentType: 'Contractor' });
    expect((await system.get(`${hr}/workers/${id}`)).body.employmentType).toBe('contractor');
    expect((await system.put(`${hr}/workers/${id}`, { firstName: 'Other' })).status).toBe(404);
  });

  it('throttled with a fault and HTTP 500, asks again', async () => {
    system.act('setThrottle', { times: 3 });
    expect((await system.get(`${hr}/workers/${workerId}`)).status).toBe(200);
  });

  it.each([
    ['a proxy’s HTML page', { kind: 'html' }],
    ['HTML where XML belongs', htmlWith200],
    ['half of a body', { kind: 'truncate' }],
    ['a cut connection', { kind: 'reset' }],
    ['XML that says something else', { kind: 'status', status: 200, body: '<html/>' }],
  ] as const)('answered with %s is unavailable, and answers the next time', async (_what, fault) => {
    // The feed asks the same address: both meet the fault until it is over.
    system.fault({ path: service, times: 1_000, ...fault });
    const { status, body } = await system.get(`${hr}/workers/${workerId}`);
    system.product.faults.clear();
    expect([status, body.kind]).toEqual([503, 'unavailable']);
    await until(
      () => system.get(`${hr}/workers/${workerId}`),
      (again) => again.status === 200,
    );
  });
});

describe('leave in Workday', () => {
  const span = 'from=2026-12-01&to=2027-02-28';
  const leaveOf = async () =>
    (
      await everything<{ workerId: string; status: string; days: { date: string; minutes: number }[] }>(
        `${hr}/leave?${span}&limit=3`,
      )
    ).filter((one) => one.workerId === workerId);

  it('is told day by day in minutes, long leave as a whole, and neither says why', async () => {
    const record = (input: object) => system.act('recordLeave', { number: '1003', approved: true, ...input });
    record({ startDate: '2026-12-23', endDate: '2026-12-24', kind: 'vacation', minutesPerDay: 450 });
    record({ startDate: '2027-01-28', endDate: '2027-02-02', kind: 'parental', minutesPerDay: null });
    const leave = await leaveOf();
    expect(leave.map(({ status, days }) => [status, days])).toEqual([
      ['approved', [{ date: '2026-12-23', minutes: 450 }]],
      ['approved', [{ date: '2026-12-24', minutes: 450 }]],
      // 30 and 31 January 2027 are a weekend.
      ['approved', ['2027-01-28', '2027-01-29', '2027-02-01', '2027-02-02'].map((date) => ({ date, minutes: 480 }))],
    ]);
    expect(JSON.stringify(leave)).not.toMatch(/vacation|parental/i);
  });

  it('that waits for approval is requested', async () => {
    const input = { startDate: '2026-12-29', endDate: '2026-12-29', kind: 'vacation', minutesPerDay: 240 };
    system.act('recordLeave', { number: '1003', approved: false, ...input });
    const { body } = await system.get(`${hr}/leave/${workerId}.2026-12-29`);
    expect([body.status, body.days]).toEqual(['requested', [{ date: '2026-12-29', minutes: 240 }]]);
  });

  it.each([
    ['vacation', 240, '2027-02-10'],
    ['medical', null, null],
  ])('of kind %s that is taken back is withdrawn', async (kind, minutesPerDay, day) => {
    const input = { startDate: '2027-02-10', endDate: '2027-02-10', kind, minutesPerDay, approved: true };
    const { id } = system.act('recordLeave', { number: '1003', ...input }) as { id: string };
    const path = `${hr}/leave/${workerId}.${day ?? id}`;
    expect((await system.get(path)).body.status).toBe('approved');
    system.act('withdrawLeave', { id });
    expect((await system.get(path)).body.status).toBe('withdrawn');
  });

  it('ends on the day somebody really comes back', async () => {
    const input = { startDate: '2026-12-07', endDate: '2026-12-18', kind: 'sabbatical', minutesPerDay: null };
    const { id } = system.act('recordLeave', { number: '1003', approved: true, ...input }) as { id: string };
    const days = async () => (await system.get(`${hr}/leave/${workerId}.${id}`)).body.days;
    expect((await days()).at(-1).date).toBe('2026-12-18');
    system.act('returnFromLeave', { id, date: '2026-12-11' });
    expect((await days()).at(-1).date <= '2026-12-11').toBe(true);
  });

  it.each(['nothing', `${'0'.repeat(32)}.2026-12-22`])('"%s" is none', async (id) => {
    expect((await system.get(`${hr}/leave/${id}`)).status).toBe(404);
  });

  it('is read with a new token when the old one has run out', async () => {
    system.act('expireTokens');
    expect((await system.get(`${hr}/leave/${workerId}.2026-12-22`)).status).toBe(200);
  });
});

describe('holidays in Workday', () => {
  it('are those of every calendar within the days asked for, at the place the operator says', async () => {
    const { body } = await system.get(`${hr}/holidays?from=2026-12-25&to=2027-01-01`);
    const places = body.items.map(({ date, location }: { date: string; location: string }) => `${date} ${location}`);
    expect(places).toEqual(expect.arrayContaining(['2026-12-25 Holidays US', '2026-12-25 Germany']));
    expect(body.items.every(({ date }: { date: string }) => date >= '2026-12-25' && date <= '2027-01-01')).toBe(true);
  });
});

describe('changes in Workday', () => {
  const hired = 'worker.hired.v1';
  const changed = 'worker.changed.v1';

  it('of a new worker are a hire and a change, told once however often polls overlap', async () => {
    const id = hire('2001');
    await until(
      () => told(id),
      (events) => events.length === 2,
    );
    await polledAgain();
    await polledAgain();
    expect(await told(id)).toEqual([changed, hired]);
  });

  it('of somebody who was here before are changes, each told', async () => {
    for (const [location, count] of [
      ['Boston', 1],
      ['Chicago', 2],
    ] as const) {
      system.act('editEmployee', { number: '1004', fields: { location } });
      const { body } = await system.get(`${hr}/workers?limit=200`);
      const { id } = body.items.find(({ number }: Worker) => number === '1004');
      const events = await until(
        () => told(id),
        ({ length }) => length >= count,
      );
      expect(events).toEqual(Array<string>(count).fill(changed));
    }
  });

  it('dated ahead are not told before their day', async () => {
    const id = hire('2002', { hireDate: '2099-01-11' });
    await polledAgain();
    expect([await told(id), (await system.get(`${hr}/workers/${id}`)).status]).toEqual([[], 404]);
  });

  it('that take a hire back are told, and the worker is inactive', async () => {
    const id = hire('2003');
    await until(
      () => told(id),
      (events) => events.length === 2,
    );
    system.act('rescindHire', { number: '2003' });
    await until(
      () => told(id),
      (events) => events.length === 3,
    );
    expect((await told(id)).filter((type) => type === changed)).toHaveLength(2);
    expect((await system.get(`${hr}/workers/${id}`)).body.status).toBe('inactive');
  });

  it('are told although the user may not see the log, and what it may not see is empty', async () => {
    const hidden = ['Worker Data: Transaction Log', 'Worker Data: Skills and Experience'];
    for (const domain of hidden) system.act('setPermission', { domain, granted: false });
    const id = hire('2004');
    const events = await until(
      () => told(id),
      ({ length }) => length >= 2,
    );
    expect(new Set(events)).toEqual(new Set([changed, hired]));
    const { body } = await system.get(`${hr}/workers/${id}`);
    expect([body.number, body.skills, body.modifiedAt]).toEqual(['2004', [], null]);
  });
});
