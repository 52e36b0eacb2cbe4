import { at, type Finance, hire, type Json, openFinance, openProject, refusal } from './finance.fixture.js';

describe('hours in Dynamics 365 Finance', () => {
  let finance: Finance;
  beforeEach(async () => {
    finance = await openFinance();
    await openProject(finance, 'P-1');
    await hire(finance, '1042');
    await finance.create('JournalTables', { dataAreaId: 'nwus', JournalBatchNumber: 'J-1', JournalName: 'Hours' });
  });
  afterEach(() => finance.hosted.close());

  const line = (more: Json = {}): Json => ({
    dataAreaId: 'nwus',
    JournalId: 'J-1',
    LineNumber: 1,
    ProjectID: 'P-1',
    ProjectDate: '2026-10-05T12:00:00Z',
    Category: 'Consult',
    ResourceId: '1042',
    ResourceCategoryId: 'CONS',
    Hours: 7.5,
    SalesPrice: 180,
    Description: 'TE-1',
    ...more,
  });
  const post = (more: Json = {}): Promise<Response> => finance.call('POST', 'JournalTrans', line(more));
  const posted = (): Promise<Json[]> => finance.rows('ProjectPostTransViews');

  test('a line that is created is not posted: that is done by the batch job, once', async () => {
    expect(await finance.create('JournalTrans', line())).toMatchObject({
      LineProperty: 'Billable',
      CurrencyId: 'USD',
      ResourceCompanyId: 'nwus',
      VoucherDate: '2026-10-05T12:00:00Z',
      TransactionID: 'NWUS-000029',
      Voucher: '',
    });
    await finance.create('JournalTrans', line({ LineNumber: 2, Hours: -0.333, SalesPrice: 100 }));
    expect(await posted()).toEqual([]);
    expect(finance.act('postJournals')).toEqual({ posted: ['J-1'] });
    expect(finance.act('postJournals')).toEqual({ posted: [] });
    // 7.5 × 180 = 1350; -0.333 × 100 = -33.3
    expect(
      (await posted()).map((row) => [
        row.TransactionId,
        row.Quantity,
        row.TotalSalesAmount,
        row.CurrencyId,
        row.ResourceName,
      ]),
    ).toEqual([
      ['NWUS-000029', 7.5, 1350, 'USD', 'Ada Rowe'],
      ['NWUS-000030', -0.333, -33.3, 'USD', 'Ada Rowe'],
    ]);
    expect(await finance.rows("JournalTrans?$filter=Description eq 'TE-1' and LineNumber eq 1")).toMatchObject([
      { Voucher: 'NWUS-000029' },
    ]);
  });

  test('what is posted stays as it is', async () => {
    await finance.create('JournalTrans', line());
    const address = at('JournalTrans', { dataAreaId: 'nwus', LineNumber: 1, JournalId: 'J-1' });
    expect((await finance.call('PATCH', address, { Hours: 8 })).status).toBe(204);
    finance.act('postJournals');
    const told = [400, ['Journal J-1 has been posted.']];
    expect(await refusal(await finance.call('PATCH', address, { Hours: 9 }))).toEqual(told);
    expect(await refusal(await finance.call('DELETE', address))).toEqual(told);
    expect(await refusal(await post({ LineNumber: 2 }))).toEqual(told);
    const journal = at('JournalTables', { dataAreaId: 'nwus', JournalBatchNumber: 'J-1' });
    expect((await (await finance.call('GET', journal)).json()) as Json).toMatchObject({ Posted: 'Yes' });
    expect(await refusal(await finance.call('DELETE', journal))).toEqual(told);
  });

  test('a journal and its lines may go until they are posted; nobody posts by saying so', async () => {
    await finance.create('JournalTrans', line());
    const journal = at('JournalTables', { dataAreaId: 'nwus', JournalBatchNumber: 'J-1' });
    expect((await finance.call('PATCH', journal, { Posted: 'Yes' })).status).toBe(400);
    expect((await finance.call('DELETE', journal)).status).toBe(400);
    expect(
      (await finance.call('DELETE', at('JournalTrans', { dataAreaId: 'nwus', LineNumber: 1, JournalId: 'J-1' })))
        .status,
    ).toBe(204);
    expect((await finance.call('DELETE', journal)).status).toBe(204);
    expect(await finance.create('JournalTables', { dataAreaId: 'nwus', JournalName: 'Hours' })).toMatchObject({
      JournalBatchNumber: 'NWUS-000029',
      JournalType: 'Hour',
      Posted: 'No',
    });
  });

  test('the number of a line is the caller’s, or the next', async () => {
    await finance.create('JournalTrans', line({ LineNumber: 7 }));
    const { LineNumber: _, ...unnumbered } = line();
    expect(await finance.create('JournalTrans', unnumbered)).toMatchObject({ LineNumber: 8 });
    expect(await refusal(await post({ LineNumber: 7 }))).toEqual([
      400,
      [expect.stringContaining('The record already exists.')],
    ]);
  });

  test('without a price of its own a line has the one agreed, the newest of the narrowest', async () => {
    const price = (more: Json): Promise<Json> =>
      finance.create('ProjHourSalesPricesV2', { dataAreaId: 'nwus', CurrencyId: 'USD', ...more });
    await price({ SalesPricing: 100, TransDate: '2026-10-01T12:00:00Z' });
    await price({ SalesPricing: 170, ProjectId: 'P-1', ResourceCategoryId: 'CONS' });
    await price({ SalesPricing: 180, ProjectId: 'P-1', ResourceCategoryId: 'CONS', TransDate: '2026-10-01T12:00:00Z' });
    await price({ SalesPricing: 190, ProjectId: 'P-1', ResourceCategoryId: 'CONS', TransDate: '2026-11-01T12:00:00Z' });
    const { SalesPrice: _, ...unpriced } = line();
    expect(await finance.create('JournalTrans', unpriced)).toMatchObject({ SalesPrice: 180 });
    expect(
      await finance.create('JournalTrans', { ...unpriced, LineNumber: 2, ResourceCategoryId: 'ENG-MGR' }),
    ).toMatchObject({ SalesPrice: 100 });
  });

  test.each<[string, Json, unknown]>([
    [
      'of an unknown journal',
      { JournalId: 'J-9' },
      "The value 'J-9' in field 'Journal' is not found in the related table 'Project journals'.",
    ],
    [
      'on an unknown project',
      { ProjectID: 'NONE' },
      "The value 'NONE' in field 'Project ID' is not found in the related table 'Projects'.",
    ],
    [
      'on a finished project',
      { ProjectID: 'LEG-2' },
      'Transactions are not allowed for project LEG-2 in stage Completed.',
    ],
    [
      'of nobody',
      { ResourceId: 'NOBODY' },
      "The value 'NOBODY' in field 'Resource' is not found in the related table 'Resources'.",
    ],
    ['of somebody of another company', { ResourceCompanyId: 'nwde' }, expect.stringContaining("in field 'Resource'")],
    ['of an unknown category', { Category: 'X' }, expect.stringContaining("in field 'Category'")],
    ['of an unknown role', { ResourceCategoryId: 'X' }, expect.stringContaining("in field 'Role'")],
    ['of an unknown line property', { LineProperty: 'X' }, expect.stringContaining("in field 'Line property'")],
    ['in another currency', { CurrencyId: 'EUR' }, 'Currency EUR is not that of the project contract.'],
    ['without hours', { Hours: null }, "Field 'Hours' must be filled in."],
    [
      'for a cost centre there is not',
      { DimensionDisplayValue: 'X' },
      expect.stringContaining("in field 'CostCenter'"),
    ],
  ])('a line %s is refused', async (_case, more, told) => {
    expect(await refusal(await post(more))).toEqual([400, [told]]);
    expect(await finance.rows('JournalTrans')).toEqual([]);
  });

  test('a project takes no hours before it is in progress', async () => {
    await finance.call('PATCH', at('ProjectsV2', { dataAreaId: 'nwus', ProjectId: 'P-1' }), {
      ProjectStage: 'Scheduled',
    });
    expect(await refusal(await post())).toEqual([
      400,
      ['Transactions are not allowed for project P-1 in stage Scheduled.'],
    ]);
  });

  test('nothing is entered in a month finance has closed, and nothing of it is posted', async () => {
    await finance.create('JournalTrans', line());
    finance.act('lockPeriod', { month: '2026-10' });
    expect(await refusal(await post({ LineNumber: 2 }))).toEqual([400, ['Fiscal period for 2026-10-05 is not open.']]);
    expect(finance.act('postJournals')).toEqual({ posted: [] });
    expect(() => finance.act('lockPeriod', { month: '2026-10' })).toThrow('locked already');
    finance.act('unlockPeriod', { month: '2026-10' });
    expect(finance.act('postJournals')).toEqual({ posted: ['J-1'] });
    expect(() => finance.act('unlockPeriod', { month: '2026-10' })).toThrow('not locked');
  });
});
