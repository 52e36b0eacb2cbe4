import { at, flags, openTenant, person, type Tenant, textAt, workerReference } from './tenant.fixture.js';
import { childrenOf } from './xml.js';

/** Who was changed by what somebody entered, or became effective, between two moments. */
function changes(range: { updatedFrom?: string; updatedThrough?: string; from?: string; through?: string }): string {
  const part = (name: string, value?: string): string => (value ? `<bsvc:${name}>${value}</bsvc:${name}>` : '');
  return (
    '<bsvc:Transaction_Log_Criteria_Data><bsvc:Transaction_Date_Range_Data>' +
    part('Updated_From', range.updatedFrom) +
    part('Updated_Through', range.updatedThrough) +
    part('Effective_From', range.from) +
    part('Effective_Through', range.through) +
    '</bsvc:Transaction_Date_Range_Data></bsvc:Transaction_Log_Criteria_Data>'
  );
}

const criteria = (...blocks: string[]): string => `<bsvc:Request_Criteria>${blocks.join('')}</bsvc:Request_Criteria>`;

const asOf = (date: string): string =>
  `<bsvc:Response_Filter><bsvc:As_Of_Effective_Date>${date}</bsvc:As_Of_Effective_Date></bsvc:Response_Filter>`;

const asKnown = (moment: string): string =>
  `<bsvc:Response_Filter><bsvc:As_Of_Entry_DateTime>${moment}</bsvc:As_Of_Entry_DateTime></bsvc:Response_Filter>`;

describe('what is good from a day on', () => {
  let tenant: Tenant;
  beforeEach(async () => {
    tenant = await openTenant();
  });
  afterEach(() => tenant.hosted.close());

  const ada = person('9', 'Ada', 'Rowe', { hireDate: '2026-10-15' });
  const titleOf = async (filter = '') =>
    textAt(
      await tenant.worker('3', '', filter),
      ...'Worker_Data Employment_Data Worker_Job_Data Position_Data Business_Title'.split(' '),
    );
  const status = async (number: string, filter = '') => {
    const worker = await tenant.worker(number, '', filter);
    return Object.fromEntries(
      at(worker, 'Worker_Data', 'Employment_Data', 'Worker_Status_Data')!.children.map(({ name, text }) => [
        name,
        text,
      ]),
    );
  };

  test('a future hire is not there, unless the question is about her day or a later one', async () => {
    tenant.act('hire', { worker: ada });
    expect(await tenant.found()).not.toContain('9');
    expect(await tenant.found(`<bsvc:Request_References>${workerReference('9')}</bsvc:Request_References>`)).toEqual(
      [],
    );
    expect(await tenant.found(asOf('2026-10-14'))).not.toContain('9');
    expect(await tenant.found(asOf('2026-10-15'))).toContain('9');
    tenant.at('2026-10-15T12:00:00Z');
    expect(await tenant.found()).toContain('9');
  });

  test('a new day begins with the tenant’s midnight, hours after Europe’s', async () => {
    tenant.act('hire', { worker: ada });
    tenant.at('2026-10-15T06:59:59Z');
    expect(await tenant.found()).not.toContain('9');
    tenant.at('2026-10-15T07:00:00Z');
    expect(await tenant.found()).toContain('9');
  });

  test('a change to come does not show before its day', async () => {
    tenant.act('editEmployee', { number: '3', fields: { jobTitle: 'Principal' }, effectiveDate: '2026-11-01' });
    expect(await titleOf()).toBe('Consultant');
    expect(await titleOf(asOf('2026-11-01-07:00'))).toBe('Principal');
  });

  test('a change entered late is good from its past day on, but only for who asks after it was entered', async () => {
    tenant.at('2026-10-02T13:00:00Z');
    tenant.act('editEmployee', { number: '3', fields: { jobTitle: 'Principal' }, effectiveDate: '2026-09-01' });
    expect(await titleOf(asOf('2026-09-01'))).toBe('Principal');
    expect(await titleOf(asOf('2026-08-31'))).toBe('Consultant');
    expect(await titleOf(asKnown('2026-10-02T05:59:59.999-07:00'))).toBe('Consultant');
    expect(await titleOf(asKnown('2026-10-02T06:00:00.000'))).toBe('Principal');
  });

  test('a termination to come is not told; on its day they are still there; then they are not', async () => {
    tenant.act('terminateEmployee', { number: '3', date: '2026-10-31' });
    expect(await status('3')).toMatchObject({ Active: '1', Terminated: '0' });
    expect(await status('3')).not.toHaveProperty('Termination_Date');
    tenant.at('2026-10-31T19:00:00Z');
    expect(await status('3')).toMatchObject({ Active: '1', Terminated: '0', Termination_Date: '2026-10-31-07:00' });
    tenant.at('2026-11-01T19:00:00Z');
    expect(await status('3')).toMatchObject({ Active: '0', Terminated: '1', Termination_Date: '2026-10-31-07:00' });
  });

  test('somebody who comes back has two first days and is the same worker', async () => {
    tenant.act('terminateEmployee', { number: '3', date: '2026-09-15' });
    const { id } = tenant.act('hire', { worker: person('3', 'Dora', 'Lind', { hireDate: '2026-10-01' }) });
    expect(await status('3')).toMatchObject({
      Active: '1',
      Hire_Date: '2026-10-01-07:00',
      Original_Hire_Date: '2024-07-15-07:00',
      Rehire: '1',
    });
    const reference = at(await tenant.worker('3'), 'Worker_Reference', 'ID');
    expect(reference!.text).toBe(id);
  });

  test('a hire taken back leaves somebody who was never active, and is marked in the log', async () => {
    tenant.act('hire', { worker: ada });
    tenant.act('rescindHire', { number: '9' });
    tenant.at('2026-10-15T12:00:00Z');
    expect(await status('9')).toMatchObject({ Active: '0', Terminated: '0', Hire_Rescinded: '1' });
    const log = at(
      await tenant.worker('9', flags('Include_Transaction_Log_Data')),
      'Worker_Data',
      'Transaction_Log_Entry_Data',
    );
    const marks = log!.children.map((entry) => textAt(entry, 'Transaction_Log_Data', 'Is_Rescind_Or_Rescinded'));
    expect(marks).toEqual(['1', '1']);
  });

  test('a termination taken back never was', async () => {
    tenant.act('terminateEmployee', { number: '3', date: '2026-09-15' });
    expect(await status('3')).toMatchObject({ Active: '0' });
    tenant.act('rescindTermination', { number: '3' });
    expect(await status('3')).toMatchObject({ Active: '1', Terminated: '0' });
    expect(await status('3')).not.toHaveProperty('Termination_Date');
  });

  test('nobody leaves twice', () => {
    tenant.act('terminateEmployee', { number: '3', date: '2026-10-31' });
    expect(() => tenant.act('terminateEmployee', { number: '3', date: '2026-10-15' })).toThrow(
      'worker 3 is leaving on 2026-10-31 already',
    );
  });

  test('a hire that was put right and then taken back is taken back', async () => {
    tenant.act('hire', { worker: { ...ada, hireDate: '2026-09-01' } });
    tenant.act('correctLast', { number: '9', kind: 'hire', effectiveDate: '2026-09-15' });
    expect(await status('9')).toMatchObject({ Active: '1', Hire_Rescinded: '0' });
    tenant.act('rescindHire', { number: '9' });
    expect(await status('9')).toMatchObject({ Active: '0', Hire_Rescinded: '1', Hire_Date: '2026-09-15-07:00' });
  });

  test('a correction takes the place of what it corrects, on another day if need be', async () => {
    tenant.act('hire', { worker: { ...ada, hireDate: '2026-10-01' } });
    tenant.at('2026-10-01T14:00:00Z');
    tenant.act('correctLast', { number: '9', kind: 'hire', effectiveDate: '2026-10-05', fields: { grade: 'Partner' } });
    expect(await tenant.found()).not.toContain('9');
    expect(await tenant.found(asKnown('2026-10-01T13:30:00Z'))).toContain('9');
    expect(await status('9', asOf('2026-10-05'))).toMatchObject({ Hire_Date: '2026-10-05-07:00' });
    const worker = await tenant.worker('9', flags('Include_Transaction_Log_Data'), asOf('2026-10-05'));
    const entries = childrenOf(at(worker, 'Worker_Data', 'Transaction_Log_Entry_Data'), 'Transaction_Log_Entry').map(
      (entry) => at(entry, 'Transaction_Log_Data'),
    );
    expect(
      entries.map((entry) => [
        textAt(entry, 'Transaction_Effective_Moment'),
        textAt(entry, 'Transaction_Entry_Moment'),
        textAt(entry, 'Is_Correction_Or_Corrected'),
      ]),
    ).toEqual([
      ['2026-10-01T00:00:00.000-07:00', '2026-10-01T06:00:00.000-07:00', '1'],
      ['2026-10-05T00:00:00.000-07:00', '2026-10-01T07:00:00.000-07:00', '1'],
    ]);
  });

  describe('who changed', () => {
    const lastRun = '2026-10-01T06:00:00.000-07:00';

    test('the log says who, not what: the worker comes as they are now', async () => {
      tenant.at('2026-10-02T13:00:00Z');
      tenant.act('editEmployee', { number: '3', fields: { jobTitle: 'Principal' } });
      tenant.act('editEmployee', { number: '3', fields: { jobTitle: 'Partner' } });
      expect(await tenant.found(criteria(changes({ updatedFrom: lastRun })))).toEqual(['3']);
      expect(await titleOf(criteria(changes({ updatedFrom: lastRun })))).toBe('Partner');
      expect(await tenant.found(criteria(changes({ updatedFrom: '2026-10-03T00:00:00' })))).toEqual([]);
    });

    test('who asks only for what was entered misses what became effective since', async () => {
      tenant.act('hire', { worker: ada });
      tenant.at('2026-10-14T13:00:00Z');
      const entered = changes({
        updatedFrom: '2026-10-14T06:00:00-07:00',
        updatedThrough: '2026-10-16T06:00:00-07:00',
      });
      const effective = changes({
        updatedFrom: '1970-01-01T00:00:00',
        updatedThrough: '2026-10-16T06:00:00-07:00',
        from: '2026-10-14T06:00:00-07:00',
        through: '2026-10-16T06:00:00-07:00',
      });
      tenant.at('2026-10-16T13:00:00Z');
      expect(await tenant.found(criteria(entered))).toEqual([]);
      expect(await tenant.found(criteria(entered, effective))).toEqual(['9']);
    });

    test('a future hire is in the log and not in the reply', async () => {
      tenant.at('2026-10-02T13:00:00Z');
      tenant.act('hire', { worker: ada });
      expect(await tenant.found(criteria(changes({ updatedFrom: lastRun })))).toEqual([]);
    });

    test('what is entered after the moment of the question does not count', async () => {
      tenant.at('2026-10-02T13:00:00Z');
      tenant.act('editEmployee', { number: '3', fields: { jobTitle: 'Principal' } });
      const since = criteria(changes({ updatedFrom: '2026-10-01T06:00:00-07:00' }));
      expect(await tenant.found(since + asKnown('2026-10-02T05:00:00-07:00'))).toEqual([]);
    });

    test('only by the processes asked for', async () => {
      tenant.at('2026-10-02T13:00:00Z');
      tenant.act('editEmployee', { number: '2', fields: { costCentre: 'CC-2' } });
      tenant.act('editEmployee', { number: '3', fields: { jobTitle: 'Principal' } });
      const of = (process: string): string =>
        changes({ updatedFrom: lastRun }).replace(
          '</bsvc:Transaction_Log_Criteria_Data>',
          '<bsvc:Transaction_Type_References><bsvc:Transaction_Type_Reference>' +
            `<bsvc:ID bsvc:type="Business_Process_Type">${process}</bsvc:ID>` +
            '</bsvc:Transaction_Type_Reference></bsvc:Transaction_Type_References></bsvc:Transaction_Log_Criteria_Data>',
        );
      expect(await tenant.found(criteria(of('Change Job')))).toEqual(['3']);
      await expect(tenant.found(criteria(of('Change Hat')))).rejects.toThrow(
        "'Change Hat' is not a valid ID value for type = 'Business_Process_Type'",
      );
    });
  });

  test('people operations cannot do what makes no sense', () => {
    const attempts: [string, object, string][] = [
      ['hire', { worker: person('3', 'Dora', 'Lind') }, 'there already is a worker 3'],
      ['hire', { worker: person('9', 'Ada', 'Rowe', { costCentre: 'CC-9' }) }, 'there is no Cost Center "CC-9"'],
      ['editEmployee', { number: '99', fields: {} }, 'there is no worker 99'],
      ['editEmployee', { number: '3', fields: { shoeSize: '38' } }, 'cannot be edited: shoeSize'],
      ['terminateEmployee', { number: '3', date: '2019-01-01' }, 'worker 3 is not employed on 2019-01-01'],
      ['terminateEmployee', { number: '3', date: '31.10.2026' }, '"31.10.2026" is not a date'],
      ['hire', { worker: person('9', 'Ada', 'Rowe', { hireDate: 'soon' }) }, '"soon" is not a date'],
      ['rescindTermination', { number: '3' }, 'nothing of the kind "terminate" stands of this worker'],
    ];
    for (const [action, input, why] of attempts) expect(() => tenant.act(action, input)).toThrow(why);
    expect(tenant.journal.entries).toEqual([]);
  });

  test('what people do stands in the ledger without pay', async () => {
    tenant.act('hire', { worker: ada });
    tenant.act('editEmployee', { number: '3', fields: { pay: '120000.00 USD' } });
    await tenant.hosted.world.store.settled();
    expect(tenant.journal.entries.map(({ operation, by }) => [operation, by])).toEqual([
      ['Hire Employee', 'person'],
      ['Edit', 'person'],
    ]);
    expect(JSON.stringify(tenant.journal.entries)).not.toMatch(/104000|120000/);
  });
});
