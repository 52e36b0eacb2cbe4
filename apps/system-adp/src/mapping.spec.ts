import type { payroll } from '#contracts';
import { byFileNumber, fileNumberOf, hoursOf, jobIdOf, toEvent, toPayee } from './mapping.js';

const codes = { regular: 'R', overtime: 'O', leave: 'T' };

const line = (reference: string, changes: Partial<payroll.PayLine> = {}): payroll.PayLine => ({
  reference,
  workerNumber: '1042',
  earning: 'regular',
  date: '2026-10-05',
  minutes: 480,
  costCentre: 'US-STR',
  ...changes,
});

describe('pay data', () => {
  it.each([
    ['1042', '001042'],
    ['7', '000007'],
    ['123456', '123456'],
    ['1234567', null],
    ['E-17', null],
    ['', null],
  ])('of worker %s is kept under file number %s', (worker, file) => {
    expect(fileNumberOf(worker)).toBe(file);
  });

  it.each([
    [0, 0],
    [480, 8],
    // A third and two thirds of an hour.
    [20, 0.33],
    [40, 0.67],
    // 0.025 of an hour and more.
    [2, 0.03],
    [-20, -0.33],
    [-480, -8],
  ])('states %d minutes as %d hours', (minutes, hours) => {
    expect(hoursOf(minutes)).toBe(hours);
  });

  it('is one record for each person, whose minutes are summed by earning before they are rounded', () => {
    const lines = [
      line('a', { minutes: 20 }),
      line('b', { minutes: 20, workerNumber: '1043' }),
      line('c', { minutes: 20, date: '2026-10-06' }),
      line('d', { minutes: 20, date: '2026-10-07' }),
      line('e', { minutes: 240, earning: 'leave' }),
    ];
    const grouped = byFileNumber(lines);
    expect([...grouped.keys()]).toEqual(['001042', '001043']);
    expect(toPayee({ associateOID: 'G3ABC', fileNumber: '001042' }, grouped.get('001042')!, codes)).toEqual({
      associateOID: 'G3ABC',
      payNumber: '1',
      payrollProfilePayInputs: [
        {
          payrollFileNumber: '001042',
          payInputs: [
            {
              _modificationTypeCode: 'Add',
              earningInputs: [
                { earningCode: { codeValue: 'R' }, numberOfHours: 1 },
                { earningCode: { codeValue: 'T' }, numberOfHours: 4 },
              ],
            },
          ],
        },
      ],
    });
  });

  it('names company and batch in the context of the event', () => {
    expect(toEvent({ company: 'MUS', jobId: 'TL_20261015_0a1b2c3d', payees: [] })).toEqual({
      events: [
        {
          data: {
            eventContext: {
              payrollGroupCode: { codeValue: 'MUS' },
              payrollProcessingJobID: 'TL_20261015_0a1b2c3d',
            },
            transform: { payDataInput: { payeePayInputs: [] } },
          },
        },
      ],
    });
    expect(jobIdOf('2026-10-15', '0a1b2c3d-0000-5000-8000-000000000000')).toBe('TL_20261015_0a1b2c3d');
  });
});
