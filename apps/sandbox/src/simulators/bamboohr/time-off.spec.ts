import { type Company, openCompany } from './company.fixture.js';

interface Request {
  id: string;
  employeeId: string;
  status: { status: string; lastChanged: string };
  amount: { unit: string; amount: string };
  dates: Record<string, string>;
}

describe('time off in a BambooHR company', () => {
  let company: Company;
  beforeEach(async () => {
    company = await openCompany({ now: '2026-10-01T08:00:00Z' });
  });
  afterEach(() => company.hosted.close());

  const base = '/api/v1/time_off';
  const december = 'start=2026-12-01&end=2026-12-31';
  const found = (more = '') => company.get<Request[]>(`${base}/requests?${december}${more}`);
  const ask = (body: object) => company.call('PUT', '/api/v1/employees/101/time_off/request', body);
  const vacation = { status: 'requested', start: '2026-12-24', end: '2026-12-28', timeOffTypeId: 78 };

  test('a request is made with its place in a header, ids and amounts as text, weekends with nothing', async () => {
    const reply = await ask(vacation);
    expect([reply.status, reply.headers.get('location')]).toEqual([201, expect.stringMatching(/requests\/1659$/)]);
    const [request] = await found();
    expect(request).toMatchObject({
      id: '1659',
      employeeId: '101',
      status: { status: 'requested', lastChanged: '2026-10-01' },
      type: { id: '78', name: 'Vacation' },
      amount: { unit: 'hours', amount: '24' },
      dates: { '2026-12-24': '8', '2026-12-25': '8', '2026-12-26': '0', '2026-12-27': '0', '2026-12-28': '8' },
    });
  });

  test('the span is mandatory and inclusive; requests are found by who asked and how they stand', async () => {
    await ask(vacation);
    expect((await company.call('GET', `${base}/requests?start=2026-12-01`)).status).toBe(400);
    const touching = await company.get<Request[]>(`${base}/requests?start=2026-12-28&end=2026-12-28`);
    const counts = [await found('&employeeId=100'), await found('&status=approved,denied'), await found('&id=1659')];
    expect([touching.length, ...counts.map(({ length }) => length)]).toEqual([1, 0, 0, 1]);
  });

  test('a decision answers nothing as HTML, in either spelling, and is dated', async () => {
    await ask(vacation);
    company.at('2026-10-02T08:00:00Z');
    const reply = await company.call('PUT', `${base}/requests/1659/status`, { status: 'cancelled' });
    expect([reply.status, reply.headers.get('content-type'), await reply.text()]).toEqual([
      200,
      expect.stringContaining('text/html'),
      '',
    ]);
    expect((await found())[0]!.status).toMatchObject({ status: 'canceled', lastChanged: '2026-10-02' });
    expect((await company.call('PUT', `${base}/requests/9/status`, { status: 'denied' })).status).toBe(404);
    expect((await company.call('PUT', `${base}/requests/1659/status`, { status: 'lost' })).status).toBe(400);
  });

  test('a request that replaces another supersedes it, as the vendor spells it', async () => {
    await ask(vacation);
    await ask({ ...vacation, dates: [{ ymd: '2026-12-24', amount: 4 }], previousRequest: 1659 });
    expect((await found()).map(({ status, amount }) => [status.status, amount.amount])).toEqual([
      ['superceded', '24'],
      ['requested', '20'],
    ]);
  });

  test('who is out and holidays are one list; nobody is out who only asked', async () => {
    await ask(vacation);
    company.act('addHoliday', { name: 'Christmas', date: '2026-12-25' });
    const out = () => company.get<{ type: string; name: string }[]>(`${base}/whos_out?${december}`);
    expect((await out()).map(({ type }) => type)).toEqual(['holiday']);
    await company.call('PUT', `${base}/requests/1659/status`, { status: 'approved' });
    expect((await out()).map(({ type, name }) => [type, name])).toEqual([
      ['timeOff', 'Ben Hale'],
      ['holiday', 'Christmas'],
    ]);
    expect(await company.get(`${base}/whos_out`)).toEqual([]);
    company.act('removeHoliday', { date: '2026-12-25' });
    expect((await out()).map(({ type }) => type)).toEqual(['timeOff']);
    expect(() => company.act('removeHoliday', { date: '2026-12-25' })).toThrow('no holiday that begins');
  });

  test('types say how they count, and how long people usually work', async () => {
    const { timeOffTypes, defaultHours } = await company.get<{ timeOffTypes: object[]; defaultHours: object[] }>(
      '/api/v1/meta/time_off/types?mode=request',
    );
    expect(timeOffTypes[0]).toMatchObject({ id: 78, name: 'Vacation', units: 'hours' });
    expect(defaultHours).toHaveLength(5);
    expect(defaultHours[0]).toEqual({ name: 'Monday', amount: '8' });
  });

  test('what people record is a request like any other, approved or not', async () => {
    const leave = { number: '1', startDate: '2026-12-21', endDate: '2026-12-22', minutesPerDay: 240 };
    company.act('recordLeave', { ...leave, kind: 'sick', approved: true });
    expect(await found()).toMatchObject([
      { status: { status: 'approved' }, amount: { unit: 'days', amount: '1' }, dates: { '2026-12-21': '0.5' } },
    ]);
    expect(() => company.act('recordLeave', { ...leave, kind: 'boredom', approved: true })).toThrow('use one of');
  });
});
