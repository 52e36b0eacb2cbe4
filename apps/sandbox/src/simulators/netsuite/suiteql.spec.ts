import { type Account, detailOf, openAccount, refusal } from './account.fixture.js';

describe('SuiteQL in a NetSuite account', () => {
  let account: Account;
  beforeEach(async () => {
    account = await openAccount();
  });
  afterEach(() => account.hosted.close());

  const names = async (where: string): Promise<unknown[]> =>
    (await account.rows(`SELECT companyname FROM job WHERE ${where} ORDER BY id`)).map((row) => row.companyname);

  test('a naive client without "Prefer: transient" is refused', async () => {
    for (const headers of [{}, { prefer: 'respond-async' }]) {
      const reply = await account.query('SELECT id FROM job', '', headers as Record<string, string>);
      expect(await refusal(reply)).toEqual([400, 'INVALID_HEADER']);
    }
  });

  test('a page of rows has the shape of every collection; each row has links of its own', async () => {
    const reply = await account.query('SELECT id, CompanyName FROM job ORDER BY id', '?limit=1&offset=0');
    const page = (await reply.json()) as { links: { rel: string }[] };
    expect(page.links.map(({ rel }) => rel)).toEqual(['next', 'last', 'self']);
    expect(page).toMatchObject({ count: 1, hasMore: true, offset: 0, totalResults: 2 });
    expect(page).toMatchObject({ items: [{ links: [], companyname: 'Project LEG-1' }] });
  });

  test('the paging caps are those of every collection', async () => {
    for (const paging of ['?limit=1001', '?limit=1000&offset=500', '?limit=1000&offset=100000', '?limit=5&offset=5000'])
      expect(await refusal(await account.query('SELECT id FROM job', paging))).toEqual([400, 'INVALID_PARAMETER']);
  });

  test('names come back in lower case, values as text, checkboxes as T and F, empty columns not at all', async () => {
    expect(
      await account.rows(
        "SELECT companyName AS Name, allowTime, isinactive, comments, parent FROM job WHERE externalid = 'LEG-1'",
      ),
    ).toEqual([
      { name: 'Project LEG-1', allowtime: 'T', isinactive: 'F', parent: expect.stringMatching(/^\d+$/) as string },
    ]);
  });

  test('a quote in a text is written twice', async () => {
    const q = "SELECT companyname FROM customer WHERE companyname = 'O''Hara & Sons'";
    expect(await account.rows(q)).toEqual([{ companyname: "O'Hara & Sons" }]);
    expect((await account.query("SELECT id FROM customer WHERE companyname = 'O'Hara'")).status).toBe(400);
  });

  test('AND binds tighter than OR, parentheses tighter still', async () => {
    expect(await names("externalid = 'LEG-1' OR externalid = 'LEG-2' AND allowtime = 'T'")).toEqual(['Project LEG-1']);
    expect(await names("(externalid = 'LEG-1' OR externalid = 'LEG-2') AND allowtime = 'F'")).toEqual([
      'Project LEG-2',
    ]);
  });

  test('text is compared with its case, LIKE with % and _', async () => {
    expect(await names("companyname = 'project leg-1'")).toEqual([]);
    expect(await names("companyname LIKE 'Project LEG-_'")).toHaveLength(2);
    expect(await names("companyname LIKE '%2'")).toEqual(['Project LEG-2']);
    expect(await names("companyname LIKE 'project%'")).toEqual([]);
  });

  test('IN and NOT IN take a list; ids are numbers however they are written', async () => {
    expect(await names("externalid IN ('LEG-2', 'LEG-9')")).toEqual(['Project LEG-2']);
    expect(await names("externalid NOT IN ('LEG-2')")).toEqual(['Project LEG-1']);
    const [first] = await account.rows('SELECT id FROM job ORDER BY id');
    expect(await names(`id = ${String(first!.id)}`)).toEqual(await names(`id = '${String(first!.id)}'`));
  });

  test('nothing holds of an empty column, not even that it differs; IS NULL finds it', async () => {
    expect(await account.rows("SELECT id FROM customer WHERE externalid <> 'C-1'")).toEqual([]);
    expect(await account.rows('SELECT id FROM customer WHERE externalid IS NULL')).toHaveLength(2);
    expect(await account.rows('SELECT id FROM customer WHERE externalid IS NOT NULL')).toEqual([]);
  });

  test('ids are ordered as numbers, empty columns come last', async () => {
    for (let count = 0; count < 10; count += 1)
      await account.create('department', { name: `D${count}`, ...(count === 9 && { externalId: 'A' }) });
    const ids = (await account.rows('SELECT id FROM department ORDER BY id DESC')).map(({ id }) => Number(id));
    expect(ids).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    const [first, second, third] = await account.rows('SELECT externalid FROM department ORDER BY externalid, id');
    expect([first, second, third]).toEqual([{ externalid: 'A' }, { externalid: 'CC-1' }, {}]);
  });

  test('changes since a moment are found to the second', async () => {
    account.at('2026-09-01T10:00:05Z');
    account.act('closeProject', { externalId: 'LEG-1' });
    const since = (moment: string): string => `lastmodifieddate >= TO_DATE('${moment}', 'YYYY-MM-DD HH24:MI:SS')`;
    expect(await names(since('2026-09-01 10:00:05'))).toEqual(['Project LEG-1']);
    expect(await names(since('2026-09-01 10:00:06'))).toEqual([]);
  });

  test('a naive client that reads a moment as it comes loses the time of day; TO_CHAR keeps it', async () => {
    const format = `'YYYY-MM-DD"T"HH24:MI:SS'`;
    const q = `SELECT lastmodifieddate, TO_CHAR(lastmodifieddate, ${format}) lm FROM job WHERE externalid = 'LEG-1'`;
    expect(await account.rows(q)).toEqual([{ lastmodifieddate: '09/01/2026', lm: '2026-09-01T10:00:00' }]);
  });

  test.each([
    ['a date that is plain text', "startdate >= '2026-01-01'"],
    ['a date in another format than said', "startdate >= TO_DATE('1/1/2026', 'YYYY-MM-DD')"],
    ['a day that does not exist', "startdate >= TO_DATE('2026-02-30', 'YYYY-MM-DD')"],
    ['a text as a number', "id = 'one'"],
    ['a join', 'id = 1 INNER JOIN customer ON 1 = 1'],
    ['half a condition', 'id ='],
    ['a function that is not answered here', "UPPER(companyname) = 'X'"],
    ['a column that does not exist', 'colour = 1'],
    ['a column of a feature that is off', 'billingschedule = 1'],
    ['a table the query does not name', 'customer.id = 1'],
  ])('%s is refused, never guessed', async (_case, where) => {
    const reply = await account.query(`SELECT id FROM job WHERE ${where}`);
    expect(await refusal(reply.clone())).toEqual([400, 'INVALID_PARAMETER']);
    expect(await detailOf(reply)).toMatch(/^Invalid search query\. Detailed unprocessed description follows\. /);
  });

  test('a refusal names the column or the table that does not exist', async () => {
    expect(await detailOf(await account.query('SELECT colour FROM customer'))).toContain(
      "Unknown identifier 'colour'. Available identifiers are: {customer=customer}",
    );
    expect(await detailOf(await account.query('SELECT id FROM project'))).toContain('Invalid search type: project.');
    expect(await refusal(await account.query(''))).toEqual([400, 'INVALID_PARAMETER']);
  });

  test('invoices are transactions, under other names; BUILTIN.DF shows the name behind an id', async () => {
    const item = { items: [{ item: { externalId: 'ROLE-CONS' }, quantity: 2, rate: 150 }] };
    await account.create('invoice', { entity: { externalId: 'LEG-1' }, tranDate: '2026-08-31', item });
    const q = `SELECT t.trandate, BUILTIN.DF(t.status) status_text, BUILTIN.DF(t.entity), t.foreigntotal,
      t.foreignamountunpaid FROM transaction t WHERE t.type = 'CustInvc' ORDER BY t.id`;
    expect(await account.rows(q)).toEqual([
      {
        trandate: '08/31/2026',
        status_text: 'Open',
        expr1: 'Project LEG-1',
        foreigntotal: '300',
        foreignamountunpaid: '300',
      },
    ]);
    expect(await account.rows("SELECT id FROM transaction WHERE type = 'ExpRept'")).toEqual([]);
    expect((await account.query('SELECT total FROM transaction')).status).toBe(400);
  });
});
