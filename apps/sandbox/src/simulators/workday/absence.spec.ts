import { at, flags, openTenant, type Tenant, textAt } from './tenant.fixture.js';

interface Instance {
  id: string;
  descriptor: string;
}
interface TimeOff {
  date: string;
  quantity: number;
  unit: Instance;
  timeOffType: Instance;
  status: Instance;
  worker: Instance;
}
interface Leave {
  id: string;
  firstDayOfLeave: string;
  estimatedLastDayOfLeave: string;
  actualLastDayOfLeave?: string;
  leaveType: Instance;
  status: Instance;
}
interface Page<T> {
  data: T[];
  total: number;
}

describe('absences of a Workday tenant', () => {
  let tenant: Tenant;
  let dora: string;
  beforeEach(async () => {
    tenant = await openTenant();
    dora = textAt(await tenant.worker('3'), 'Worker_Reference', 'ID')!;
  });
  afterEach(() => tenant.hosted.close());

  const timeOff = async (query = ''): Promise<Page<TimeOff>> =>
    (await (await tenant.get(`/workers/${dora}/timeOffDetails${query}`)).json()) as Page<TimeOff>;
  const leaves = async (query = ''): Promise<Page<Leave>> =>
    (await (await tenant.get(`/workers/${dora}/leavesOfAbsence${query}`)).json()) as Page<Leave>;
  const record = (changes: object = {}) =>
    tenant.act('recordLeave', {
      number: '3',
      startDate: '2026-10-08',
      endDate: '2026-10-12',
      minutesPerDay: null,
      kind: 'vacation',
      ...changes,
    });
  const valueOf = async (path: string, name: string): Promise<string> => {
    const { data } = (await (await tenant.get(path)).json()) as Page<Instance>;
    return data.find(({ descriptor }) => descriptor === name)!.id;
  };

  describe('time off', () => {
    test('one entry for each day worked, in the unit of its type', async () => {
      record();
      record({ startDate: '2026-10-20', endDate: '2026-10-20', minutesPerDay: 270, kind: 'sick' });
      const { data, total } = await timeOff();
      expect(total).toBe(4);
      // From Thursday to Monday.
      expect(
        data.map(({ date, quantity, unit, timeOffType }) => [date, quantity, unit.descriptor, timeOffType.descriptor]),
      ).toEqual([
        ['2026-10-08', 1, 'Days', 'Vacation (Days)'],
        ['2026-10-09', 1, 'Days', 'Vacation (Days)'],
        ['2026-10-12', 1, 'Days', 'Vacation (Days)'],
        ['2026-10-20', 4.5, 'Hours', 'Sick (Hours)'],
      ]);
      expect(data[0]!.worker).toEqual({ id: dora, descriptor: 'Dora Lind' });
    });

    test('what nobody approved yet is shown like the rest, unless a status is asked for', async () => {
      record();
      record({ startDate: '2026-11-02', endDate: '2026-11-02', approved: false });
      const statuses = (await timeOff()).data.map(({ status }) => status.descriptor);
      expect(statuses).toEqual(['Approved', 'Approved', 'Approved', 'Submitted']);
      const [approved, submitted] = [
        await valueOf('/values/timeOff/status/', 'Approved'),
        await valueOf('/values/timeOff/status/', 'Submitted'),
      ];
      expect((await timeOff(`?status=${approved}`)).total).toBe(3);
      expect((await timeOff(`?status=${approved}&status=${submitted}`)).total).toBe(4);
    });

    test('what is taken back disappears', async () => {
      const { id } = record();
      tenant.act('withdrawLeave', { id });
      expect(await timeOff()).toEqual({ data: [], total: 0 });
    });

    test('only the common service tells ids and requests, and what was cancelled', async () => {
      const { id } = record({ endDate: '2026-10-09' });
      const other = record({ startDate: '2026-10-20', endDate: '2026-10-20', approved: false });
      tenant.act('withdrawLeave', { id });
      const reply = await tenant.get(`/ccx/api/v1/north1/workers/${dora}/timeOffEntries`);
      const { data, total } = (await reply.json()) as Page<{ id: string; date: string; timeOffRequest: object }>;
      expect(total).toBe(3);
      expect(new Set(data.map((entry) => entry.id)).size).toBe(3);
      expect(data.map(({ date, timeOffRequest }) => [date, timeOffRequest])).toEqual([
        ['2026-10-08', { id, status: 'Canceled', descriptor: 'Vacation' }],
        ['2026-10-09', { id, status: 'Canceled', descriptor: 'Vacation' }],
        ['2026-10-20', { id: other.id, status: 'In Progress', descriptor: 'Vacation' }],
      ]);
    });

    test('days and types narrow it down', async () => {
      record();
      record({ startDate: '2026-10-09', endDate: '2026-10-09', kind: 'sick' });
      expect((await timeOff('?fromDate=2026-10-09&toDate=2026-10-11')).total).toBe(2);
      const sick = (await timeOff()).data.at(-1)!.timeOffType.id;
      expect((await timeOff(`?timeOffType=${sick}`)).data.map(({ date }) => date)).toEqual(['2026-10-09']);
    });

    test('twenty come unless up to a hundred are asked for', async () => {
      record({ startDate: '2026-11-02', endDate: '2027-05-14' });
      // 28 weeks of five days.
      const first = await timeOff();
      expect([first.data.length, first.total]).toEqual([20, 140]);
      const last = await timeOff('?limit=100&offset=100');
      expect([last.data.length, last.data[0]!.date]).toEqual([40, '2027-03-22']);
    });

    test.each(['limit=101', 'limit=0', 'limit=ten', 'offset=-1', 'fromDate=2026-02-30', 'from=2026-01-01'])(
      '%s is refused',
      async (query) => {
        const reply = await tenant.get(`/workers/${dora}/timeOffDetails?${query}`);
        expect(reply.status).toBe(400);
        const field = query.split('=')[0];
        expect(await reply.json()).toMatchObject({ error: 'invalid request', errors: [{ field }] });
      },
    );
  });

  describe('leave', () => {
    test('a longer absence has days of its own and puts the worker on leave', async () => {
      record({ kind: 'parental', startDate: '2026-10-05', endDate: '2026-12-31' });
      const { data } = await leaves();
      expect(data).toMatchObject([
        {
          firstDayOfLeave: '2026-10-05',
          estimatedLastDayOfLeave: '2026-12-31',
          leaveType: { descriptor: 'Parental Leave' },
          status: { descriptor: 'Successfully Completed' },
        },
      ]);
      expect(await timeOff()).toEqual({ data: [], total: 0 });
      const status = async () =>
        at(
          await tenant.worker('3', flags('Include_Employment_Information')),
          ...'Worker_Data Employment_Data Worker_Status_Data Leave_Status_Data'.split(' '),
        );
      expect(await status()).toBeUndefined();
      tenant.at('2026-10-05T13:00:00Z');
      expect(textAt(await status(), 'On_Leave')).toBe('1');
      expect(textAt(await status(), 'Active')).toBeUndefined();
      expect(textAt(await status(), 'Estimated_Leave_End_Date')).toBe('2026-12-31-08:00');
    });

    test('what is taken back stays, with another status', async () => {
      const { id } = record({ kind: 'parental' });
      tenant.act('withdrawLeave', { id });
      expect((await leaves()).data).toMatchObject([{ id, status: { descriptor: 'Rescinded' } }]);
      const completed = await valueOf('/values/leave/status/', 'Successfully Completed');
      expect((await leaves(`?status=${completed}`)).total).toBe(0);
    });

    test('until somebody is back leave goes on, whatever was estimated', async () => {
      const { id } = record({ kind: 'medical', startDate: '2026-10-05', endDate: '2026-10-16' });
      const inNovember = '?fromDate=2026-11-01&toDate=2026-11-30';
      expect((await leaves(inNovember)).total).toBe(0);
      tenant.at('2026-11-10T13:00:00Z');
      await tenant.signIn();
      expect((await leaves(inNovember)).data).toMatchObject([{ id }]);
      tenant.act('returnFromLeave', { id, date: '2026-10-20' });
      expect((await leaves(inNovember)).total).toBe(0);
      expect((await leaves()).data[0]!.actualLastDayOfLeave).toBe('2026-10-20');
    });
  });

  test('a worker is known by the WID alone', async () => {
    for (const id of ['Employee_ID=3', '3', '0'.repeat(32)]) {
      const reply = await tenant.get(`/workers/${id}/timeOffDetails`);
      expect(reply.status).toBe(404);
      expect(await reply.json()).toEqual({
        error: 'resource not found',
        errors: [{ error: 'resource not found', code: 'S21' }],
      });
    }
  });

  test('an integration without the domain is told so', async () => {
    tenant.act('setPermission', { domain: 'Worker Data: Time Off', granted: false });
    const reply = await tenant.get(`/workers/${dora}/timeOffDetails`);
    expect(reply.status).toBe(403);
    expect(await reply.json()).toMatchObject({ errors: [{ code: 'S22' }] });
    expect((await tenant.get(`/workers/${dora}/leavesOfAbsence`)).status).toBe(200);
  });

  test('people operations cannot record what makes no sense', () => {
    expect(() => record({ kind: 'siesta' })).toThrow('there is no kind "siesta"');
    expect(() => record({ endDate: '2026-10-07' })).toThrow('ends before it starts');
    expect(() => record({ startDate: '2026-10-10', endDate: '2026-10-11' })).toThrow('nobody works on these days');
    expect(() => record({ kind: 'parental', minutesPerDay: 60 })).toThrow('takes whole days');
    expect(() => record({ startDate: '2020-01-06', endDate: '2020-01-06' })).toThrow('is not employed on 2020-01-06');
    expect(() => tenant.act('withdrawLeave', { id: 'x' })).toThrow('there is no absence x');
  });
});
