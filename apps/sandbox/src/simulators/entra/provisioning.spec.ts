import { enterprise, openTenant, person, refusal, type Row, type Tenant } from './tenant.fixture.js';

const select = { $select: 'id,accountEnabled,employeeId,jobTitle,department,employeeOrgData,userPrincipalName' };

describe('the provisioning job of Microsoft Entra ID', () => {
  let tenant: Tenant;
  beforeEach(async () => {
    tenant = await openTenant();
  });
  afterEach(() => tenant.hosted.close());

  const ben = (changes: object = {}): object => person('11', 'ben@north.example', changes);
  const read = (name: string, query = select): Promise<Row> => tenant.get(`/v1.0/users/${name}`, query);
  const users = async (): Promise<Row[]> => (await tenant.get<{ value: Row[] }>('/v1.0/users')).value;

  test('makes who is new, changes who is known by their number, and disables', async () => {
    const working = { title: 'Consultant', [enterprise]: { department: 'Strategy', costCenter: 'CC-1' } };
    expect(await tenant.provision(ben(working))).toMatchObject([
      { provisioningAction: 'create', provisioningStatusInfo: { status: 'success', errorInformation: null } },
    ]);
    const made = await read('ben@north.example');
    expect(made).toMatchObject({
      employeeId: '11',
      accountEnabled: true,
      jobTitle: 'Consultant',
      department: 'Strategy',
      employeeOrgData: { costCenter: 'CC-1', division: null },
    });

    const [changed] = await tenant.provision(person('11', 'ben.hale@north.example', { title: 'Principal' }));
    expect(changed).toMatchObject({
      provisioningAction: 'update',
      sourceIdentity: { id: '11', identityType: 'User' },
      targetIdentity: { id: made.id },
    });
    expect(changed!.modifiedProperties).toEqual(
      expect.arrayContaining([{ displayName: 'jobTitle', oldValue: 'Consultant', newValue: 'Principal' }]),
    );

    const left = person('11', 'ben.hale@north.example', { title: 'Principal', active: false });
    expect(await tenant.provision(left)).toMatchObject([{ provisioningAction: 'disable' }]);
    expect(await read(String(made.id))).toMatchObject({
      accountEnabled: false,
      userPrincipalName: 'ben.hale@north.example',
    });
    expect(tenant.journal.entries.map(({ operation }) => operation)).toEqual([
      'bulkUpload',
      'create',
      'bulkUpload',
      'update',
      'bulkUpload',
      'disable',
    ]);
  });

  test('the same again is skipped, and changes nothing', async () => {
    await tenant.provision(ben());
    const before = await read('ben@north.example');
    expect(await tenant.provision(ben())).toMatchObject([
      { provisioningAction: 'other', provisioningStatusInfo: { status: 'skipped' }, modifiedProperties: [] },
    ]);
    expect(await read('ben@north.example')).toEqual(before);
    expect(tenant.journal.entries.filter(({ entity }) => entity === 'user')).toHaveLength(1);
  });

  test('what is null or absent is left as it is, on which a naive client fails', async () => {
    await tenant.provision(ben({ title: 'Consultant', [enterprise]: { department: 'Strategy' } }));
    await tenant.provision(ben({ title: null, active: undefined, [enterprise]: { department: null } }));
    expect(await read('ben@north.example')).toMatchObject({
      accountEnabled: true,
      jobTitle: 'Consultant',
      department: 'Strategy',
    });
  });

  test('a manager is found by number, also one who comes later', async () => {
    await tenant.provision(ben({ [enterprise]: { manager: { value: '12' } } }));
    const manager = (): Promise<Response> => tenant.call('GET', '/v1.0/users/ben@north.example/manager');
    expect(await refusal(await manager())).toEqual([404, 'Request_ResourceNotFound']);
    await tenant.provision(person('12', 'eva@north.example'));
    expect(await (await manager()).json()).toMatchObject({ userPrincipalName: 'eva@north.example' });
  });

  test.each([
    ['a name that is none', person('11', 'ben'), 'AzureActiveDirectoryInvalidUserPrincipalName'],
    ['a domain that is not the firm’s', person('11', 'ben@elsewhere.example'), 'AzureActiveDirectoryInvalidDomain'],
    ['no number', person(null, 'ben@north.example'), 'MissingAnchor'],
    ['no display name', person('11', 'ben@north.example', { displayName: null }), 'AttributeMissing'],
  ])('%s fails in the logs alone, and its neighbours do not', async (_case, data, errorCode) => {
    const logs = await tenant.provision(data, person('12', 'eva@north.example'));
    expect(logs).toMatchObject([
      {
        provisioningAction: 'create',
        provisioningStatusInfo: { status: 'failure', errorInformation: { errorCode } },
        targetIdentity: { id: '' },
        modifiedProperties: [],
      },
      { provisioningStatusInfo: { status: 'success' } },
    ]);
    expect(await users()).toMatchObject([{ userPrincipalName: 'eva@north.example' }]);
  });

  test('an account made by hand under the same name is in the way, whatever its case', async () => {
    tenant.act('addUser', { userPrincipalName: 'Ben@north.example' });
    expect(await tenant.provision(ben())).toMatchObject([
      {
        provisioningStatusInfo: {
          status: 'failure',
          errorInformation: { errorCode: 'AzureActiveDirectoryDuplicateUserPrincipalName' },
        },
      },
    ]);
    expect(await users()).toHaveLength(1);
    expect(() => tenant.act('addUser', { userPrincipalName: 'ben@north.example' })).toThrow('there already is');
  });

  test('a domain counts once it has been proved', async () => {
    tenant.act('addDomain', { domain: 'South.example' });
    expect(await tenant.provision(person('11', 'ben@south.example'))).toMatchObject([
      { provisioningStatusInfo: { status: 'success' } },
    ]);
  });

  test('an arranged refusal fails so many users, and the next upload of them succeeds', async () => {
    tenant.act('failNext', { errorCode: 'DirectoryQuotaExceeded', detail: 'The quota is used up.', times: 1 });
    expect(await tenant.provision(ben(), person('12', 'eva@north.example'))).toMatchObject([
      {
        provisioningStatusInfo: {
          errorInformation: { errorCode: 'DirectoryQuotaExceeded', reason: 'The quota is used up.' },
        },
      },
      { provisioningStatusInfo: { status: 'success' } },
    ]);
    expect(await tenant.provision(ben())).toMatchObject([{ provisioningStatusInfo: { status: 'success' } }]);
  });

  test('whom an administrator shuts out comes back with the next upload that says so', async () => {
    await tenant.provision(ben());
    tenant.act('disableUser', { userPrincipalName: 'ben@north.example' });
    expect(await read('ben@north.example')).toMatchObject({ accountEnabled: false });
    expect(await tenant.provision(ben())).toMatchObject([{ provisioningAction: 'update' }]);
    expect(await read('ben@north.example')).toMatchObject({ accountEnabled: true });
    expect(() => tenant.act('disableUser', { userPrincipalName: 'x' })).toThrow('there is no user x');
  });
});
