import { type Json, openSystem, projects, setStatus, type System, targets, timeSheets } from './system.fixture.js';

describe('time sheets of an S/4HANA system', () => {
  let system: System;
  let project: string;
  beforeEach(async () => {
    system = await openSystem();
    system.at('2026-10-15T10:00:00Z');
    await system.signIn();
    await system.hire('1042');
    project = await system.openProject('PS-1');
  });
  afterEach(() => system.hosted.close());

  const fields = {
    ActivityType: 'T001',
    WBSElement: 'PS-1.1',
    RecordedHours: '7.50',
    HoursUnitOfMeasure: 'H',
    TimeSheetNote: '[tl:TE-1]',
  };
  const entry = (more: Json = {}, data: Json = {}): Json => ({
    PersonWorkAgreementExternalID: '1042',
    CompanyCode: '1710',
    TimeSheetRecord: '',
    TimeSheetDate: '/Date(1790812800000)/', // 2026-10-01
    TimeSheetIsReleasedOnSave: true,
    TimeSheetOperation: 'C',
    ...more,
    TimeSheetDataFields: { ...fields, ...data },
  });
  const all = (): Promise<Json[]> => system.read<Json[]>(timeSheets);
  const post = (more: Json = {}, data: Json = {}): Promise<Response> =>
    system.call('POST', timeSheets, entry(more, data));

  test('a released record is approved and gets a number; hours are text with two places', async () => {
    const created = await system.create(timeSheets, entry({}, { RecordedHours: '7.5' }));
    expect(created).toMatchObject({
      TimeSheetRecord: '000000001492',
      TimeSheetStatus: '30',
      TimeSheetDataFields: {
        __metadata: { type: 'API_MANAGE_WORKFORCE_TIMESHEET.TimeSheetDataFields' },
        RecordedHours: '7.50',
        TimeSheetNote: '[tl:TE-1]',
        PurchaseOrder: '',
      },
    });
    expect(await all()).toEqual([created]);
  });

  test('a naive client that names no operation is answered 201, and nothing is saved (KBA 3744148)', async () => {
    const before = system.journal.entries.length;
    expect((await post({ TimeSheetOperation: undefined })).status).toBe(201);
    expect([await all(), system.journal.entries.length]).toEqual([[], before]);
  });

  test('a test run checks and saves nothing', async () => {
    expect((await post({ TimeSheetIsExecutedInTestRun: true })).status).toBe(201);
    expect((await post({ TimeSheetIsExecutedInTestRun: true }, { WBSElement: 'NONE' })).status).toBe(400);
    expect(await all()).toEqual([]);
  });

  test('the same record sent twice is there twice: nothing recognises a repeat', async () => {
    await post();
    await post();
    expect(await all()).toHaveLength(2);
  });

  test('$orderby, $inlinecount, gt and lt are passed over in silence (KBA 3744148)', async () => {
    await post();
    await post({ TimeSheetDate: '/Date(1790899200000)/' });
    const reply = await system.call('GET', `${timeSheets}?$orderby=TimeSheetDate desc&$inlinecount=allpages`);
    const { d } = (await reply.json()) as { d: { results: Json[]; __count?: string } };
    expect([d.results.map(({ TimeSheetDate }) => TimeSheetDate), d.__count]).toEqual([
      ['/Date(1790812800000)/', '/Date(1790899200000)/'],
      undefined,
    ]);
    const on = (operator: string): Promise<Json[]> =>
      system.read<Json[]>(
        `${timeSheets}?$filter=PersonWorkAgreementExternalID eq '1042' and TimeSheetDate ${operator} datetime'2026-10-01T00:00:00'`,
      );
    expect(
      await Promise.all(['gt', 'lt', 'ge', 'le', 'eq'].map(async (operator) => (await on(operator)).length)),
    ).toEqual([2, 2, 2, 1, 1]);
  });

  test('what is recorded cannot be searched by: not the element, not the note', async () => {
    for (const name of ['TimeSheetDataFields/WBSElement', 'WBSElement', 'TimeSheetOperation'])
      expect((await system.call('GET', `${timeSheets}?$filter=${name} eq 'C'`)).status).toBe(400);
  });

  test('changing an approved record keeps it and makes another that names it', async () => {
    const { TimeSheetRecord } = await system.create(timeSheets, entry());
    const changed = await system.create(
      timeSheets,
      entry({ TimeSheetRecord, TimeSheetOperation: 'U' }, { RecordedHours: '6.00' }),
    );
    expect(changed).toMatchObject({ TimeSheetPredecessorRecord: TimeSheetRecord, TimeSheetStatus: '30' });
    expect((await all()).map((row) => [row.TimeSheetStatus, (row.TimeSheetDataFields as Json).RecordedHours])).toEqual([
      ['50', '7.50'],
      ['30', '6.00'],
    ]);
    expect((await post({ TimeSheetRecord, TimeSheetOperation: 'U' })).status).toBe(400);
  });

  test('a record in process is overwritten; deleting it removes it, deleting an approved one cancels it', async () => {
    const { TimeSheetRecord } = await system.create(timeSheets, entry({ TimeSheetIsReleasedOnSave: false }));
    await system.create(
      timeSheets,
      entry({ TimeSheetRecord, TimeSheetOperation: 'U', TimeSheetIsReleasedOnSave: false }, { RecordedHours: '1.00' }),
    );
    expect(await all()).toMatchObject([
      { TimeSheetRecord, TimeSheetStatus: '10', TimeSheetDataFields: { RecordedHours: '1.00' } },
    ]);
    await system.create(timeSheets, entry({ TimeSheetRecord, TimeSheetOperation: 'D' }));
    expect(await all()).toEqual([]);
    const approved = (await system.create(timeSheets, entry())).TimeSheetRecord;
    await system.create(timeSheets, entry({ TimeSheetRecord: approved, TimeSheetOperation: 'D' }));
    expect(await all()).toMatchObject([{ TimeSheetRecord: approved, TimeSheetStatus: '60' }]);
  });

  test('the set itself is neither changed nor deleted', async () => {
    const { TimeSheetRecord } = await system.create(timeSheets, entry());
    const one = `${timeSheets}(PersonWorkAgreementExternalID='1042',CompanyCode='1710',TimeSheetRecord='${String(TimeSheetRecord)}')`;
    for (const method of ['PATCH', 'MERGE', 'DELETE']) expect((await system.call(method, one, {})).status).toBe(405);
  });

  test.each<[string, Json, Json, string]>([
    ['somebody unknown', { PersonWorkAgreementExternalID: '9' }, {}, 'PersonWorkAgreementExternalID'],
    ['another company', { CompanyCode: '1010' }, {}, 'CompanyCode'],
    ['a day before the work began', { TimeSheetDate: '/Date(1735689600000)/' }, {}, 'TimeSheetDate'],
    ['no element', {}, { WBSElement: '' }, 'WBSElement'],
    ['an unknown element', {}, { WBSElement: 'NONE' }, 'WBSElement'],
    ['the project itself', {}, { WBSElement: 'PS-1' }, 'WBSElement'],
    ['a closed project', {}, { WBSElement: 'LEG-2.1' }, 'WBSElement'],
    ['an unknown activity', {}, { ActivityType: 'T999' }, 'ActivityType'],
    ['no hours', {}, { RecordedHours: '0' }, 'RecordedHours'],
    ['more than a day', {}, { RecordedHours: '24.01' }, 'RecordedHours'],
    ['another unit', {}, { HoursUnitOfMeasure: 'MIN' }, 'HoursUnitOfMeasure'],
    ['an operation of no kind', { TimeSheetOperation: 'X' }, {}, 'TimeSheetOperation'],
    ['a record that is not there', { TimeSheetOperation: 'U', TimeSheetRecord: '000000009999' }, {}, 'TimeSheetRecord'],
  ])('%s is refused, and nothing is saved', async (_case, more, data, target) => {
    const reply = await post(more, data);
    expect([reply.status, (await targets(reply))[0]]).toEqual([400, target]);
    expect(await all()).toEqual([]);
  });

  test('hours are text of two places: a number and a third place are refused, so 20 minutes do not fit', async () => {
    for (const RecordedHours of [7.5, '7.333', '7,5', 'seven'])
      expect((await post({}, { RecordedHours })).status).toBe(400);
    expect((await post({}, { RecordedHours: '7.33', RecordedQuantity: '7.333' })).status).toBe(201);
  });

  test('nobody records more than 24 hours on a day', async () => {
    await post({}, { RecordedHours: '20.00' });
    expect((await post({}, { RecordedHours: '4.25' })).status).toBe(400);
    expect((await post({}, { RecordedHours: '4.00' })).status).toBe(201);
  });

  test('a project takes time from its release on, unless it is blocked for it', async () => {
    await system.create(`${projects}/A_EnterpriseProject(guid'${project}')/to_EnterpriseProjectElement`, {
      ProjectElement: 'PS-1.2',
      ProjectElementDescription: 'Not released',
    });
    expect((await post({}, { WBSElement: 'PS-1.2' })).status).toBe(400);
    const blocks = `${projects}/A_EnterpriseProjBlkFunc(guid'${project}')`;
    expect((await system.call('PATCH', blocks, { EntProjTimeRecgIsBlkd: true })).status).toBe(204);
    expect((await post()).status).toBe(400);
    await system.call('PATCH', blocks, { EntProjTimeRecgIsBlkd: false });
    expect((await post()).status).toBe(201);
    await setStatus(system, project, '20');
    expect((await post()).status).toBe(400);
  });

  test('nothing is recorded, changed or deleted in a month finance has locked', async () => {
    const { TimeSheetRecord } = await system.create(timeSheets, entry());
    system.act('lockPeriod', { month: '2026-10' });
    for (const TimeSheetOperation of ['C', 'U', 'D'])
      expect((await post({ TimeSheetOperation, TimeSheetRecord })).status).toBe(400);
    system.act('unlockPeriod', { month: '2026-10' });
    expect((await post()).status).toBe(201);
  });
});
