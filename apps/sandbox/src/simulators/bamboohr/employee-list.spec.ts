import { type Company, newWorker, openCompany } from './company.fixture.js';

interface List {
  data: { employeeId: string; firstName: string }[];
  meta: { total: number; page: { limit: number; nextCursor: string | null; prevCursor: string | null } };
  _links: { self: { href: string }; next?: { href: string } };
}

describe('the employee list of a BambooHR company', () => {
  let company: Company;
  beforeEach(async () => {
    company = await openCompany();
    for (const [number, firstName] of Object.entries({ 3: 'Dan', 4: 'Eve', 5: 'Fay' })) {
      company.act('hire', { worker: newWorker({ number, firstName }) });
    }
  });
  afterEach(() => company.hosted.close());

  const list = (query: string): Promise<List> => company.get<List>(`/api/v1/employees?${query}`);
  const ids = ({ data }: List): string[] => data.map(({ employeeId }) => employeeId);
  const encoded = encodeURIComponent;

  test('cursors lead through all of it and back', async () => {
    const first = await list('page[limit]=2');
    expect(ids(first)).toEqual(['100', '101']);
    expect(first.meta).toMatchObject({ total: 5, page: { limit: 2, prevCursor: null } });
    const second = await list(`page[limit]=2&page[after]=${encoded(first.meta.page.nextCursor!)}`);
    expect(ids(second)).toEqual(['102', '103']);
    const third = await list(`page[limit]=2&page[after]=${encoded(second.meta.page.nextCursor!)}`);
    expect(ids(third)).toEqual(['104']);
    expect(third.meta.page.nextCursor).toBeNull();
    expect(third._links.next).toBeUndefined();
    const back = await list(`page[limit]=2&page[before]=${encoded(second.meta.page.prevCursor!)}`);
    expect(ids(back)).toEqual(['100', '101']);
  });

  test('the link to the next page can be followed as it is', async () => {
    const { href } = (await list('page[limit]=4&sort=-firstName'))._links.next!;
    const next = new URL(href);
    expect(ids(await company.get<List>(`${next.pathname}${next.search}`))).toEqual(['101']);
  });

  test('a naive client that reads one page misses those after the fiftieth', async () => {
    for (let number = 6; number <= 51; number += 1) {
      company.act('hire', { worker: newWorker({ number: String(number) }) });
    }
    const { data, meta } = await list('');
    expect([data.length, meta.total]).toEqual([50, 51]);
  });

  test('only a fixed set of fields is told; more on request, unknown ones ignored', async () => {
    const { data } = await list('filter[ids]=101&fields=workEmail,reportsToName,reportsToId,payRate');
    expect(data).toEqual([
      {
        employeeId: '101',
        firstName: 'Ben',
        lastName: 'Hale',
        preferredName: null,
        photoUrl: null,
        jobTitleName: 'Consultant',
        status: 'Active',
        workEmail: 'ben@north.example',
        reportsToName: 'Cleo Marsh',
        reportsToId: '100',
        _restrictedFields: [],
      },
    ]);
  });

  test('filters take repeated ids, parts of names and a status', async () => {
    expect(ids(await list('filter[ids][]=100&filter[ids][]=104'))).toEqual(['100', '104']);
    expect(ids(await list('filter[firstName]=A'))).toEqual(['102', '104']);
    company.act('terminateEmployee', { number: '4', date: '2024-01-31' });
    expect(ids(await list('filter[status]=inactive'))).toEqual(['103']);
  });

  test.each([
    ['BadRequest', 'page[limit]=101'],
    ['BadRequest', 'page[limit]=0'],
    ['BadRequest', 'filter[grade]=Consultant'],
    ['BadRequest', 'filter[status]=gone'],
    ['BadRequest', 'sort=salary'],
    ['BadPage', 'page[after]=102'],
  ])('%s is the answer to %s', async (code, query) => {
    const reply = await company.call('GET', `/api/v1/employees?${query}`);
    expect(reply.status).toBe(400);
    expect(await reply.json()).toEqual({ error: { code, message: expect.any(String) as string } });
  });

  test('a cursor breaks when used the other way, or when its employee has gone', async () => {
    const { nextCursor } = (await list('page[limit]=2')).meta.page;
    expect((await company.call('GET', `/api/v1/employees?page[before]=${encoded(nextCursor!)}`)).status).toBe(400);
    await company.call('DELETE', '/api/v1/employees/101');
    expect((await company.call('GET', `/api/v1/employees?page[after]=${encoded(nextCursor!)}`)).status).toBe(400);
  });
});
