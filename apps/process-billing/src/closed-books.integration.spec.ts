import { rows } from '#platform';
import { BillingBench } from './billing.fixture.js';

let bench: BillingBench;
beforeAll(async () => {
  bench = await BillingBench.open();
});
afterAll(() => bench.close());
beforeEach(() => bench.clear());

/** An approved entry that is priced. */
async function approve(id: string, minutes: number): Promise<void> {
  await bench.tell(bench.entry(id, { minutes }));
  await bench.check();
}
const charged = (): number[] => bench.books.charged.map(({ minutes }) => minutes);
const stateOf = async (id: string): Promise<string> =>
  (await rows<{ state: string }>(bench.database, 'select state from billing_line where time_entry_id = $1', [id]))[0]!
    .state;

describe('billing while the books are closed', () => {
  it('waits with nothing charged, and charges each line once when they open', async () => {
    bench.opens = () => new Date('2099-12-03T11:00:00Z');
    await approve('1', 60);
    const work = await bench.gather();
    expect(await work()).toEqual({
      state: 'waiting',
      waitingFor: 'the books are open: posting window of MER-US, opens at 2099-12-03T11:00Z',
      title: 'Billing of approved time in MER-US',
    });
    expect([charged(), await stateOf('1')]).toEqual([[], 'ready']);
    bench.opens = (at) => at;
    expect(await work()).toMatchObject({ state: 'completed' });
    await work();
    expect([charged(), await stateOf('1')]).toEqual([[60], 'posted']);
  });

  it('charges an entry that is changed meanwhile as it is then, in the next batch', async () => {
    bench.opens = () => null;
    await approve('2', 60);
    await approve('3', 30);
    const first = await bench.gather();
    await first();
    await approve('2', 45);
    bench.opens = (at) => at;
    await first();
    expect(charged()).toEqual([30]);
    await (
      await bench.gather()
    )();
    expect(charged()).toEqual([30, 45]);
  });

  it('charges nothing where every entry of the batch was changed', async () => {
    bench.opens = () => null;
    await approve('4', 60);
    const work = await bench.gather();
    await work();
    await approve('4', 0);
    bench.opens = (at) => at;
    expect(await work()).toMatchObject({ state: 'completed' });
    expect(charged()).toEqual([]);
  });

  it('raises no invoice when they close after the lines were charged', async () => {
    bench.opens = (at) => (charged().length === 0 ? at : null);
    await approve('5', 60);
    const work = await bench.gather();
    expect((await work()).waitingFor).toContain('the books are open to invoices: posting window of MER-US');
    expect(await rows(bench.database, 'select 1 from invoice')).toHaveLength(0);
    bench.opens = (at) => at;
    expect(await work()).toMatchObject({ state: 'completed' });
    expect(charged()).toHaveLength(1);
  });
});
