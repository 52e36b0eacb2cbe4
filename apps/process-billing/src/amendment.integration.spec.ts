import { BillingBench, today, usd } from './billing.fixture.js';

let bench: BillingBench;
beforeAll(async () => {
  bench = await BillingBench.open();
});
afterAll(() => bench.close());
beforeEach(() => bench.clear());

describe('an amendment after billing', () => {
  it('is a reversal and a new line, both on the next invoice', async () => {
    await bench.billed();
    expect(await bench.tell(bench.entry('1', { minutes: 75 }))).toBe('applied');
    expect(await bench.bill()).toBe('completed');
    expect(await bench.standing()).toEqual([
      'TE-kantata-1 posted 60',
      'TE-kantata-1.R posted -60',
      'TE-kantata-1.2 posted 75',
    ]);
    expect(bench.books.charged.slice(1)).toEqual([
      expect.objectContaining({
        reference: 'TE-kantata-1.2',
        minutes: 75,
        amount: usd('75.00'),
        memo: `amends TE-kantata-1 of ${today}`,
      }),
      expect.objectContaining({
        reference: 'TE-kantata-1.R',
        project: 'P-1',
        role: 'QA',
        workerNumber: '1021',
        minutes: -60,
        amount: usd('-60.00'),
        memo: `reverses TE-kantata-1 of ${today}`,
        reverses: { reference: 'TE-kantata-1', date: today },
      }),
    ]);
    expect(bench.bills()[1]).toEqual({ kind: 'invoice', lines: ['QA 75 75.00', 'QA -60 -60.00'] });
    expect(bench.books.actuals).toBe(75);
  });

  it('of an amendment goes on from the latest version', async () => {
    await bench.billed();
    for (const minutes of [75, 30, 90]) {
      await bench.tell(bench.entry('1', { minutes }));
      await bench.bill();
    }
    expect((await bench.standing()).map((line) => line.replace('TE-kantata-1', ''))).toEqual([
      ' posted 60',
      '.R posted -60',
      '.2 posted 75',
      '.2.R posted -75',
      '.3 posted 30',
      '.3.R posted -30',
      '.4 posted 90',
    ]);
    expect(bench.books.actuals).toBe(90);
  });

  it('that is amended before it is charged is charged as it is then', async () => {
    await bench.billed();
    await bench.tell(bench.entry('1', { minutes: 75 }));
    await bench.tell(bench.entry('1', { minutes: 80 }));
    await bench.bill();
    expect(bench.amounts()).toEqual(['TE-kantata-1 60.00', 'TE-kantata-1.2 80.00', 'TE-kantata-1.R -60.00']);
  });

  it('changes nothing when it comes again, or an older one comes late', async () => {
    await bench.billed();
    const [older, newer] = [bench.entry('1', { minutes: 70 }), bench.entry('1', { minutes: 75 })];
    await bench.tell(newer);
    expect([await bench.tell(newer), await bench.tell(older)]).toEqual(['superseded', 'superseded']);
    await bench.bill();
    expect([await bench.tell(newer), await bench.tell(older)]).toEqual(['superseded', 'superseded']);
    expect(await bench.standing()).toHaveLength(3);
  });

  it('in what does not decide the charge is none, and still makes older versions late', async () => {
    await bench.billed();
    const [older, newer] = [bench.entry('1', { minutes: 70 }), bench.entry('1', { notes: 'in the workshop' })];
    expect([await bench.tell(newer), await bench.tell(older)]).toEqual(['superseded', 'superseded']);
    expect(await bench.standing()).toEqual(['TE-kantata-1 posted 60']);
  });

  it.each([
    ['minutes', { minutes: 75 }],
    ['role', { roleName: 'Consultant', hourlyRate: usd('120.00') }],
    ['day', { date: '2026-10-05' }],
    ['billability', { billable: false }],
    ['project', { project: 'P-2' }],
    ['rate', { hourlyRate: usd('61.00') }],
  ])('may be in the %s', async (_what, change) => {
    await bench.billed();
    expect(await bench.tell(bench.entry('1', change))).toBe('applied');
    expect(await bench.standing()).toHaveLength(3);
  });

  it('that comes to less than was charged is a credit memo', async () => {
    await bench.billed();
    await bench.tell(bench.entry('1', { minutes: 45 }));
    await bench.bill();
    expect(bench.bills()[1]).toEqual({ kind: 'credit memo', lines: ['QA -45 -45.00', 'QA 60 60.00'] });
  });

  it('that comes to the same is an invoice of nothing', async () => {
    await bench.billed();
    await bench.tell(bench.entry('1', { roleName: 'Consultant', hourlyRate: usd('120.00'), minutes: 30 }));
    await bench.bill();
    expect(bench.bills()[1]).toEqual({ kind: 'invoice', lines: ['CONS 30 60.00', 'QA -60 -60.00'] });
  });

  it.each([
    ['not billable any more', { billable: false }, 'not-billable'],
    ['rejected', { approved: false }, 'withdrawn'],
  ])('to %s is a reversal alone', async (_what, change, state) => {
    await bench.billed();
    await bench.tell(bench.entry('1', change));
    await bench.bill();
    expect(await bench.standing()).toEqual([
      'TE-kantata-1 posted 60',
      'TE-kantata-1.R posted -60',
      `TE-kantata-1.2 ${state} 60`,
    ]);
    expect(bench.bills()[1]).toEqual({ kind: 'credit memo', lines: ['QA 60 60.00'] });
    await bench.tell(bench.entry('1', { minutes: 50 }));
    await bench.bill();
    expect(bench.bills()[2]).toEqual({ kind: 'invoice', lines: ['QA 50 50.00'] });
  });

  it('to what breaks a rule is taken back, and the new line waits for a person', async () => {
    await bench.billed();
    await bench.tell(bench.entry('1', { hourlyRate: usd('61.00') }));
    await bench.bill();
    expect(await bench.standing()).toEqual([
      'TE-kantata-1 posted 60',
      'TE-kantata-1.R posted -60',
      'TE-kantata-1.2 stopped 60',
    ]);
    const owner = 'finance-operations';
    expect(await bench.openExceptions()).toEqual([
      { subject: 'TE-kantata-1.2', code: 'rate-mismatch', system: null, owner },
    ]);
  });

  it('keeps what a person corrected, where the PSA still says what was corrected', async () => {
    await bench.tell(bench.entry('1', { hourlyRate: usd('61.00') }));
    await bench.bill();
    await bench.database.transaction((manager) =>
      bench.lines.correct(manager, 'TE-kantata-1', { hourlyRate: usd('60.00') }),
    );
    await bench.bill();
    await bench.tell(bench.entry('1', { hourlyRate: usd('61.00'), minutes: 75 }));
    await bench.bill();
    expect(bench.amounts()).toEqual(['TE-kantata-1 60.00', 'TE-kantata-1.2 75.00', 'TE-kantata-1.R -60.00']);
    expect(await bench.tell(bench.entry('1', { minutes: 75 }))).toBe('superseded');
  });

  it('in a later month is posted on the day it is made, and names the original', async () => {
    await bench.tell(bench.entry('1', { date: '2026-01-15' }));
    await bench.bill();
    await bench.tell(bench.entry('1', { date: '2026-01-15', minutes: 75, notes: 'a workshop' }));
    await bench.bill();
    expect(bench.books.charged.map(({ date, memo, reverses }) => ({ date, memo, reverses }))).toEqual([
      { date: '2026-01-15', memo: null, reverses: undefined },
      { date: today, memo: 'amends TE-kantata-1 of 2026-01-15: a workshop', reverses: undefined },
      {
        date: today,
        memo: 'reverses TE-kantata-1 of 2026-01-15',
        reverses: { reference: 'TE-kantata-1', date: '2026-01-15' },
      },
    ]);
  });
});

describe('amendments at the same time', () => {
  it('end with the newest, and each version at most once', async () => {
    await bench.billed();
    const versions = [70, 75, 80, 85].map((minutes) => bench.entry('1', { minutes }));
    await Promise.all(versions.toReversed().map((version) => bench.tell(version)));
    await bench.bill();
    expect([bench.books.actuals, bench.billedTotal()]).toEqual([85, '85.00']);
    expect(await bench.standing()).toHaveLength(3);
  });
});

describe('time rejected before it is charged', () => {
  it('is not charged, also where the rejection comes first', async () => {
    await bench.tell(bench.entry('1'));
    await bench.tell(bench.entry('1', { approved: false }));
    const approved = bench.entry('2');
    await bench.tell(bench.entry('2', { approved: false }));
    expect(await bench.tell(approved)).toBe('superseded');
    await bench.bill();
    expect([bench.amounts(), await bench.standing()]).toEqual([
      [],
      ['TE-kantata-1 withdrawn 60', 'TE-kantata-2 withdrawn 60'],
    ]);
  });
});
