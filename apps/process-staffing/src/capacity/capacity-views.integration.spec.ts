import { Failure } from '#kernel';
import { CapacityBench } from './capacity.fixture.js';
import { assignment } from './firm.fixture.js';

let bench: CapacityBench;

beforeAll(async () => {
  bench = await CapacityBench.open();
});
beforeEach(() => bench.clear());
afterAll(() => bench.close());

/** 26 October 2026 is a Monday. */
const monday = '2026-10-26 480';

async function carry(...leave: Parameters<CapacityBench['leave']>): Promise<void> {
  await bench.tell(bench.leave(...leave));
  await bench.work();
}

describe('capacity as it is shown', () => {
  it('has utilisation and revenue before and after leave, each currency by itself', async () => {
    bench.planning.assignments = [
      assignment('A-1', { minutes: 1200 }),
      assignment('A-2', { minutes: 1200, project: 'P-2' }),
      assignment('A-3', { minutes: 0, project: null }),
    ];
    await carry([monday]);
    const { items, nextCursor } = await bench.views.list({ from: '2026-10-28', to: '2026-10-28', worker: '107' });
    expect(nextCursor).toBeNull();
    // 1,920 minutes are left for 2,400: 480 of the second find no place, at 99.99 an hour.
    expect(items).toEqual([
      {
        workerNumber: '107',
        legalEntity: 'MER-US',
        weeks: [
          {
            week: '2026-10-26',
            workingMinutes: 2400,
            holidayMinutes: 0,
            leaveMinutes: 480,
            capacityMinutes: 1920,
            plannedMinutes: 2400,
            atRiskMinutes: 480,
            utilisationBefore: '100.0',
            utilisationAfter: '100.0',
            revenueBefore: [
              { amount: '1999.80', currency: 'EUR' },
              { amount: '3600.00', currency: 'USD' },
            ],
            revenueAfter: [
              { amount: '1199.88', currency: 'EUR' },
              { amount: '3600.00', currency: 'USD' },
            ],
          },
        ],
      },
    ]);
  });

  it('prices each day of a week at its own rate', async () => {
    bench.planning.assignments = [assignment('A-1', { project: 'P-3' })];
    await carry([monday]);
    const { items } = await bench.views.list({ from: '2026-10-28', to: '2026-10-28', worker: '107' });
    // 8 h at 180.00 and 32 h at 240.00; of the 480 minutes at risk a fifth at 180.00.
    expect(items[0]!.weeks[0]).toMatchObject({
      revenueBefore: [{ amount: '9120.00', currency: 'USD' }],
      revenueAfter: [{ amount: '7296.00', currency: 'USD' }],
    });
    expect((await bench.views.atRisk({})).items[0]!.moneyAtRisk).toEqual({ amount: '1824.00', currency: 'USD' });
  });

  it('comes in pages of workers', async () => {
    await carry([monday]);
    await carry([monday], { id: '2', workerId: '8' });
    const first = await bench.views.list({ from: '2026-10-26', to: '2026-10-26', limit: 1 });
    const second = await bench.views.list({
      from: '2026-10-26',
      to: '2026-10-26',
      limit: 1,
      cursor: first.nextCursor!,
    });
    expect([...first.items, ...second.items].map(({ workerNumber }) => workerNumber)).toEqual(['107', '108']);
    expect(second.nextCursor).toBeNull();
  });

  it.each([
    ['2026-10-26', '2026-10-25', ['to must not be before 2026-10-26']],
    ['2026-02-30', '2026-13-01', ['from "2026-02-30" is no day', 'to "2026-13-01" is no day']],
    ['2026-01-01', '2027-01-03', ['to must be within 366 days of 2026-01-01']],
  ])('is refused from %s to %s, with every reason', async (from, to, reasons) => {
    const failure = await bench.views.list({ from, to }).catch((error: unknown) => Failure.from(error));
    const said = (failure as Failure).detail.fields!.map(({ field, message }) => `${field} ${message}`);
    expect(said).toEqual(reasons.map((reason) => expect.stringContaining(reason) as string));
  });
});
