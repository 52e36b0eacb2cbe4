import { type Account, openAccount, project, refusal } from './account.fixture.js';

describe('custom fields of a Kantata account', () => {
  let account: Account;
  let workspace: string;
  beforeEach(async () => {
    account = await openAccount();
    workspace = (await account.rows('/workspaces'))[0]!.id;
  });
  afterEach(() => account.hosted.close());

  const fieldId = async (subject: string, name: string): Promise<string> =>
    (await account.rows(`/custom_fields?subject_type=${subject}`)).find((field) => field.name === name)!.id;
  const value = async (name: string, changes: object = {}): Promise<object> => ({
    subject_type: 'Workspace',
    subject_id: workspace,
    custom_field_id: await fieldId('Workspace', name),
    value: 'CC-1',
    ...changes,
  });
  const post = (body: object): Promise<Response> =>
    account.call('POST', '/custom_field_values', { custom_field_value: body });

  test('fields are listed by name, for one kind of record', async () => {
    const names = (await account.rows('/custom_fields?subject_type=User')).map(({ name }) => name);
    expect(names).toEqual(['Cost centre', 'Grade', 'Weekly minutes']);
  });

  test('a naive client that lists values without saying of what is refused', async () => {
    expect((await account.call('GET', '/custom_field_values')).status).toBe(400);
  });

  test('a value says its field, its subject and its kind', async () => {
    expect(await account.make('custom_field_values', await value('Cost centre'))).toMatchObject({
      custom_field_name: 'Cost centre',
      subject_type: 'Workspace',
      subject_id: workspace,
      type: 'string',
      value: 'CC-1',
      display_value: 'CC-1',
    });
  });

  test('a naive client that filters by subject_id reads the values of every other record as well', async () => {
    const other = await account.make('workspaces', project());
    await account.make('custom_field_values', await value('Cost centre', { subject_id: other.id }));
    const path = '/custom_field_values?subject_type=Workspace';
    expect(await account.rows(`${path}&subject_id=${workspace}`)).toHaveLength(1);
    expect(await account.rows(`${path}&with_subject_id=${workspace}`)).toEqual([]);
    expect(await account.rows(`${path}&with_subject_id=${workspace},${other.id}`)).toHaveLength(1);
  });

  test('a second value overrides the first: a naive client that kept its id loses it', async () => {
    const first = await account.make('custom_field_values', await value('Cost centre'));
    const second = await account.make('custom_field_values', await value('Cost centre', { value: 'CC-2' }));
    expect(second.id).not.toBe(first.id);
    expect(await account.rows('/custom_field_values?subject_type=Workspace')).toEqual([
      expect.objectContaining({ id: second.id, value: 'CC-2' }),
    ]);
    expect((await account.put('custom_field_values', first.id, { value: 'CC-3' })).status).toBe(404);
  });

  test('an update changes the value and keeps its id', async () => {
    const { id } = await account.make('custom_field_values', await value('Cost centre'));
    expect((await account.put('custom_field_values', id, { value: 'CC-2' })).status).toBe(200);
    expect(await account.rows('/custom_field_values?subject_type=Workspace')).toEqual([
      expect.objectContaining({ id, value: 'CC-2' }),
    ]);
  });

  test('a duplicate value of a unique field is refused, on create and on update', async () => {
    const other = await account.make('workspaces', project());
    await account.make('custom_field_values', await value('ERP project', { value: 'P-1' }));
    const duplicate = await value('ERP project', { value: 'P-1', subject_id: other.id });
    expect(await refusal(await post(duplicate))).toEqual([422, ['value']]);
    const { id } = await account.make('custom_field_values', { ...duplicate, value: 'P-2' });
    expect(await refusal(await account.put('custom_field_values', id, { value: 'P-1' }))).toEqual([422, ['value']]);
    expect((await post(await value('ERP project', { value: 'P-1' }))).status).toBe(200);
  });

  test.each([
    ['no field', { custom_field_id: undefined }, 'custom_field_id'],
    ['a field that is not there', { custom_field_id: '9999' }, 'custom_field_id'],
    ['no subject', { subject_id: undefined }, 'subject_id'],
    ['a subject that is not there', { subject_id: '9999' }, 'subject_id'],
    ['a number in a text field', { value: 7 }, 'value'],
    ['nothing in a text field', { value: undefined }, 'value'],
  ])('a value with %s is refused, and nothing is written', async (_case, changes, field) => {
    expect(await refusal(await post(await value('Cost centre', changes)))).toEqual([422, [field]]);
    expect(account.journal.entries).toEqual([]);
  });

  test("a field of people takes no project's value", async () => {
    const custom_field_id = await fieldId('User', 'Grade');
    expect(await refusal(await post(await value('Cost centre', { custom_field_id })))).toEqual([
      422,
      ['custom_field_id'],
    ]);
  });

  test('a number is a whole number; a place is called Resource here', async () => {
    const [place] = await account.rows('/workspace_resources');
    const minutes = {
      subject_type: 'Resource',
      subject_id: place!.id,
      custom_field_id: await fieldId('Resource', 'Billed minutes'),
    };
    for (const wrong of ['600', 0.5])
      expect(await refusal(await post({ ...minutes, value: wrong }))).toEqual([422, ['value']]);
    expect(await account.make('custom_field_values', { ...minutes, value: 600 })).toMatchObject({ value: 600 });
  });
});
