import { type Account, detailOf, type Json, openAccount, refusal } from './account.fixture.js';

const base = '/services/rest/record/v1';

describe('records of a NetSuite account', () => {
  let account: Account;
  let project: Json;
  beforeEach(async () => {
    account = await openAccount();
    const [acme] = await account.rows("SELECT id, subsidiary FROM customer WHERE companyname = 'Acme'");
    project = { companyName: 'Tower', parent: { id: acme!.id }, subsidiary: { externalId: 'NW-US' } };
  });
  afterEach(() => account.hosted.close());

  test('a create is answered by 204, the address of the record and no body', async () => {
    const reply = await account.call('POST', '/job', { ...project, externalId: 'PRJ-1' });
    expect([reply.status, await reply.text()]).toEqual([204, '']);
    const { origin } = account.hosted.world;
    const location = reply.headers.get('location')!;
    expect(location).toMatch(new RegExp(`^${origin}${base}/job/\\d+$`));
    const id = location.split('/').at(-1)!;
    expect(await account.read(`/job/${id}`)).toMatchObject({
      links: [{ rel: 'self', href: location }],
      id,
      externalId: 'PRJ-1',
      companyName: 'Tower',
      subsidiary: { id: '1', refName: 'Northwind US', links: [{ rel: 'self', href: `${origin}${base}/subsidiary/1` }] },
      entityStatus: { id: '4', refName: 'Pending' },
      allowTime: false,
      isInactive: false,
      lastModifiedDate: '2026-09-01T10:00:00Z',
    });
  });

  test('a naive client that creates again after a lost reply gets a second record; an external id prevents it', async () => {
    const first = await account.create('job', project);
    expect(await account.create('job', project)).not.toBe(first);
    await account.create('job', { ...project, externalId: 'PRJ-1' });
    const again = await account.call('POST', '/job', { ...project, externalId: 'PRJ-1' });
    expect(await refusal(again)).toEqual([400, 'USER_ERROR', 'externalId']);
  });

  test('a naive client that trusts the idempotency key on a synchronous call gets a second record', async () => {
    const headers = { 'x-netsuite-idempotency-key': '5f0c2f0e-0f5f-4a38-9d0a-0b2f3f1f7c11' };
    const locations = [];
    for (let count = 0; count < 2; count += 1)
      locations.push((await account.call('POST', '/job', project, headers)).headers.get('location'));
    expect(new Set(locations).size).toBe(2);
  });

  test('an upsert creates once and changes afterwards; both answer the same address', async () => {
    const first = await account.call('PUT', '/job/eid:PRJ-1', project);
    const second = await account.call('PUT', '/job/eid:PRJ-1', { comments: 'late' });
    expect([first.status, second.status]).toEqual([204, 204]);
    expect(second.headers.get('location')).toBe(first.headers.get('location'));
    expect(await account.read('/job/eid:PRJ-1')).toMatchObject({ companyName: 'Tower', comments: 'late' });
    expect(account.journal.entries.map(({ operation }) => operation)).toEqual(['create', 'update']);
  });

  test('an upsert by internal id or under another external id than the address says is refused', async () => {
    expect(await refusal(await account.call('PUT', '/job/8812', project))).toEqual([405, 'METHOD_NOT_ALLOWED']);
    const renamed = await account.call('PUT', '/job/eid:PRJ-1', { ...project, externalId: 'PRJ-2' });
    expect(await refusal(renamed)).toEqual([400, 'USER_ERROR', 'externalId']);
  });

  test('no external id and no number of an entity can be taken from another record', async () => {
    await account.create('job', { ...project, externalId: 'PRJ-1', entityId: 'P1' });
    const other = await account.create('job', project);
    for (const twin of ['externalId', 'entityId']) {
      const value = twin === 'externalId' ? 'PRJ-1' : 'P1';
      const reply = await account.call('PATCH', `/job/${other}`, { [twin]: value });
      expect(await refusal(reply)).toEqual([400, 'USER_ERROR', twin]);
    }
  });

  test('the same external id may be used by another type of record', async () => {
    await account.create('job', { ...project, externalId: 'X-1' });
    await account.create('department', { name: 'Data', externalId: 'X-1' });
  });

  test('a change leaves the other fields alone, and null empties one', async () => {
    const id = await account.create('job', { ...project, comments: 'first', startDate: '2026-10-01' });
    account.at('2026-09-01T10:05:00Z');
    expect((await account.call('PATCH', `/job/${id}`, { comments: null })).status).toBe(204);
    const shown = await account.read(`/job/${id}`);
    expect(shown).toMatchObject({ startDate: '2026-10-01', lastModifiedDate: '2026-09-01T10:05:00Z' });
    expect(shown).not.toHaveProperty('comments');
  });

  test('what is required cannot be left out or emptied', async () => {
    const { parent: _parent, ...orphan } = project;
    expect(await refusal(await account.call('POST', '/job', orphan))).toEqual([400, 'USER_ERROR', 'parent']);
    const id = await account.create('job', project);
    const emptied = await account.call('PATCH', `/job/${id}`, { companyName: null });
    expect(await detailOf(emptied)).toBe('Error while accessing a resource. Please enter value(s) for: companyName.');
  });

  test('a naive client that misspells a property loses it silently but for a warning', async () => {
    const reply = await account.call('POST', '/job', { ...project, projectName: 'Tower', größe: 'L' });
    expect([reply.status, reply.headers.get('warning')]).toEqual([204, expect.stringContaining('projectName')]);
    const strict = { 'x-netsuite-propertynamevalidation': 'Error' };
    const refused = await account.call('POST', '/job', { ...project, projectName: 'Tower' }, strict);
    expect(await refusal(refused)).toEqual([400, 'NONEXISTENT_FIELD', 'projectName']);
    const ignoring = { 'x-netsuite-propertynamevalidation': 'Ignore' };
    const ignored = await account.call('POST', '/job', { ...project, projectName: 'Tower' }, ignoring);
    expect([ignored.status, ignored.headers.has('warning')]).toEqual([204, false]);
  });

  test.each([
    ['a reference that is a bare id', { subsidiary: '1' }, 'subsidiary'],
    ['an id that is a number', { subsidiary: { id: 1 } }, 'subsidiary'],
    ['a reference to nothing', { subsidiary: { externalId: 'NW-UK' } }, 'subsidiary'],
    ['a choice that does not exist', { entityStatus: { id: '9' } }, 'entityStatus'],
    ['a choice by its name', { entityStatus: { refName: 'Closed' } }, 'entityStatus'],
    ['a day that does not exist', { startDate: '2026-02-30' }, 'startDate'],
    ['a day in another form', { startDate: '10/1/2026' }, 'startDate'],
    ['a duration in hours', { estimatedTime: 7.5 }, 'estimatedTime'],
    ['a checkbox as text', { allowTime: 'T' }, 'allowTime'],
    ['a field the account computes', { lastModifiedDate: '2026-09-01T10:00:00Z' }, 'lastModifiedDate'],
    ['a field of a feature that is off', { billingSchedule: { id: '1' } }, 'billingSchedule'],
    ['the legal entity of another customer', { subsidiary: { externalId: 'NW-DE' } }, 'subsidiary'],
  ])('%s is refused, and nothing is done', async (_case, wrong, path) => {
    const reply = await account.call('POST', '/job', { ...project, ...wrong });
    expect(await refusal(reply)).toEqual([400, 'USER_ERROR', path]);
    expect(account.journal.entries).toEqual([]);
  });

  test('a body that is no JSON object, or a form, is refused', async () => {
    expect((await account.call('POST', '/job', [project])).status).toBe(400);
    const asText = (type: string): Promise<Response> =>
      account.call('POST', '/job', undefined, { 'content-type': type });
    expect(await refusal(await asText('application/json'))).toEqual([400, 'INVALID_CONTENT']);
    expect((await asText('application/x-www-form-urlencoded')).status).toBe(415);
    const resource = { 'content-type': 'application/vnd.oracle.resource+json; type=singular' };
    expect((await account.call('POST', '/job', project, resource)).status).toBe(204);
  });

  test('a list names records and says nothing of them', async () => {
    const { items, ...page } = await account.read<{ items: Json[] }>('/job');
    expect(page).toMatchObject({ count: 2, hasMore: false, offset: 0, totalResults: 2 });
    for (const item of items) expect(Object.keys(item)).toEqual(['links', 'id']);
  });

  test('pages are linked, and the last one says that it is', async () => {
    for (let count = 0; count < 3; count += 1) await account.create('department', { name: `D${count}` });
    const { links } = await account.read<{ links: { rel: string; href: string }[] }>('/department?limit=2');
    expect(links.map(({ rel }) => rel)).toEqual(['next', 'last', 'self']);
    const next = await fetch(links[0]!.href, { headers: { authorization: account.authorization() } });
    expect(await next.json()).toMatchObject({ count: 2, hasMore: false, offset: 2, totalResults: 4 });
  });

  test.each([
    ['more than 1000 a page', 'limit=1001'],
    ['no rows a page', 'limit=0'],
    ['half a page further', 'limit=2&offset=1'],
    ['a page that is no number', 'limit=ten'],
    ['the page after the 1000th', 'limit=2&offset=2000'],
    ['the row after the 100,000th', 'limit=1000&offset=100000'],
    ['a parameter that is not answered here', 'expandRecords=true'],
  ])('%s is refused, not quietly corrected', async (_case, query) => {
    expect(await refusal(await account.call('GET', `/job?${query}`))).toEqual([400, 'INVALID_PARAMETER']);
  });

  test('some fields only, and choices as plain ids, where asked', async () => {
    const shown = await account.read('/job/eid:LEG-1?fields=companyName,entityStatus&simpleEnumFormat=true');
    expect(shown).toEqual({
      links: expect.any(Array) as object[],
      id: shown.id,
      companyName: 'Project LEG-1',
      entityStatus: '2',
    });
    const unknown = await account.call('GET', '/job/eid:LEG-1?fields=colour');
    expect(await refusal(unknown)).toEqual([400, 'NONEXISTENT_FIELD']);
  });

  test('a record that is deleted is gone; one that others point to stays', async () => {
    const id = await account.create('job', project);
    expect((await account.call('DELETE', `/job/${id}`)).status).toBe(204);
    expect(await refusal(await account.call('GET', `/job/${id}`))).toEqual([404, 'NONEXISTENT_ID']);
    const parent = (project.parent as Json).id as string;
    expect(await refusal(await account.call('DELETE', `/customer/${parent}`))).toEqual([400, 'USER_ERROR']);
  });

  test('the role of the integration may only look at what finance sells', async () => {
    const reply = await account.call('POST', '/serviceItem', { itemId: 'New' });
    expect(await refusal(reply)).toEqual([403, 'INSUFFICIENT_PERMISSION']);
    expect(await account.read('/serviceItem/eid:ROLE-CONS')).toMatchObject({ itemId: 'Consultant' });
  });

  test('a record type that does not exist is not found', async () => {
    for (const type of ['project', 'Job', 'toString']) expect((await account.call('GET', `/${type}`)).status).toBe(404);
  });

  test('what people do in the product is theirs in the ledger', async () => {
    account.act('closeProject', { externalId: 'LEG-1' });
    account.act('mergeCustomer', { name: 'Acme', externalId: 'C-1' });
    account.act('addDepartment', { code: 'CC-2', name: 'Data', legalEntity: 'NW-DE' });
    account.act('addIntercompanyProject', { code: 'IC', employing: 'NW-DE', contracting: 'NW-US', currency: 'USD' });
    expect(await account.read('/job/eid:IC')).toMatchObject({ companyName: 'NW-DE for NW-US' });
    expect(await account.read('/job/eid:LEG-1')).toMatchObject({ entityStatus: { id: '1' }, allowTime: false });
    expect(await account.read('/customer/eid:C-1')).toMatchObject({ companyName: 'Acme' });
    expect(await account.read('/department/eid:CC-2')).toMatchObject({ subsidiary: { refName: 'Northwind DE' } });
    expect(account.journal.entries.map(({ by }) => by)).toEqual(['person', 'person', 'person', 'person']);
    expect(() => account.act('mergeCustomer', { name: 'Nobody', externalId: 'C-9' })).toThrow('no customer "Nobody"');
    const unknown = { code: 'CC-3', name: 'Data', legalEntity: 'NW-UK' };
    expect(() => account.act('addDepartment', unknown)).toThrow('no subsidiary "NW-UK"');
  });
});
