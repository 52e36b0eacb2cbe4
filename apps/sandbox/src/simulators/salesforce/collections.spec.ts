import { openOrg, type Org, refusal } from './org.fixture.js';

interface Result {
  id?: string;
  success: boolean;
  created?: boolean;
  errors: { statusCode: string; message: string; fields: string[] }[];
}

describe('collections of records in a Salesforce org', () => {
  let org: Org;
  beforeEach(async () => {
    org = await openOrg();
  });
  afterEach(() => org.hosted.close());

  const path = '/composite/sobjects';
  const account = (values: object): object => ({ attributes: { type: 'Account' }, ...values });
  const send = async (method: string, records: object[], allOrNone = false, at = path): Promise<Result[]> => {
    const reply = await org.call(method, at, { allOrNone, records });
    expect(reply.status).toBe(200);
    return (await reply.json()) as Result[];
  };
  const names = async (): Promise<unknown[]> => (await org.rows('SELECT Name FROM Account')).map(({ Name }) => Name);

  test('a naive client that trusts the 200 misses the row that was refused; the others are done, in their order', async () => {
    const results = await send('POST', [account({ Name: 'A' }), account({ City: 'x' }), account({ Name: 'B' })]);
    expect(results).toEqual([
      { id: expect.any(String) as string, success: true, errors: [] },
      { success: false, errors: [{ statusCode: 'INVALID_FIELD', message: expect.any(String) as string, fields: [] }] },
      { id: expect.any(String) as string, success: true, errors: [] },
    ]);
    expect(await names()).toEqual(['Acme', "O'Hara & Sons", 'A', 'B']);
  });

  test('all or none: one refused row takes back the others', async () => {
    const results = await send('POST', [account({ Name: 'A' }), account({})], true);
    expect(results.map(({ errors }) => errors[0]!.statusCode)).toEqual([
      'ALL_OR_NONE_OPERATION_ROLLED_BACK',
      'REQUIRED_FIELD_MISSING',
    ]);
    expect(await names()).toHaveLength(2);
    expect(org.journal.entries).toEqual([]);
  });

  test('a row whose type does not come first is refused', async () => {
    const results = await send('POST', [{ Name: 'A', attributes: { type: 'Account' } }, { Name: 'B' }]);
    expect(results.map(({ errors }) => errors[0]!.statusCode)).toEqual(['JSON_PARSER_ERROR', 'JSON_PARSER_ERROR']);
  });

  test('a row is changed by its id, which must be there', async () => {
    const [{ Id: id }] = (await org.rows<{ Id: string }>("SELECT Id FROM Account WHERE Name = 'Acme'")) as [
      { Id: string },
    ];
    const results = await send('PATCH', [account({ id, Name: 'Acme Ltd' }), account({ Name: 'B' })]);
    expect(results.map(({ success }) => success)).toEqual([true, false]);
    expect(results[1]!.errors[0]!.statusCode).toBe('MISSING_ARGUMENT');
    expect(await names()).toContain('Acme Ltd');
  });

  test('rows are made or changed by their external id, and say which', async () => {
    const upsert = (records: object[]): Promise<Result[]> =>
      send('PATCH', records, false, `${path}/Account/External_Id__c`);
    const first = account({ External_Id__c: 'X-1', Name: 'A' });
    expect(await upsert([first])).toMatchObject([{ success: true, created: true }]);
    const results = await upsert([first, account({ External_Id__c: 'X-2', Name: 'B' }), account({ Name: 'C' })]);
    expect(results.map(({ success, created }) => [success, created])).toEqual([
      [true, false],
      [true, true],
      [false, undefined],
    ]);
    expect(await names()).toEqual(['Acme', "O'Hara & Sons", 'A', 'B']);
  });

  test('an external id that two rows have changes neither', async () => {
    await send('POST', [account({ Name: 'A', External_Id__c: 'X' }), account({ Name: 'B', External_Id__c: 'X' })]);
    const record = account({ External_Id__c: 'X', Name: 'C' });
    const [result] = await send('PATCH', [record], false, `${path}/Account/External_Id__c`);
    expect(result!.errors[0]!.statusCode).toBe('DUPLICATE_EXTERNAL_ID');
    expect(await names()).not.toContain('C');
  });

  test('rows are removed by their ids', async () => {
    const [made] = await send('POST', [account({ Name: 'A' })]);
    const reply = await org.call('DELETE', `${path}?ids=${made!.id},001000000000000AAA&allOrNone=false`);
    expect([reply.status, ((await reply.json()) as Result[]).map(({ success }) => success)]).toEqual([
      200,
      [true, false],
    ]);
  });

  test('more than 200 rows are refused as a whole', async () => {
    const records = Array.from({ length: 201 }, () => account({ Name: 'A' }));
    expect(await refusal(await org.call('POST', path, { records }))).toEqual([400, 'EXCEEDED_ID_LIMIT']);
    expect(await names()).toHaveLength(2);
  });

  test('a parent may be named by its external id', async () => {
    await send('POST', [account({ Name: 'A', External_Id__c: 'X-1' })]);
    const deal = {
      attributes: { type: 'Opportunity' },
      Name: 'Deal',
      StageName: 'In negotiation',
      CloseDate: '2026-12-01',
    };
    const results = await send('POST', [
      { ...deal, Account: { External_Id__c: 'X-1' } },
      { ...deal, Account: { External_Id__c: 'X-9' } },
      { ...deal, Account: { Name: 'A' } },
    ]);
    expect(results.map(({ success }) => success)).toEqual([true, false, false]);
    expect(await org.rows("SELECT Account.Name FROM Opportunity WHERE Name = 'Deal'")).toMatchObject([
      { Account: { Name: 'A' } },
    ]);
  });
});
