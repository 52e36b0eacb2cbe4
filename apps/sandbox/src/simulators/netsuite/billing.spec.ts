import { type Account, detailOf, type Json, openAccount, refusal } from './account.fixture.js';

describe('time and invoices in a NetSuite account', () => {
  let account: Account;
  beforeEach(async () => {
    account = await openAccount();
    await account.create('employee', {
      firstName: 'Ada',
      lastName: 'Rowe',
      externalId: '1042',
      subsidiary: { externalId: 'NW-US' },
    });
  });
  afterEach(() => account.hosted.close());

  const time = (changes: Json = {}): Json => ({
    employee: { externalId: '1042' },
    customer: { externalId: 'LEG-1' },
    item: { externalId: 'ROLE-CONS' },
    tranDate: '2026-08-28',
    hours: '7:30',
    ...changes,
  });
  const line = (changes: Json = {}): Json => ({
    item: { externalId: 'ROLE-CONS' },
    quantity: 2,
    rate: 150,
    ...changes,
  });
  const invoice = (...items: Json[]): Json => ({
    entity: { externalId: 'LEG-1' },
    tranDate: '2026-08-31',
    item: { items },
  });
  const putInvoice = (body: Json, query = ''): Promise<Response> =>
    account.call('PUT', `/invoice/eid:INV-1${query}`, body);
  const linesOf = async (): Promise<Json[]> => {
    const { item } = await account.read<{ item: { items: Json[] } }>('/invoice/eid:INV-1?expandSubResources=true');
    return item.items;
  };

  test('time is actual, open and not billable unless said otherwise', async () => {
    const id = await account.create('timeBill', time());
    expect(await account.read(`/timeBill/${id}`)).toMatchObject({
      hours: '7:30',
      timeType: { id: 'A' },
      approvalStatus: { id: '1' },
      isBillable: false,
      customer: { refName: 'Project LEG-1' },
      employee: { refName: 'Ada Rowe' },
    });
  });

  test('a naive client that posts a line again bills it again; the same external id is one line', async () => {
    await account.create('timeBill', time());
    await account.create('timeBill', time());
    for (let count = 0; count < 3; count += 1)
      expect((await account.call('PUT', '/timeBill/eid:TE-1', time())).status).toBe(204);
    expect(await account.rows('SELECT externalid FROM timebill ORDER BY id')).toEqual([{}, {}, { externalid: 'TE-1' }]);
  });

  test.each([
    ['hours as a number', { hours: 7.5 }, 'hours'],
    ['hours without minutes', { hours: '7' }, 'hours'],
    ['an hour of ninety minutes', { hours: '6:90' }, 'hours'],
    ['a project that is closed', { customer: { externalId: 'LEG-2' } }, 'customer'],
    ['somebody unknown', { employee: { externalId: '9999' } }, 'employee'],
    ['a service nobody sells', { item: { externalId: 'ROLE-NONE' } }, 'item'],
  ])('%s is refused', async (_case, wrong, path) => {
    expect(await refusal(await account.call('POST', '/timeBill', time(wrong)))).toEqual([400, 'USER_ERROR', path]);
  });

  test('a new project takes no time until that is allowed', async () => {
    const [acme] = await account.rows("SELECT id FROM customer WHERE companyname = 'Acme'");
    const body = { companyName: 'Tower', parent: { id: acme!.id }, subsidiary: { externalId: 'NW-US' } };
    const id = await account.create('job', body);
    const onIt = time({ customer: { id } });
    expect(await detailOf(await account.call('POST', '/timeBill', onIt))).toContain('Time entry is not allowed');
    await account.call('PATCH', `/job/${id}`, { allowTime: true });
    expect((await account.call('POST', '/timeBill', onIt)).status).toBe(204);
  });

  test('a task belongs to its project', async () => {
    const task = await account.create('projectTask', { title: 'Design', project: { externalId: 'LEG-2' } });
    const reply = await account.call('POST', '/timeBill', time({ caseTaskEvent: { id: task } }));
    expect(await refusal(reply)).toEqual([400, 'USER_ERROR', 'caseTaskEvent']);
  });

  test('an invoice is numbered, added up, and in the currency of its project', async () => {
    await putInvoice(
      invoice(line(), line({ quantity: 1.5, rate: 33.33 }), line({ amount: 0.1 }), line({ amount: 0.2 })),
    );
    expect(await account.read('/invoice/eid:INV-1')).toMatchObject({
      tranId: expect.stringMatching(/^INV\d+$/) as string,
      // 2 × 150 + 1.5 × 33.33 (49.995, half up) + 0.10 + 0.20
      total: 350.3,
      amountRemaining: 350.3,
      currency: { refName: 'USD' },
      subsidiary: { refName: 'Northwind US' },
      status: { id: 'A', refName: 'Open' },
    });
  });

  test('sublists are links unless asked for', async () => {
    await putInvoice(invoice(line()));
    const { item } = await account.read<{ item: { links: { href: string }[]; items?: Json[] } }>('/invoice/eid:INV-1');
    expect(item.items).toBeUndefined();
    const reply = await fetch(item.links[0]!.href, { headers: { authorization: account.authorization() } });
    expect(await reply.json()).toMatchObject({ count: 1, totalResults: 1 });
    expect(await linesOf()).toMatchObject([{ line: 1, quantity: 2, rate: 150, amount: 300 }]);
  });

  test('a naive client that repeats an upsert doubles the lines; replacing the sublist keeps them', async () => {
    await putInvoice(invoice(line()));
    await putInvoice(invoice(line()));
    expect(await account.read('/invoice/eid:INV-1')).toMatchObject({ total: 600 });
    for (let count = 0; count < 2; count += 1) await putInvoice(invoice(line()), '?replace=item');
    expect(await linesOf()).toHaveLength(1);
    expect(await account.read('/invoice/eid:INV-1')).toMatchObject({ total: 300 });
  });

  test('a line that is named is changed, and its amount follows', async () => {
    await putInvoice(invoice(line(), line({ quantity: 1 })));
    const { status } = await account.call('PATCH', '/invoice/eid:INV-1', {
      item: { items: [{ line: 2, quantity: 3 }] },
    });
    expect(status).toBe(204);
    expect(await linesOf()).toMatchObject([
      { line: 1, amount: 300 },
      { line: 2, amount: 450 },
    ]);
    const missing = await account.call('PATCH', '/invoice/eid:INV-1', { item: { items: [{ line: 9, quantity: 3 }] } });
    expect(await refusal(missing)).toEqual([400, 'USER_ERROR', 'item.items[0].line']);
  });

  test.each([
    ['no lines', invoice(), 'item'],
    ['a line without a service', invoice(line({ item: null })), 'item.items[0].item'],
    ['a line without a price', invoice(line(), line({ rate: null })), 'item.items[1].amount'],
    ['an amount as text', invoice(line({ amount: '300.00' })), 'item.items[0].amount'],
  ])('an invoice with %s is refused', async (_case, body, path) => {
    expect(await refusal(await putInvoice(body))).toEqual([400, 'USER_ERROR', path]);
  });

  test('a line may be worth less than nothing, an invoice or a credit memo may not', async () => {
    const credit = line({ quantity: -1 });
    await putInvoice(invoice(line(), credit));
    expect(await account.read('/invoice/eid:INV-1')).toMatchObject({ total: 150 });
    for (const type of ['invoice', 'creditMemo']) {
      const reply = await account.call('POST', `/${type}`, invoice(credit));
      expect(await detailOf(reply)).toContain('The total cannot be negative.');
    }
  });

  test('a credit memo is numbered and added up like an invoice, and is a transaction of its own kind', async () => {
    await putInvoice(invoice(line()));
    await account.create('creditMemo', invoice(line({ quantity: 1 })));
    expect(await account.rows('SELECT type, tranid, foreigntotal FROM transaction ORDER BY id')).toEqual([
      { type: 'CustInvc', tranid: expect.stringMatching(/^INV/) as string, foreigntotal: '300' },
      { type: 'CustCred', tranid: expect.stringMatching(/^CM/) as string, foreigntotal: '150' },
    ]);
  });

  test('time cannot be negative, and can be emptied', async () => {
    expect(await refusal(await account.call('POST', '/timeBill', time({ hours: '-7:30' })))).toEqual([
      400,
      'USER_ERROR',
      'hours',
    ]);
    const id = await account.create('timeBill', time());
    expect((await account.call('PATCH', `/timeBill/${id}`, { hours: '0:00' })).status).toBe(204);
  });

  test('a project becomes an invoice of today', async () => {
    const { id } = await account.read<{ id: string }>('/job/eid:LEG-1');
    const reply = await account.call('POST', `/job/${id}/!transform/invoice`, { item: { items: [line()] } });
    expect(reply.status).toBe(204);
    const made = await account.call('GET', new URL(reply.headers.get('location')!).pathname);
    expect(await made.json()).toMatchObject({ entity: { id }, tranDate: '2026-09-01', total: 300 });
  });

  test('in a locked period nothing is made, changed, moved or removed; unlocked, it works again', async () => {
    const id = await account.create('timeBill', time());
    const later = await account.create('timeBill', time({ tranDate: '2026-09-01' }));
    account.act('lockPeriod', { month: '2026-08' });
    const refused = [
      await account.call('POST', '/timeBill', time()),
      await account.call('PATCH', `/timeBill/${id}`, { memo: 'late' }),
      await account.call('PATCH', `/timeBill/${id}`, { tranDate: '2026-09-01' }),
      await account.call('PATCH', `/timeBill/${later}`, { tranDate: '2026-08-31' }),
      await account.call('DELETE', `/timeBill/${id}`),
      await putInvoice(invoice(line())),
    ];
    for (const reply of refused) expect(await refusal(reply)).toEqual([400, 'USER_ERROR', 'tranDate']);
    expect((await account.call('POST', '/timeBill', time({ tranDate: '2026-09-01' }))).status).toBe(204);
    account.act('unlockPeriod', { month: '2026-08' });
    expect((await account.call('POST', '/timeBill', time())).status).toBe(204);
  });

  test('a period is locked and unlocked once, by its month', () => {
    expect(() => account.act('lockPeriod', { month: 'August' })).toThrow('say which month');
    expect(() => account.act('unlockPeriod', { month: '2026-08' })).toThrow('is not locked');
    account.act('lockPeriod', { month: '2026-08' });
    expect(() => account.act('lockPeriod', { month: '2026-08' })).toThrow('locked already');
  });

  test('what the account was told to refuse is refused so many times', async () => {
    account.act('failNext', { type: 'timeBill', errorCode: 'USER_ERROR', detail: 'Budget exhausted', times: 1 });
    expect(await detailOf(await account.call('POST', '/timeBill', time()))).toBe('Budget exhausted');
    expect((await account.call('POST', '/timeBill', time())).status).toBe(204);
  });
});
