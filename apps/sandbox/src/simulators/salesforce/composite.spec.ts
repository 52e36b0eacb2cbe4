import { type Json, openOrg, type Org, refusal } from './org.fixture.js';

const base = '/services/data/v67.0';

interface Part {
  httpStatusCode: number;
  referenceId: string;
  httpHeaders: Record<string, string>;
  body: Json & [{ errorCode: string }];
}

describe('several requests in one call to a Salesforce org', () => {
  let org: Org;
  beforeEach(async () => {
    org = await openOrg();
  });
  afterEach(() => org.hosted.close());

  const account = (referenceId: string, body: object): object => ({
    method: 'POST',
    url: `${base}/sobjects/Account`,
    referenceId,
    body,
  });
  const deal = (referenceId: string, accountId: string): object => ({
    method: 'POST',
    url: `${base}/sobjects/Opportunity`,
    referenceId,
    body: { Name: 'New deal', AccountId: accountId, StageName: 'In negotiation', CloseDate: '2026-12-01' },
  });
  const send = async (compositeRequest: object[], allOrNone = true): Promise<Part[]> => {
    const reply = await org.call('POST', '/composite', { allOrNone, compositeRequest });
    expect(reply.status).toBe(200);
    return ((await reply.json()) as { compositeResponse: Part[] }).compositeResponse;
  };
  const names = async (): Promise<unknown[]> => (await org.rows('SELECT Name FROM Account')).map(({ Name }) => Name);
  const codes = (parts: Part[]): unknown[] =>
    parts.map(({ httpStatusCode: status, body }) => [status, body[0]?.errorCode]);

  test('a part uses what an earlier one answered, in its body and its address', async () => {
    const [made, sold, read] = await send([
      account('refAccount', { Name: 'New' }),
      deal('refDeal', '@{refAccount.id}'),
      { method: 'GET', url: `${base}/sobjects/Opportunity/@{refDeal.id}?fields=AccountId`, referenceId: 'refRead' },
    ]);
    expect([made!.httpStatusCode, sold!.httpStatusCode, read!.httpStatusCode]).toEqual([201, 201, 200]);
    expect(made!.httpHeaders.Location).toBe(`${base}/sobjects/Account/${String(made!.body.id)}`);
    expect(read!.body.AccountId).toBe(made!.body.id);
    expect(org.journal.entries.map(({ operation, entity }) => `${operation} ${entity}`)).toEqual([
      'create Account',
      'create Opportunity',
    ]);
  });

  test('all or none: one refused part takes back the others, which say so, and the ledger is as before', async () => {
    const parts = await send([
      account('a', { Name: 'New' }),
      deal('b', '001000000000000AAA'),
      account('c', { Name: 'Other' }),
    ]);
    expect(codes(parts)).toEqual([
      [400, 'PROCESSING_HALTED'],
      [400, 'INVALID_CROSS_REFERENCE_KEY'],
      [400, 'PROCESSING_HALTED'],
    ]);
    expect(await names()).toEqual(['Acme', "O'Hara & Sons"]);
    expect(org.journal.entries).toEqual([]);
  });

  test('a naive client that looks at the status of the call alone takes a refusal for success', async () => {
    const parts = await send([account('a', { Name: 'New' }), account('b', {}), deal('c', '@{b.id}')], false);
    expect(codes(parts)).toEqual([
      [201, undefined],
      [400, 'REQUIRED_FIELD_MISSING'],
      [400, 'PROCESSING_HALTED'],
    ]);
    expect(await names()).toContain('New');
  });

  test('a whole composite call counts as one', async () => {
    const used = async (path: string, body?: object): Promise<number> => {
      const reply = await org.call(body ? 'POST' : 'GET', path, body);
      return Number(/api-usage=(\d+)/.exec(reply.headers.get('sforce-limit-info')!)![1]);
    };
    const before = await used('/limits');
    const parts = [account('a', { Name: 'A' }), account('b', { Name: 'B' })];
    expect(await used('/composite', { compositeRequest: parts })).toBe(before + 1);
  });

  test.each([
    ['more than 25 parts', Array.from({ length: 26 }, (_, index) => account(`r${index}`, { Name: 'A' }))],
    [
      'more than 5 queries',
      Array.from({ length: 6 }, (_, index) => ({ method: 'GET', url: `${base}/query?q=x`, referenceId: `r${index}` })),
    ],
    ['two parts of one name', [account('a', { Name: 'A' }), account('a', { Name: 'B' })]],
    ['a part without a name', [{ method: 'GET', url: `${base}/sobjects/Account/1` }]],
  ])('%s are refused as a whole', async (_case, compositeRequest) => {
    const [status] = await refusal(await org.call('POST', '/composite', { allOrNone: true, compositeRequest }));
    expect(status).toBe(400);
    expect(await names()).toHaveLength(2);
  });

  test('a part may not be another composite call', async () => {
    const inner = { method: 'POST', url: `${base}/composite`, referenceId: 'a', body: {} };
    expect(codes(await send([inner]))).toEqual([[404, 'NOT_FOUND']]);
  });

  test('each graph is done whole or not at all, whatever becomes of the others', async () => {
    const graphs = [
      { graphId: 'good', compositeRequest: [account('a', { Name: 'New' }), deal('b', '@{a.id}')] },
      { graphId: 'bad', compositeRequest: [account('a', { Name: 'Lost' }), account('b', {})] },
    ];
    const reply = await org.call('POST', '/composite/graph', { graphs });
    const { graphs: results } = (await reply.json()) as {
      graphs: { graphId: string; isSuccessful: boolean; graphResponse: { compositeResponse: Part[] } }[];
    };
    expect(results.map(({ graphId, isSuccessful }) => [graphId, isSuccessful])).toEqual([
      ['good', true],
      ['bad', false],
    ]);
    expect(codes(results[1]!.graphResponse.compositeResponse)).toEqual([
      [400, 'PROCESSING_HALTED'],
      [400, 'REQUIRED_FIELD_MISSING'],
    ]);
    expect(await names()).toEqual(['Acme', "O'Hara & Sons", 'New']);
  });

  test('more than 500 nodes are refused', async () => {
    const nodes = Array.from({ length: 501 }, (_, index) => account(`r${index}`, { Name: 'A' }));
    const graphs = [{ graphId: 'g', compositeRequest: nodes }];
    expect(await refusal(await org.call('POST', '/composite/graph', { graphs }))).toEqual([400, 'LIMIT_EXCEEDED']);
  });
});
