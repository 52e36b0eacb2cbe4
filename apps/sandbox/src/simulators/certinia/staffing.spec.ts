import { fullWeek, openPsa, prefixed, type Psa, refusedAt } from './psa.fixture.js';

describe('who works on what in an org with Certinia PSA', () => {
  let psa: Psa;
  beforeEach(async () => {
    psa = await openPsa();
  });
  afterEach(() => psa.hosted.close());

  const period = { Start_Date: '2026-10-01', End_Date: '2026-10-31' };
  const schedule = (changes: object = {}): Promise<string> =>
    psa.make('Schedule', { ...period, ...fullWeek, ...changes });
  const place = (changes: object = {}): Record<string, unknown> => ({
    Name: 'Ben - Old ledger',
    Project: psa.project,
    Resource: psa.ben,
    Role: 'Consultant',
    Status: 'Scheduled',
    Is_Billable: true,
    Bill_Rate: 180,
    ...changes,
  });

  test('an assignment has the dates and hours of its schedule, and shows a change of it without being changed', async () => {
    const scheduleId = await schedule();
    const id = await psa.make('Assignment', place({ Schedule: scheduleId }));
    const before = await psa.read('Assignment', id);
    // October 2026 has 22 weekdays.
    expect(before).toMatchObject({ ...period, Scheduled_Hours: 176, Scheduled_Days: 22, Percent_Allocated: 100 });
    psa.at('2026-09-02T10:00:00Z');
    await psa.change('Schedule', scheduleId, { End_Date: '2026-10-16' });
    expect(await psa.read('Assignment', id)).toMatchObject({
      End_Date: '2026-10-16',
      Scheduled_Hours: 96,
      SystemModstamp: before.SystemModstamp,
    });
    const found = await psa.rows(
      `SELECT Id FROM pse__Assignment__c WHERE pse__End_Date__c = 2026-10-16 AND pse__Schedule__r.SystemModstamp > 2026-09-01T12:00:00Z`,
    );
    expect(found).toHaveLength(1);
  });

  test('a naive client that sets the dates of an assignment is refused', async () => {
    const reply = await psa.attempt('Assignment', place({ Schedule: await schedule(), Start_Date: '2026-10-01' }));
    expect(await refusedAt(reply)).toEqual([400, ['INVALID_FIELD_FOR_INSERT_UPDATE']]);
  });

  test('schedule and assignment are made in one call, both or neither', async () => {
    const parts = (rate: number | null): object => ({
      allOrNone: true,
      compositeRequest: [
        {
          method: 'POST',
          url: '/services/data/v68.0/sobjects/pse__Schedule__c',
          referenceId: 'sch',
          body: prefixed({ ...period, ...fullWeek }),
        },
        {
          method: 'POST',
          url: '/services/data/v68.0/sobjects/pse__Assignment__c',
          referenceId: 'asg',
          body: prefixed(place({ Schedule: '@{sch.id}', Bill_Rate: rate })),
        },
      ],
    });
    const schedules = async (): Promise<number> => (await psa.rows('SELECT Id FROM pse__Schedule__c')).length;
    const count = await schedules();
    await psa.call('POST', '/composite', parts(null));
    expect(await schedules()).toBe(count);
    await psa.call('POST', '/composite', parts(180));
    expect(await schedules()).toBe(count + 1);
    expect(await psa.rows("SELECT Id FROM pse__Assignment__c WHERE Name = 'Ben - Old ledger'")).toHaveLength(1);
  });

  test.each([
    ['somebody who no longer is an active resource', { Is_Resource_Active: false }, {}, ['Resource']],
    ['a contact who is no resource', { Is_Resource: false }, {}, ['Resource']],
    ['no bill rate', {}, { Bill_Rate: null }, ['Bill_Rate']],
    ['a bill rate for what is not billable', {}, { Is_Billable: false }, ['Bill_Rate']],
    ['no project', {}, { Project: null }, ['Project']],
    ['credit for what is billable', {}, { Time_Credited: true }, ['Time_Credited']],
    [
      'credit and exclusion',
      {},
      { Is_Billable: false, Bill_Rate: 0, Time_Credited: true, Time_Excluded: true },
      ['Time_Excluded'],
    ],
    ['several mistakes at once', {}, { Bill_Rate: null, Time_Excluded: true }, ['Time_Excluded', 'Bill_Rate']],
  ])('%s: the assignment is refused at the field, and nothing is written', async (_case, person, changes, fields) => {
    await psa.call('PATCH', `/sobjects/Contact/${psa.ben}`, prefixed(person));
    const body = place({ Schedule: await schedule(), ...changes });
    const { length } = psa.journal.entries;
    expect(await refusedAt(await psa.attempt('Assignment', body))).toEqual([400, fields]);
    expect(psa.journal.entries).toHaveLength(length);
  });

  test('who has left keeps what they have: the rule looks at a change of the resource only', async () => {
    await psa.call('PATCH', `/sobjects/Contact/${psa.ben}`, prefixed({ Is_Resource_Active: false }));
    expect((await psa.change('Assignment', psa.assignment, { Bill_Rate: 160 })).status).toBe(204);
  });

  test('project, schedule and currency of an assignment stay', async () => {
    const [project, scheduleId] = [await psa.make('Proj', { Name: 'Other', Is_Billable: true }), await schedule()];
    for (const [changes, field] of [
      [{ Project: project }, 'Project'],
      [{ Schedule: scheduleId }, 'Schedule'],
      [{ CurrencyIsoCode: 'EUR' }, 'CurrencyIsoCode'],
    ] as const)
      expect(await refusedAt(await psa.change('Assignment', psa.assignment, changes))).toEqual([400, [field]]);
  });

  test('billable work needs a billable project', async () => {
    const project = await psa.make('Proj', { Name: 'Internal', Is_Active: true });
    const body = place({ Project: project, Schedule: await schedule() });
    expect(await refusedAt(await psa.attempt('Assignment', body))).toEqual([400, ['Is_Billable']]);
  });

  test.each([
    ['an end before the start', { End_Date: '2026-09-30' }, 'End_Date'],
    ['more hours than a day has', { Monday_Hours: 25 }, null],
    ['fewer hours than none', { Monday_Hours: -1 }, null],
  ])('a schedule with %s is refused', async (_case, changes, field) => {
    expect(await refusedAt(await psa.attempt('Schedule', { ...period, ...fullWeek, ...changes }))).toEqual([
      400,
      [field],
    ]);
  });

  test('a schedule without hours for every day is incomplete', async () => {
    const reply = await psa.attempt('Schedule', { ...period, Monday_Hours: 8 });
    expect(await refusedAt(reply)).toEqual([400, ['REQUIRED_FIELD_MISSING']]);
  });

  test('an exception counts instead of the week, and lies within the schedule', async () => {
    const id = await schedule();
    await psa.make('Schedule_Exception', {
      Schedule: id,
      Date: '2026-10-05',
      End_Date: '2026-10-09',
      Exception_Hours: 0,
    });
    expect(await psa.read('Schedule', id)).toMatchObject({ Scheduled_Hours: 136, Scheduled_Days: 17 });
    const outside = { Schedule: id, Date: '2026-11-02', Exception_Hours: 0 };
    expect(await refusedAt(await psa.attempt('Schedule_Exception', outside))).toEqual([400, [null]]);
  });

  describe('as asked for by a resource request', () => {
    const request = (changes: object = {}): Record<string, unknown> => ({
      External_Id__c: 'D-1',
      Project: psa.project,
      Resource_Role: 'Consultant',
      SOW_Hours: 160,
      Status: 'Ready to Staff',
      ...period,
      ...changes,
    });

    test('a request has a name of its own and a reference the firm added', async () => {
      const id = await psa.make('Resource_Request', request());
      expect(await psa.read('Resource_Request', id)).toMatchObject({ Name: 'RR-0000001', Assignment: null });
      expect(await refusedAt(await psa.attempt('Resource_Request', request()))).toEqual([400, ['DUPLICATE_VALUE']]);
    });

    test.each([
      ['neither project nor opportunity', { Project: null }, [null]],
      ['no end', { End_Date: null }, ['End_Date']],
      ['an end before the start', { End_Date: '2026-09-01' }, ['End_Date']],
      ['no hours', { SOW_Hours: null }, ['SOW_Hours', null]],
      ['another currency than the project', { CurrencyIsoCode: 'EUR' }, ['CurrencyIsoCode']],
      ['a code instead of the role’s name', { Resource_Role: 'CONS' }, ['INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST']],
      ['no start', { Start_Date: null }, ['REQUIRED_FIELD_MISSING']],
    ])('a request with %s is refused', async (_case, changes, fields) => {
      expect(await refusedAt(await psa.attempt('Resource_Request', request(changes)))).toEqual([400, fields]);
    });

    const plan = {
      projectRef: 'OLD-1',
      roleName: 'Consultant',
      email: 'Ben@north.example',
      startDate: '2026-10-01',
      endDate: '2026-10-31',
      minutes: 9600,
      hourlyRate: '180.00',
    };
    const staff = (changes: object = {}): string => (psa.act('staff', { ...plan, ...changes }) as { id: string }).id;

    test('somebody is put on it, and minutes become hours of each weekday', async () => {
      const asked = await psa.make('Resource_Request', request());
      const id = staff();
      expect(await psa.read('Resource_Request', asked)).toMatchObject({
        Assignment: id,
        Resource: psa.ben,
        Status: 'Assigned',
      });
      // 160 hours on 22 weekdays are 7.2727 a day.
      expect(await psa.read('Assignment', id)).toMatchObject({ ...period, Bill_Rate: 180, Scheduled_Hours: 159.94 });
      expect(psa.journal.entries.at(-1)).toMatchObject({
        operation: 'staff',
        entity: 'pse__Assignment__c',
        by: 'person',
      });
    });

    test('an assignment is moved and resized by its schedule, and cancelled so that the request is open again', async () => {
      const asked = await psa.make('Resource_Request', request());
      const id = staff();
      psa.act('changeAssignment', { id, startDate: '2026-10-05', endDate: '2026-10-09', minutes: 1200 });
      expect(await psa.read('Assignment', id)).toMatchObject({ Start_Date: '2026-10-05', Scheduled_Hours: 20 });
      psa.act('cancelAssignment', { id });
      expect((await psa.call('GET', `/sobjects/pse__Assignment__c/${id}`)).status).toBe(404);
      expect(await psa.read('Resource_Request', asked)).toMatchObject({ Assignment: null, Status: 'Ready to Staff' });
    });

    test.each([
      ['an unknown project', { projectRef: 'P-9' }, 'there is no project P-9'],
      ['somebody unknown', { email: 'x@north.example' }, 'nobody here has the e-mail x@north.example'],
      ['a role nobody asked for', { roleName: 'Principal' }, '"Old ledger" has not asked for a Principal'],
    ])('%s is refused', async (_case, changes, message) => {
      await psa.make('Resource_Request', request());
      expect(() => staff(changes)).toThrow(message);
    });

    test('people are held to the rules too', async () => {
      await psa.make('Resource_Request', request());
      await psa.call('PATCH', `/sobjects/Contact/${psa.ben}`, prefixed({ Is_Resource_Active: false }));
      expect(() => staff()).toThrow('You must select an active resource.');
    });
  });
});
