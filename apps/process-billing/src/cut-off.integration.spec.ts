import { rows } from '#platform';
import { BillingBench } from './billing.fixture.js';
import { CutOffSettlement } from './cut-off-watch.js';

let bench: BillingBench;
beforeAll(async () => {
  bench = await BillingBench.open();
});
afterAll(() => bench.close());
beforeEach(async () => {
  await bench.clear();
  // Time worked in October is billed in October if it is approved by 3 November, 18:00 in New York, which is 23:00 UTC.
  bench.window = { timeZone: 'America/New_York', cutOff: 'day 3 18:00' };
});

const approve = (id: string, at: string, changes = {}): Promise<string> =>
  bench.tell(bench.entry(id, { date: '2026-10-15', modifiedAt: at, ...changes }));

const days = (): string[] => bench.books.charged.map(({ reference, date }) => `${reference} ${date}`);

describe('a billing cut-off (H18)', () => {
  it('lets what was approved by then be charged and invoiced in the month it was worked in', async () => {
    await approve('1', '2026-11-03T23:00:00Z');
    await bench.bill();
    expect(days()).toEqual(['TE-kantata-1 2026-10-15']);
    expect(bench.books.bills.map(({ state }) => state.date)).toEqual(['2026-10-15']);
  });

  it('moves what was approved later into the next cycle, on the day of its approval, and its invoice with it', async () => {
    await approve('1', '2026-11-03T23:00:01Z');
    await approve('2', '2026-11-17T12:00:00Z');
    await bench.bill();
    expect(days()).toEqual(['TE-kantata-1 2026-11-03', 'TE-kantata-2 2026-11-17']);
    expect(bench.books.bills.map(({ state }) => state.date)).toEqual(['2026-11-17']);
  });

  it('posts what was approved after a cut-off on the last day on the first of the next month', async () => {
    bench.window.cutOff = 'last day 18:00';
    await approve('1', '2026-10-31T23:30:00Z');
    await bench.bill();
    expect(days()).toEqual(['TE-kantata-1 2026-11-01']);
  });

  it('moves nothing where none is set', async () => {
    bench.window = {};
    await approve('1', '2027-02-01T12:00:00Z');
    await bench.bill();
    expect(days()).toEqual(['TE-kantata-1 2026-10-15']);
  });
});

interface Warning {
  id: string;
  record: string;
  message: string;
  owner: string;
  due: string;
  atRisk: string | null;
}

const warnings = (): Promise<Warning[]> =>
  rows(
    bench.database,
    `select id, record, message, owner, to_char(due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI') as due,
            business #>> '{moneyAtRisk,amount}' as "atRisk"
       from exception where code = 'approved-not-posted' and state = 'open' order by (business #>> '{moneyAtRisk,amount}')::numeric desc`,
  );

const dayBefore = '2026-11-02T23:00:00Z';

describe('time that is approved and not posted before a cut-off (K14)', () => {
  it('is an exception a project, with its money, its cycle and the cut-off as its date', async () => {
    await approve('1', '2026-11-02T12:00:00Z');
    await approve('2', '2026-11-02T12:00:00Z');
    await approve('3', '2026-11-02T12:00:00Z', { date: '2026-11-01' });
    await bench.check();
    await bench.lookAtCutOff(dayBefore);
    expect(await warnings()).toEqual([
      {
        id: expect.any(String),
        record: 'MER-US 2026-10 P-1',
        message:
          '2 approved entries of P-1 (120 min) are not in the ERP; the cut-off of 2026-10 in MER-US is 2026-11-03T23:00Z',
        owner: 'finance-operations',
        due: '2026-11-03T23:00',
        atRisk: '120.00',
      },
    ]);
  });

  it('is told of once, brought up to date, and settles itself when it is posted', async () => {
    await approve('1', '2026-11-02T12:00:00Z');
    await bench.check();
    await bench.lookAtCutOff(dayBefore);
    const [first] = await warnings();
    await bench.lookAtCutOff(dayBefore);
    await approve('2', '2026-11-02T13:00:00Z');
    await bench.check();
    await bench.lookAtCutOff(dayBefore);
    expect(await warnings()).toMatchObject([{ id: first!.id, atRisk: '120.00' }]);
    await bench.bill();
    await bench.lookAtCutOff(dayBefore);
    expect(await warnings()).toEqual([]);
  });

  it('is not told of long before, nor after a person has said to leave it', async () => {
    await approve('1', '2026-10-20T12:00:00Z');
    await bench.check();
    await bench.lookAtCutOff('2026-11-01T22:00:00Z');
    expect(await warnings()).toEqual([]);
    await bench.lookAtCutOff(dayBefore);
    const [warning] = await warnings();
    await bench.database.transaction(async (manager) => {
      const exception = await bench.exceptions.find(warning!.id, manager);
      const settlement = new CutOffSettlement();
      expect(() => settlement.settle(manager, exception, { action: 'retry', reason: 'why not' })).toThrow(
        'cannot be settled by "retry"',
      );
      await settlement.settle(manager, exception, { action: 'skip', reason: 'known' });
      await bench.exceptions.settle(manager, exception, 'somebody', { action: 'skip', reason: 'known' });
    });
    await bench.lookAtCutOff(dayBefore);
    expect(await warnings()).toEqual([]);
  });
});
