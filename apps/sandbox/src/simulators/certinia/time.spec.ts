import { openPsa, type Psa, refusedAt } from './psa.fixture.js';

describe('time in an org with Certinia PSA', () => {
  let psa: Psa;
  beforeEach(async () => {
    psa = await openPsa();
  });
  afterEach(() => psa.hosted.close());

  /** Sunday to Saturday; Thursday is the first of October. */
  const week = { Start_Date: '2026-09-27', End_Date: '2026-10-03' };
  const card = (changes: object = {}): Record<string, unknown> => ({
    Resource: psa.ben,
    Project: psa.project,
    Assignment: psa.assignment,
    Billable: true,
    Bill_Rate: 150,
    Wednesday_Hours: 6,
    Thursday_Hours: 4.5,
    ...week,
    ...changes,
  });
  const splits = async (id: string): Promise<Record<string, unknown>[]> =>
    psa.rows(
      `SELECT pse__Start_Date__c, pse__End_Date__c, pse__Total_Hours__c, pse__Total_Billable_Amount__c, pse__Approved__c
       FROM pse__Timecard__c WHERE pse__Timecard_Header__c = '${id}' ORDER BY pse__Start_Date__c`,
    );

  test('a timecard is a week of hours by day, named by the package, and adds up by itself', async () => {
    const id = await psa.make('Timecard_Header', card());
    expect(await psa.read('Timecard_Header', id)).toMatchObject({
      Name: 'TCH-09-01-2026-000001',
      Status: 'Saved',
      Total_Hours: 10.5,
      Total_Billable_Amount: 1575,
      Approved: false,
    });
  });

  test('a week across two months has a split for each; nobody makes one by hand', async () => {
    const id = await psa.make('Timecard_Header', card());
    expect(await splits(id)).toMatchObject([
      { pse__Start_Date__c: '2026-09-27', pse__End_Date__c: '2026-09-30', pse__Total_Hours__c: 6 },
      { pse__Start_Date__c: '2026-10-01', pse__End_Date__c: '2026-10-03', pse__Total_Billable_Amount__c: 675 },
    ]);
    await psa.change('Timecard_Header', id, { Thursday_Hours: 2 });
    expect((await splits(id)).map((split) => split.pse__Total_Hours__c)).toEqual([6, 2]);
    const body = { Timecard_Header: id, Project: psa.project, Resource: psa.ben };
    expect(await refusedAt(await psa.attempt('Timecard', body))).toEqual([
      400,
      ['CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY'],
    ]);
  });

  test('splits go with their timecard', async () => {
    const id = await psa.make('Timecard_Header', card());
    await psa.call('DELETE', `/sobjects/pse__Timecard_Header__c/${id}`);
    expect(await splits(id)).toEqual([]);
  });

  test.each([
    ['a naive client’s single day', { End_Date: '2026-09-27' }, [null]],
    ['eight days', { End_Date: '2026-10-04' }, [null]],
    ['a day of 25 hours', { Friday_Hours: 25 }, [null]],
    ['no project', { Project: null, Assignment: null, Billable: false }, ['Project', 'Assignment']],
    ['no assignment where one is needed', { Assignment: null }, ['Assignment']],
    ['credit for what is billable', { Time_Credited: true }, ['Time_Credited']],
  ])('%s is refused', async (_case, changes, fields) => {
    expect(await refusedAt(await psa.attempt('Timecard_Header', card(changes)))).toEqual([400, fields]);
  });

  test('the assignment must be the same person’s on the same project', async () => {
    expect(await refusedAt(await psa.attempt('Timecard_Header', card({ Resource: psa.eva })))).toEqual([
      400,
      ['Assignment'],
    ]);
    const project = await psa.make('Proj', { Name: 'Other', Is_Active: true, Is_Billable: true });
    expect(await refusedAt(await psa.attempt('Timecard_Header', card({ Project: project })))).toEqual([
      400,
      ['Assignment'],
    ]);
  });

  test('a project that allows it takes time without an assignment', async () => {
    await psa.change('Proj', psa.project, { Allow_Timecards_Without_Assignment: true });
    expect((await psa.attempt('Timecard_Header', card({ Assignment: null }))).status).toBe(201);
  });

  test('time is billable only where project and assignment are', async () => {
    await psa.change('Assignment', psa.assignment, { Is_Billable: false, Bill_Rate: 0 });
    expect(await refusedAt(await psa.attempt('Timecard_Header', card()))).toEqual([400, ['Billable']]);
  });

  test('project and resource stay, unless an administrator gives a reason', async () => {
    await psa.change('Proj', psa.project, { Allow_Timecards_Without_Assignment: true });
    const id = await psa.make('Timecard_Header', card({ Assignment: null }));
    expect(await refusedAt(await psa.change('Timecard_Header', id, { Resource: psa.eva }))).toEqual([
      400,
      ['Resource'],
    ]);
    const reasoned = { Resource: psa.eva, Admin_Global_Edit: true, Audit_Notes: 'Wrong person' };
    expect((await psa.change('Timecard_Header', id, reasoned)).status).toBe(204);
  });

  test.each([
    ['not active', { Is_Active: false }],
    ['closed for time entry', { Closed_for_Time_Entry: true }],
  ])('a project that is %s takes no time', async (_case, changes) => {
    await psa.change('Proj', psa.project, changes);
    expect(await refusedAt(await psa.attempt('Timecard_Header', card()))).toEqual([
      400,
      ['CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY'],
    ]);
  });

  test('a program that approves time by writing fields is refused, unless the org allows it', async () => {
    const id = await psa.make('Timecard_Header', card());
    const approved = { Status: 'Approved', Submitted: true, Approved: true, Include_In_Financials: true };
    const refused = [400, ['CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY']];
    expect(await refusedAt(await psa.change('Timecard_Header', id, approved))).toEqual(refused);
    psa.act('allowApprovalByApi', { isAllowed: true });
    expect(await refusedAt(await psa.change('Timecard_Header', id, { Approved: true }))).toEqual([400, ['Approved']]);
    expect(await refusedAt(await psa.change('Timecard_Header', id, { Billed: true }))).toEqual([400, ['Billed']]);
    expect((await psa.change('Timecard_Header', id, approved)).status).toBe(204);
  });

  test('a gateway without a permission control is refused by the package', async () => {
    psa.act('revokePermission', { name: 'Timecard_Entry' });
    expect(await refusedAt(await psa.attempt('Timecard_Header', card()))).toEqual([
      400,
      ['CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY'],
    ]);
    expect(psa.journal.entries).toEqual([]);
  });

  test('a row that others hold is refused for a while', async () => {
    psa.act('lockRows', { times: 1 });
    expect(await refusedAt(await psa.attempt('Timecard_Header', card()))).toEqual([400, ['UNABLE_TO_LOCK_ROW']]);
    expect((await psa.attempt('Timecard_Header', card())).status).toBe(201);
  });

  describe('as people record it', () => {
    const work = {
      projectRef: 'OLD-1',
      email: 'ben@north.example',
      roleName: 'Consultant',
      billable: true,
      notes: 'x',
    };
    const log = (date: string, minutes: number, more: object = {}): string =>
      (psa.act('logTime', { ...work, date, minutes, ...more }) as { id: string }).id;

    test('days of one week are one timecard, in hours and hundredths', async () => {
      const id = log('2026-09-29', 375);
      expect([log('2026-09-30', 100), log('2026-09-29', 60)]).toEqual([id, id]);
      expect(await psa.read('Timecard_Header', id)).toMatchObject({
        ...week,
        Tuesday_Hours: 7.25,
        Wednesday_Hours: 1.67,
        Bill_Rate: 150,
      });
      expect(log('2026-10-05', 60)).not.toBe(id);
      expect(log('2026-09-29', 60, { hourlyRate: '200' })).not.toBe(id);
    });

    test('approved time is found by its stamp, and it moves the stamp of its project too', async () => {
      const id = log('2026-09-29', 480);
      psa.at('2026-10-02T08:00:00Z');
      expect(psa.act('submitAndApproveTime', { projectRef: 'OLD-1' })).toEqual({ approved: [id] });
      const since = (object: string, more = ''): Promise<unknown[]> =>
        psa.rows(`SELECT Id FROM ${object} WHERE SystemModstamp >= 2026-10-02T00:00:00Z${more}`);
      expect(await since('pse__Timecard_Header__c', " AND pse__Status__c = 'Approved'")).toMatchObject([{ Id: id }]);
      expect(await since('pse__Proj__c')).toHaveLength(1);
      expect(await psa.read('Proj', psa.project)).toMatchObject({ Total_Submitted_Hours: 8 });
      expect(await splits(id)).toMatchObject([{ pse__Approved__c: true }, { pse__Approved__c: true }]);
    });

    test('approved time stays, unless it is corrected with a reason or rejected', async () => {
      const id = log('2026-09-29', 480);
      psa.act('submitAndApproveTime', { projectRef: 'OLD-1', timeEntryIds: [id] });
      expect(await refusedAt(await psa.change('Timecard_Header', id, { Tuesday_Hours: 7 }))).toEqual([
        400,
        ['CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY'],
      ]);
      psa.act('editTimeEntry', { id, fields: { minutes: 420, hourlyRate: '160' } });
      expect(await psa.read('Timecard_Header', id)).toMatchObject({ Tuesday_Hours: 7, Total_Billable_Amount: 1120 });
      psa.act('rejectTime', { id });
      expect(await psa.read('Timecard_Header', id)).toMatchObject({ Status: 'Rejected', Approved: false });
      expect(() => psa.act('rejectTime', { id })).toThrow('there is no approved timecard');
    });

    test('a correction that could mean several days asks which', () => {
      const id = log('2026-09-29', 480);
      log('2026-09-30', 480);
      expect(() => psa.act('editTimeEntry', { id, fields: { minutes: 60 } })).toThrow('say on which date');
    });
  });

  describe('once it is billed', () => {
    const billed = async (): Promise<{ id: string; event: string; split: string }> => {
      const work = {
        projectRef: 'OLD-1',
        email: 'ben@north.example',
        roleName: 'Consultant',
        billable: true,
        notes: '',
      };
      const { id } = psa.act('logTime', { ...work, date: '2026-09-29', minutes: 480 }) as { id: string };
      psa.act('submitAndApproveTime', { projectRef: 'OLD-1' });
      const { id: event } = psa.act('releaseBilling', { projectRef: 'OLD-1' }) as { id: string };
      const [split] = await psa.rows(`SELECT Id FROM pse__Timecard__c WHERE pse__Billed__c = true`);
      return { id, event, split: String(split!.Id) };
    };

    test('a released event waits for its invoice, whose number and date come together with the fact', async () => {
      const { event } = await billed();
      const soql =
        'SELECT Id, pse__Summary_Amount__c FROM pse__Billing_Event__c WHERE pse__Is_Released__c = true AND pse__Invoiced__c = false';
      expect(await psa.rows(soql)).toMatchObject([{ Id: event, pse__Summary_Amount__c: 1200 }]);
      const invoice = { Invoice_Number: 'INV-1', Invoice_Date: '2026-10-05' };
      expect(await refusedAt(await psa.change('Billing_Event', event, invoice))).toEqual([400, [null]]);
      expect((await psa.change('Billing_Event', event, { ...invoice, Invoiced: true })).status).toBe(204);
      expect(await psa.rows(soql)).toEqual([]);
    });

    test('the time under it is locked: hours, approval and dates', async () => {
      const { id, split } = await billed();
      const edit = { Tuesday_Hours: 1, Admin_Global_Edit: true, Audit_Notes: 'x' };
      expect(await refusedAt(await psa.change('Timecard_Header', id, edit))).toEqual([
        400,
        ['CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY'],
      ]);
      expect(() => psa.act('rejectTime', { id })).toThrow('is billed');
      expect(await refusedAt(await psa.change('Timecard', split, { Bill_Date: '2026-12-01' }))).toEqual([
        400,
        ['Bill_Date'],
      ]);
      expect(await refusedAt(await psa.change('Timecard', split, { Invoice_Number: 'INV-1' }))).toEqual([400, [null]]);
      expect((await psa.change('Timecard', split, { Invoiced: true, Invoice_Number: 'INV-1' })).status).toBe(204);
    });

    test('nothing is billed twice', async () => {
      await billed();
      expect(() => psa.act('releaseBilling', { projectRef: 'OLD-1' })).toThrow('nothing on OLD-1 can be billed');
    });
  });
});
