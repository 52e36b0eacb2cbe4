import { refusal } from '../salesforce/org.fixture.js';
import { openPsa, prefixed, type Psa, refusedAt } from './psa.fixture.js';

describe('projects and people in an org with Certinia PSA', () => {
  let psa: Psa;
  beforeEach(async () => {
    psa = await openPsa();
  });
  afterEach(() => psa.hosted.close());

  test('the org sells as well: customers and deals are there, with the package’s fields', async () => {
    expect(await psa.rows('SELECT Name, pse__Services_Billing_Time_Period_Type__c FROM Account')).toHaveLength(2);
    psa.act('closeOpportunity', { code: 'OPP-1', outcome: 'win' });
    expect(
      await psa.rows(
        'SELECT Id, pse__Is_Services_Opportunity__c FROM Opportunity WHERE IsWon = true AND IsClosed = true',
      ),
    ).toMatchObject([{ pse__Is_Services_Opportunity__c: false }]);
  });

  test('a project is made again under the firm’s own external id, and is the same', async () => {
    const put = (body: object): Promise<Response> =>
      psa.call('PATCH', '/sobjects/pse__Proj__c/External_Id__c/P-1', prefixed(body as Record<string, unknown>));
    const body = {
      Name: 'New ledger',
      Is_Billable: true,
      Stage: 'Planned',
      Start_Date: '2026-10-01',
      End_Date: '2026-12-31',
    };
    const [first, second] = [await put(body), await put({ ...body, Name: 'New ledger II' })];
    expect([first.status, second.status]).toEqual([201, 200]);
    const rows = await psa.rows("SELECT Name, pse__Is_Active__c FROM pse__Proj__c WHERE External_Id__c = 'P-1'");
    expect(rows).toMatchObject([{ Name: 'New ledger II', pse__Is_Active__c: false }]);
  });

  test.each([
    ['an end before the start', { Start_Date: '2026-10-02', End_Date: '2026-10-01' }, ['Start_Date']],
    ['credit for what is billable', { Is_Billable: true, Time_Credited: true }, ['Time_Credited']],
    ['a threshold above 100', { Alert_Threshold: 101 }, ['Alert_Threshold']],
    ['a stage the org does not know', { Stage: 'Open' }, ['INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST']],
    ['a field the package does not have', { External_Id: 'P-1' }, ['INVALID_FIELD']],
  ])('a project with %s is refused', async (_case, changes, fields) => {
    expect(await refusedAt(await psa.attempt('Proj', { Name: 'New', ...changes }))).toEqual([400, fields]);
  });

  test('the currency of a project stays', async () => {
    expect(await refusedAt(await psa.change('Proj', psa.project, { CurrencyIsoCode: 'EUR' }))).toEqual([
      400,
      ['CurrencyIsoCode'],
    ]);
  });

  test('a milestone is invoiced only when billed, billed only when approved and in the financials', async () => {
    const id = await psa.make('Milestone', { Name: 'Design', Project: psa.project, Target_Date: '2026-10-31' });
    const change = async (fields: object): Promise<unknown> =>
      refusedAt(await psa.change('Milestone', id, { ...fields }));
    expect(await change({ Billed: true })).toEqual([400, ['Billed']]);
    expect(await change({ Invoiced: true })).toEqual([400, ['Invoiced']]);
    expect(await change({ Invoice_Date: '2026-11-01' })).toEqual([400, [null]]);
    const chain = {
      Approved: true,
      Include_In_Financials: true,
      Billed: true,
      Invoiced: true,
      Invoice_Number: 'INV-1',
    };
    expect((await psa.change('Milestone', id, chain)).status).toBe(204);
  });

  test('an expense is submitted in a report of the same person and project, and its tax is a part of it', async () => {
    const report = await psa.make('Expense_Report', {
      Name: 'October',
      Project: psa.project,
      Resource: psa.ben,
      Assignment: psa.assignment,
      Expense_Report_Reference: 'ER-1',
    });
    const expense = { Project: psa.project, Resource: psa.ben, Amount: 80, Expense_Date: '2026-10-01', Type: 'Taxi' };
    const attempt = async (changes: object): Promise<unknown> =>
      refusedAt(await psa.attempt('Expense', { ...expense, ...changes }));
    expect(await attempt({ Submitted: true })).toEqual([400, ['Expense_Report']]);
    expect(await attempt({ Expense_Report: report, Resource: psa.eva })).toEqual([400, ['Expense_Report']]);
    expect(await attempt({ Expense_Report: report, Incurred_Tax: 81 })).toEqual([400, ['Incurred_Tax']]);
    await psa.make('Expense', {
      ...expense,
      Expense_Report: report,
      Submitted: true,
      Mobile_Expense_Reference_ID: 'E-1',
    });
    expect(await attempt({ Mobile_Expense_Reference_ID: 'E-1' })).toEqual([400, ['DUPLICATE_VALUE']]);
  });

  test('a resource is a contact under an external id of the package, which two may share', async () => {
    const path = '/sobjects/Contact/pse__ERP_Worker_Correlation_Id__c/1042';
    const body = {
      LastName: 'Marsh',
      ...prefixed({ Is_Resource: true, Is_Resource_Active: true, Resource_Role: 'Consultant' }),
    };
    expect((await psa.call('PATCH', path, body)).status).toBe(201);
    const twin = { ...body, pse__ERP_Worker_Correlation_Id__c: '1042' };
    expect((await psa.call('POST', '/sobjects/Contact', twin)).status).toBe(201);
    expect((await psa.call('PATCH', path, body)).status).toBe(300);
  });

  test('skills are rated of resources only, and the rating goes with them', async () => {
    const [skill] = await psa.rows('SELECT Id FROM pse__Skill__c');
    const rating = { Resource: psa.ben, Skill_Certification: skill!.Id, Rating: '4 - Strong' };
    await psa.make('Skill_Certification_Rating', rating);
    await psa.call('PATCH', `/sobjects/Contact/${psa.eva}`, prefixed({ Is_Resource: false }));
    const other = await psa.attempt('Skill_Certification_Rating', { ...rating, Resource: psa.eva });
    expect(await refusedAt(other)).toEqual([400, ['Resource']]);
  });

  test('a permission control names a user and one target', async () => {
    const [{ pse__User__c: User, pse__Region__c: Region }] = (await psa.rows(
      'SELECT pse__User__c, pse__Region__c FROM pse__Permission_Control__c',
    )) as [{ pse__User__c: string; pse__Region__c: string }];
    const attempt = async (fields: object): Promise<unknown> =>
      refusedAt(await psa.attempt('Permission_Control', { ...fields }));
    expect(await attempt({ Region })).toEqual([400, ['User']]);
    expect(await attempt({ User })).toEqual([400, [null]]);
    expect(await attempt({ User, Region, Project: psa.project })).toEqual([400, [null]]);
  });

  test('describe tells formulas, external ids and lists of the package', async () => {
    const reply = await psa.call('GET', '/sobjects/pse__Assignment__c/describe');
    const { custom, fields } = (await reply.json()) as { custom: boolean; fields: { name: string }[] };
    const field = (name: string): object => fields.find((one) => one.name === `pse__${name}__c`)!;
    expect(custom).toBe(true);
    expect(field('Start_Date')).toMatchObject({ calculated: true, createable: false, updateable: false });
    expect(field('ERP_Absence_Correlation_Id')).toMatchObject({ externalId: true, unique: false });
    expect(field('Project')).toMatchObject({ referenceTo: ['pse__Proj__c'], relationshipName: 'pse__Project__r' });
    expect(field('Role')).toMatchObject({ picklistValues: [{ value: 'Consultant' }, { value: 'Principal' }] });
  });

  test('a project is closed on the screen, and takes no more time', async () => {
    psa.act('archiveProject', { projectRef: 'OLD-1' });
    expect(await psa.read('Proj', psa.project)).toMatchObject({ Is_Active: false, Stage: 'Completed' });
    expect(() => psa.act('archiveProject', { projectRef: 'P-9' })).toThrow('there is no project P-9');
  });

  test('a key of another org lets nobody in', async () => {
    expect(await refusal(await psa.call('GET', '/limits', undefined, { authorization: 'Bearer x' }))).toEqual([
      401,
      'INVALID_SESSION_ID',
    ]);
  });
});
