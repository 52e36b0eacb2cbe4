import type { hr } from '#contracts';
import { itKeepsReadingPromises } from '../connectors/reading-promises.fixture.js';
import { until } from '../connectors/system-app.fixture.js';
import { newHire } from './new-hire.js';
import type { Bench } from './platform.js';

interface Told {
  type: string;
  id: string;
}

/** Workers, their leave, and what is told of them. */
export function hrPromises(bench: Bench<'hr'>): void {
  const { open, path, has, platform } = bench;
  const { instance, slowDown } = platform;
  let workerId: string;
  const worker = async (id = workerId) => (await open().get(path(`workers/${id}`))).body;
  const told = () => open().rows<Told>(`select type, data ->> 'id' as id from events.log order by position`);
  const untilTold = (type: string, id: string) =>
    until(told, (all) => all.some((one) => one.type === `com.throughline.${type}` && one.id === id));
  /** All leave of a span, page by page. */
  const listed = async (span: string): Promise<hr.Leave[]> => {
    const items: hr.Leave[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const more = cursor && `&cursor=${encodeURIComponent(cursor)}`;
      const { body } = await open().get(path(`leave?${span}${more}`));
      items.push(...body.items);
      cursor = body.nextCursor;
    }
    return items;
  };

  beforeAll(() => {
    ({ id: workerId } = open().act('editEmployee', { number: '1003', fields: {} }) as { id: string });
  });

  if (platform.asks.hr) {
    itKeepsReadingPromises(open, {
      path: (at) => path(`workers/${workerId}`, at),
      instance,
      asks: platform.asks.hr,
      ...(slowDown && { slowDown }),
    });
  }

  it('answers a worker as people operations keep them, and never what they are paid', async () => {
    const body = await worker();
    expect(body).toMatchObject({
      number: '1003',
      firstName: 'Priya',
      lastName: 'Raman',
      workEmail: 'priya.raman@meridian.example',
      employmentType: 'employee',
      status: 'active',
      legalEntity: 'MER-US',
      costCentre: 'US-STR',
      grade: 'Manager',
      weeklyMinutes: 2400,
      skills: ['SKL-STRAT', 'SKL-CHANGE'],
    });
    expect(JSON.stringify(body)).not.toContain('65438');
  });

  it('says which worker there is not', async () => {
    const { status, body } = await open().get(path('workers/99999'));
    expect([status, body.detail]).toEqual([404, expect.stringContaining('99999') as string]);
  });

  if (has('listWorkers')) {
    it('answers everybody once, page by page, each as one by one', async () => {
      const all: hr.Worker[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const { body } = await open().get(path(`workers?limit=15${cursor && `&cursor=${encodeURIComponent(cursor)}`}`));
        all.push(...body.items);
        cursor = body.nextCursor;
      }
      const numbers = all.map(({ number }) => number);
      expect([numbers.length, new Set(numbers).size]).toEqual([40, 40]);
      expect(all.find(({ number }) => number === '1003')).toEqual(await worker());
    });
  }

  it('tells of a hire, and answers the new worker with manager and first day', async () => {
    const { id } = open().act('hire', { worker: newHire }) as { id: string };
    await untilTold('worker.hired.v1', id);
    expect(await worker(id)).toMatchObject({
      number: '9001',
      hireDate: '2026-03-02',
      managerId: workerId,
      status: 'active',
      terminationDate: null,
    });
  });

  it('tells of a change that holds from today on', async () => {
    const { id } = open().act('editEmployee', { number: '9001', fields: { costCentre: 'US-DAT' } }) as { id: string };
    await untilTold('worker.changed.v1', id);
    expect((await worker(id)).costCentre).toBe('US-DAT');
  });

  it('tells of somebody who leaves, with the last day', async () => {
    const date = '2026-06-30';
    const { id } = open().act('terminateEmployee', { number: '9001', date }) as { id: string };
    const before = (await told()).length;
    await until(told, (all) => all.length > before || all.filter((one) => one.id === id).length >= 3);
    expect(await worker(id)).toMatchObject({ status: 'inactive', terminationDate: date });
  });

  if (has('listHolidays')) {
    it('answers holidays, and tells when one is added or taken out', async () => {
      // The feed looks at this year and the next.
      const date = `${new Date().getUTCFullYear() + 1}-12-24`;
      const day = { calendar: 'HOLIDAY_CALENDAR_US', date };
      const isHoliday = async () => (await open().get(path(`holidays?from=${date}&to=${date}`))).body.items.length > 0;
      const adjusted = (): Promise<{ data: object }[]> =>
        open().rows(`select data from events.log where type = $1 and source = $2 order by position`, [
          'com.throughline.regional-holiday.adjusted.v1',
          `/instances/${instance}`,
        ]);
      // What was there when the feed began is no change.
      await until(
        () =>
          open().rows('select 1 from feed_cursor where instance = $1 and feed = $2', [instance, 'adjusted-holidays']),
        (found) => found.length > 0,
      );
      open().act('addHoliday', { ...day, name: 'Christmas Eve' });
      expect(await isHoliday()).toBe(true);
      await until(adjusted, (all) => all.length === 1);
      open().act('removeHoliday', day);
      expect(await isHoliday()).toBe(false);
      const all = await until(adjusted, (found) => found.length === 2);
      const data = { instance, from: date, to: date };
      expect(all.map((one) => one.data)).toEqual([data, data]);
    });
  }

  if (has('listLeave') && has('getLeave')) {
    it('answers leave by days and minutes, whoever it is, and its withdrawal', async () => {
      const input = {
        number: '1003',
        startDate: '2026-10-12',
        endDate: '2026-10-13',
        minutesPerDay: 240,
        kind: 'vacation',
      };
      const { id: recorded } = open().act('recordLeave', input) as { id: string };
      const expected = {
        workerId,
        status: 'approved',
        days: [
          { date: '2026-10-12', minutes: 240 },
          { date: '2026-10-13', minutes: 240 },
        ],
      };
      const [leave, ...more] = await listed(`from=2026-10-13&to=2026-10-31&worker=${workerId}`);
      expect(more).toEqual([]);
      expect(await listed('from=2026-10-13&to=2026-10-31')).toContainEqual(leave);
      expect(await listed('from=2026-10-13&to=2026-10-31&worker=99999')).toEqual([]);
      expect(leave).toMatchObject(expected);
      const { id } = leave!;
      expect((await open().get(path(`leave/${id}`))).body).toEqual(leave);
      await untilTold('leave.recorded.v1', id);
      open().act('withdrawLeave', { id: recorded });
      expect((await open().get(path(`leave/${id}`))).body.status).toBe('withdrawn');
    });
  }
}
