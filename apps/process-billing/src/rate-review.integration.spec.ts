import { BillingBench, today, usd } from './billing.fixture.js';
import { changeRate } from './rate-review.fixture.js';

let bench: BillingBench;
beforeAll(async () => {
  bench = await BillingBench.open();
});
afterAll(() => bench.close());
beforeEach(() => bench.clear());

describe('a change of rates (E14, K8)', () => {
  it('has what is not charged yet charged at the rate of its day', async () => {
    await bench.tell(bench.entry('1'));
    await bench.check();
    const review = await changeRate(bench, '66.00', today);
    await review.work();
    expect(await review.work()).toBe('completed');
    await bench.bill();
    expect([bench.amounts(), await review.raised()]).toEqual([['TE-kantata-1 66.00'], []]);
  });

  it('leaves days before it as they are', async () => {
    await bench.billed();
    const review = await changeRate(bench, '66.00', '2999-01-01');
    await review.work();
    expect([await review.work(), await review.raised()]).toEqual(['completed', []]);
  });

  it('for days that are billed is one exception with amounts, and rebills nothing by itself', async () => {
    await bench.tell(bench.entry('2', { minutes: 30 }));
    await bench.billed();
    const review = await changeRate(bench, '66.00', today);
    await review.work();
    expect(await review.work()).toBe('parked');
    expect(await review.raised()).toEqual([
      {
        code: 'billed-at-old-rate',
        owner: 'finance-operations',
        message: `2 entries of P-1, worked ${today} to ${today}, are billed with 90.00 USD; at the rates agreed now they come to 99.00 USD`,
        risk: usd('9.00'),
      },
    ]);
    await bench.bill();
    expect(bench.billedTotal()).toBe('90.00');
  });

  it('is left as it is billed, or taken back and charged anew, as a person decides', async () => {
    await bench.billed();
    const first = await changeRate(bench, '66.00', today);
    await first.work();
    await first.work();
    await expect(first.settle('perhaps')).rejects.toThrow('the correction cannot be applied');
    await first.settle('leave');
    expect(await first.work()).toBe('completed');
    await bench.bill();
    expect(bench.billedTotal()).toBe('60.00');

    const second = await changeRate(bench, '72.00', today);
    await second.work();
    await second.work();
    await second.settle('rebill');
    expect(await second.work()).toBe('completed');
    await bench.bill();
    expect(bench.amounts()).toEqual(['TE-kantata-1 60.00', 'TE-kantata-1.2 72.00', 'TE-kantata-1.R -60.00']);
    expect(bench.billedTotal()).toBe('72.00');
  });
});
