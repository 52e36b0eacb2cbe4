import { Failure } from '#kernel';
import { checkedChanges, formOf } from './corrections.js';

function problems(corrects: string, changes: Record<string, unknown>): string[] {
  try {
    checkedChanges(corrects, changes);
    return [];
  } catch (error) {
    return Failure.from(error).detail.fields!.map(({ field, message }) => `${field} ${message}`);
  }
}

describe('a correction', () => {
  it('is refused with everything that is wrong with it, field by field', () => {
    const changes = {
      hourlyRate: { amount: '-1', currency: 'USD' },
      date: '2026-02-30',
      minutes: 1.5,
      roleName: ' ',
      salary: '1',
    };
    expect(problems('entry', changes)).toEqual([
      'hourlyRate must be an amount such as 180.00 and a currency such as USD',
      'date must be a date such as 2026-10-31',
      'minutes must be a whole number of minutes above 0',
      'roleName must be a text',
      'salary cannot be corrected: use project, roleName, workerNumber, date, minutes, hourlyRate',
    ]);
    expect(problems('billed days', { decision: 'maybe' })).toEqual(['decision must be leave or rebill']);
    expect(problems('loose ends', { settled: 'yes' })).toEqual(['settled must be true or false']);
    expect(problems('entry', {})).toEqual(['changes is empty']);
  });

  it.each([
    { amount: '180', currency: 'usd' },
    { amount: '180,00', currency: 'USD' },
    { amount: 180, currency: 'USD' },
    { amount: '1e3', currency: 'USD' },
    '180.00 USD',
    null,
  ])('of a rate is no %j', (hourlyRate) => {
    expect(problems('entry', { hourlyRate })).toHaveLength(1);
  });

  it('from a command line, which knows texts only, is read as what it means', () => {
    expect(checkedChanges('entry', { minutes: '90', workerNumber: 1005 })).toEqual({
      minutes: 90,
      workerNumber: '1005',
    });
    expect(checkedChanges('done by hand', { psa: 'true', scheduling: 'false' })).toEqual({
      psa: true,
      scheduling: false,
    });
  });

  it('may say anything of a record a run reads, but not in a wrong form, and may clear a field', () => {
    const changes = { account: { name: 'Ardent' }, endDate: null, startDate: '2026-10-01' };
    expect(checkedChanges('deal', changes)).toEqual(changes);
    expect(problems('deal', { startDate: 'soon' })).toEqual(['startDate must be a date such as 2026-10-31']);
    expect(checkedChanges('an order', { rate: '99.17' })).toEqual({ rate: '99.17' });
  });
});

describe('the form of a correction', () => {
  it('has what is wrong first, in the words of the exception, and says what a right value looks like', () => {
    const [first, ...others] = formOf('entry', [{ field: 'hourlyRate', message: 'has rate 195.00 USD' }]);
    expect(first).toEqual({
      field: 'hourlyRate',
      label: 'Hourly rate',
      kind: 'money',
      choices: [],
      wrong: 'has rate 195.00 USD',
    });
    expect(others.map(({ label, kind }) => `${label}: ${kind}`)).toEqual([
      'Project: text',
      'Role: text',
      'Worker number: text',
      'Date: date',
      'Minutes: minutes',
    ]);
  });

  it('knows a field of a row in a file, and offers what there is to choose from', () => {
    const person = formOf('person', [{ field: 'row 7: costCentre', message: 'is missing' }]);
    expect(person[0]).toMatchObject({ field: 'costCentre', wrong: 'is missing' });
    expect(formOf('billed days', [])).toMatchObject([{ kind: 'choice', choices: ['leave', 'rebill'] }]);
  });

  it('is empty where nothing can be corrected here', () => {
    expect(formOf(null, [{ field: 'x', message: 'is wrong' }])).toEqual([]);
    expect(formOf('managers', [])).toEqual([]);
  });
});
