import { today, usd } from '../billing.fixture.js';
import { IntercompanyBench } from './intercompany.fixture.js';
import { IntercompanyViews } from './intercompany-views.js';

let bench: IntercompanyBench;
beforeAll(async () => {
  bench = await IntercompanyBench.open();
});
afterAll(() => bench.billing.close());

const approve = (id: string, minutes: number): Promise<string> =>
  bench.billing.tell(bench.billing.entry(id, { minutes }));

describe('charges between legal entities', () => {
  const views = (): IntercompanyViews => new IntercompanyViews(bench.billing.database);

  beforeEach(async () => {
    await bench.clear();
    await approve('1', 75);
    await bench.billAndCharge();
    bench.billing.intercompany = [];
    await approve('2', 30);
    await bench.billAndCharge();
  });

  it('are listed with their price and their bill, page after page', async () => {
    const first = await views().charges({ limit: 1 });
    expect(first.items).toMatchObject([
      {
        line: 'TE-kantata-1',
        employing: 'MER-DE',
        contracting: 'MER-US',
        project: 'IC-DE-US',
        minutes: 75,
        date: today,
        hourlyRate: usd('48.00'),
        amount: usd('60.00'),
        state: 'charged',
        invoice: expect.any(String) as string,
      },
    ]);
    const { items, nextCursor } = await views().charges({ limit: 1, cursor: first.nextCursor! });
    expect(items).toMatchObject([{ line: 'TE-kantata-2', state: 'stopped', hourlyRate: null, amount: null }]);
    expect(nextCursor).toBeNull();
  });

  it.each([
    [{ state: 'charged' as const }, ['TE-kantata-1']],
    [{ employing: 'MER-DE' }, ['TE-kantata-1']],
    [{ contracting: 'MER-US' }, ['TE-kantata-1', 'TE-kantata-2']],
    [{ contracting: 'MER-DE' }, []],
  ])('are found by %j', async (query, lines) => {
    expect((await views().charges(query)).items.map(({ line }) => line)).toEqual(lines);
  });

  it('are summed by month and state', async () => {
    const pair = { contracting: 'MER-US', month: today.slice(0, 7), charges: 1 };
    expect((await views().totals()).items).toEqual([
      { ...pair, employing: 'MER-DE', state: 'charged', minutes: 75, amount: usd('60.00') },
      { ...pair, employing: null, state: 'stopped', minutes: 30, amount: null },
    ]);
  });
});
