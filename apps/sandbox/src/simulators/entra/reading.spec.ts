import { openTenant, person, refusal, type Row, type Tenant } from './tenant.fixture.js';

interface List {
  value: Row[];
  '@odata.nextLink'?: string;
}

describe('reading Microsoft Entra ID', () => {
  let tenant: Tenant;
  beforeEach(async () => {
    tenant = await openTenant();
    await tenant.provision(person('11', 'ben@north.example'), person('12', 'eva@north.example'));
    await tenant.provision(person('13', 'cem@north.example'), person('14', 'dora@elsewhere.example'));
  });
  afterEach(() => tenant.hosted.close());

  const list = (path: string, query: Record<string, string> = {}): Promise<List> => tenant.get(`/v1.0${path}`, query);
  const numbers = async (query: Record<string, string>): Promise<unknown[]> =>
    (await list('/auditLogs/provisioning', query)).value.map(({ sourceIdentity }) => (sourceIdentity as Row).id);

  test('users show few properties unless others are selected', async () => {
    const { value } = await list('/users', { $filter: "employeeId eq '11'" });
    expect(value).toHaveLength(1);
    expect(Object.keys(value[0]!).sort()).toEqual([
      'businessPhones',
      'displayName',
      'givenName',
      'id',
      'jobTitle',
      'mail',
      'mobilePhone',
      'officeLocation',
      'preferredLanguage',
      'surname',
      'userPrincipalName',
    ]);
    const id = String(value[0]!.id);
    expect(await tenant.get(`/v1.0/users/${id}`, { $select: 'accountEnabled,employeeId' })).toMatchObject({
      accountEnabled: true,
      employeeId: '11',
    });
  });

  test('users are found by the beginning of a name, or by whether they may sign in', async () => {
    const names = async ($filter: string): Promise<unknown[]> =>
      (await list('/users', { $filter })).value.map(({ displayName }) => displayName);
    expect(await names("startswith(displayName,'e')")).toEqual(['eva']);
    expect(await names("accountEnabled eq true and employeeId eq '13'")).toEqual(['cem']);
    expect(await names("employeeId eq '99'")).toEqual([]);
  });

  test.each([
    ['/users', { $filter: "employeeId gt '1'" }],
    ['/users', { $filter: 'nonsense' }],
    ['/users', { $select: 'salary' }],
    ['/users', { $top: '1000' }],
    ['/auditLogs/provisioning', { $filter: "activityDateTime ge '2026-01-01'" }],
    ['/auditLogs/provisioning', { $orderby: 'id' }],
    ['/auditLogs/provisioning', { $top: '0' }],
  ])('%s with %j is not supported', async (path, query) => {
    const reply = await tenant.call(
      'GET',
      `/v1.0${path}?${new URLSearchParams(query as Record<string, string>).toString()}`,
    );
    expect(await refusal(reply)).toEqual([400, 'Request_UnsupportedQuery']);
  });

  test('nobody of that name is not found', async () => {
    expect(await refusal(await tenant.call('GET', '/v1.0/users/x@north.example'))).toEqual([
      404,
      'Request_ResourceNotFound',
    ]);
  });

  test('logs come newest first, or as asked for', async () => {
    expect(await numbers({})).toEqual(['14', '13', '12', '11']);
    expect(await numbers({ $orderby: 'activityDateTime asc' })).toEqual(['11', '12', '13', '14']);
  });

  test('logs are found by source, status, job and time; values are case-sensitive', async () => {
    expect(await numbers({ $filter: "sourceIdentity/id eq '12'" })).toEqual(['12']);
    expect(await numbers({ $filter: "provisioningStatusInfo/status eq 'failure'" })).toEqual(['14']);
    expect(await numbers({ $filter: "provisioningStatusInfo/status eq 'Failure'" })).toEqual([]);
    expect(await numbers({ $filter: "contains(sourceIdentity/displayName,'v')" })).toEqual(['12']);
    expect(await numbers({ $filter: "jobid eq 'other'" })).toEqual([]);
    expect(await numbers({ $filter: 'activityDateTime gt 2026-09-01T10:00:02Z' })).toEqual(['14', '13']);
    expect(await numbers({ $filter: 'activityDateTime lt 2026-09-01T10:00:01.0000001Z' })).toEqual(['12', '11']);
  });

  test('pages follow one another by their links, and what is new meanwhile does not move them', async () => {
    const first = await list('/auditLogs/provisioning', { $top: '3' });
    await tenant.provision(person('15', 'finn@north.example'));
    const second = await tenant.get<List>(first['@odata.nextLink']!);
    expect([first.value.length, second.value, second['@odata.nextLink']]).toMatchObject([
      3,
      [{ sourceIdentity: { id: '11' } }],
      undefined,
    ]);
    const users = await list('/users', { $top: '2' });
    expect((await tenant.get<List>(users['@odata.nextLink']!)).value).toMatchObject([
      { displayName: 'cem' },
      { displayName: 'finn' },
    ]);
  });
});
