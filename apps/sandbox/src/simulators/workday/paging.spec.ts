import { at, getWorkers, numbersOn, openTenant, person, type Tenant } from './tenant.fixture.js';

describe('pages of a Workday tenant', () => {
  let tenant: Tenant;
  beforeEach(async () => {
    tenant = await openTenant();
  });
  afterEach(() => tenant.hosted.close());

  const moment = '2026-10-01T06:00:00.000-07:00';
  const filter = (page: number, count: number, entry?: string): string =>
    '<bsvc:Response_Filter>' +
    (entry ? `<bsvc:As_Of_Entry_DateTime>${entry}</bsvc:As_Of_Entry_DateTime>` : '') +
    `<bsvc:Page>${page}</bsvc:Page><bsvc:Count>${count}</bsvc:Count></bsvc:Response_Filter>`;
  const results = async (content = ''): Promise<Record<string, string>> => {
    const response = await tenant.ask(getWorkers(content));
    return Object.fromEntries(at(response, 'Response_Results')!.children.map(({ name, text }) => [name, text]));
  };
  /** Somebody whose name comes before all others. */
  const hireFirst = (number: string) => tenant.act('hire', { worker: person(number, 'Aaron', `N${number}`) });

  test('counting starts at one, and every page tells how many there are', async () => {
    expect(await tenant.found(filter(1, 3))).toEqual(['2', '1', '3']);
    expect(await tenant.found(filter(2, 3))).toEqual(['4']);
    expect(await results(filter(2, 3))).toEqual({
      Total_Results: '4',
      Total_Pages: '2',
      Page_Results: '1',
      Page: '2',
    });
    expect(await tenant.found(filter(3, 3))).toEqual([]);
  });

  test('a page holds a hundred unless it is asked for more', async () => {
    for (let number = 100; number < 200; number += 1) hireFirst(String(number));
    expect(await results()).toEqual({ Total_Results: '104', Total_Pages: '2', Page_Results: '100', Page: '1' });
    expect(await results(filter(1, 999))).toMatchObject({ Total_Pages: '1', Page_Results: '104' });
  });

  test('a client that leaves out the moment reads somebody twice when rows move', async () => {
    const first = await tenant.found(filter(1, 2));
    hireFirst('9');
    expect([...first, ...(await tenant.found(filter(2, 2)))]).toEqual(['2', '1', '1', '3']);
  });

  test('and misses somebody when rows go', async () => {
    const active =
      '<bsvc:Request_Criteria><bsvc:Exclude_Inactive_Workers>1</bsvc:Exclude_Inactive_Workers></bsvc:Request_Criteria>';
    const first = await tenant.found(active + filter(1, 2));
    tenant.act('terminateEmployee', { number: '2', date: '2026-09-30' });
    expect([...first, ...(await tenant.found(active + filter(2, 2)))]).toEqual(['2', '1', '4']);
  });

  test('with the moment the pages stay as they were', async () => {
    const first = await tenant.found(filter(1, 2, moment));
    tenant.at('2026-10-01T13:00:01Z');
    hireFirst('9');
    tenant.act('terminateEmployee', { number: '2', date: '2026-09-30' });
    expect([...first, ...(await tenant.found(filter(2, 2, moment)))]).toEqual(['2', '1', '3', '4']);
  });

  test('what a snapshot shows is what was known then, not only who', async () => {
    tenant.at('2026-10-01T13:00:01Z');
    tenant.act('editEmployee', { number: '2', fields: { firstName: 'Zoe' } });
    expect(await tenant.found(filter(1, 9, moment))).toEqual(['2', '1', '3', '4']);
    expect(await tenant.found(filter(1, 9))).toEqual(['1', '3', '4', '2']);
  });

  test('organisations and holidays are paged alike', async () => {
    for (const operation of ['Get_Organizations', 'Get_Holiday_Calendars']) {
      const response = await tenant.ask(`<bsvc:${operation}_Request>${filter(2, 1)}</bsvc:${operation}_Request>`);
      expect(at(response, 'Response_Data')!.children).toHaveLength(1);
      expect(at(response, 'Response_Results', 'Page')!.text).toBe('2');
    }
    expect(numbersOn(await tenant.ask(getWorkers(filter(2, 1))))).toEqual(['1']);
  });
});
