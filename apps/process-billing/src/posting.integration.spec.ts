import { Failure, watchFailpoints } from '#kernel';
import { BillingBench } from './billing.fixture.js';

// A batch is interrupted at each of its steps, one after the other.
jest.setTimeout(120_000);

let bench: BillingBench;
beforeAll(async () => {
  bench = await BillingBench.open();
});
afterAll(() => bench.close());
beforeEach(() => bench.clear());

describe('an amendment while the line is being posted', () => {
  it('waits until it is posted, and is a reversal and a new line then', async () => {
    await bench.tell(bench.entry('1'));
    bench.books.meanwhile = async () => {
      await bench.tell(bench.entry('1', { minutes: 70 }));
      await bench.tell(bench.entry('1', { minutes: 75 }));
      expect(await bench.standing()).toEqual(['TE-kantata-1 posting 60']);
    };
    await bench.bill();
    await bench.bill();
    expect(bench.amounts()).toEqual(['TE-kantata-1 60.00', 'TE-kantata-1.2 75.00', 'TE-kantata-1.R -60.00']);
  });

  it('takes the place of the line where that is refused, and nobody is asked', async () => {
    await bench.tell(bench.entry('1'));
    bench.books.refused.add('TE-kantata-1');
    bench.books.meanwhile = () => bench.tell(bench.entry('1', { minutes: 75 }));
    await bench.bill();
    expect([await bench.standing(), await bench.openExceptions()]).toEqual([['TE-kantata-1 waiting 75'], []]);
    bench.books.refused.clear();
    await bench.bill();
    expect(bench.amounts()).toEqual(['TE-kantata-1 75.00']);
  });

  it('that is taken back meanwhile leaves the line as it is posted', async () => {
    await bench.tell(bench.entry('1'));
    bench.books.meanwhile = async () => {
      await bench.tell(bench.entry('1', { minutes: 75 }));
      await bench.tell(bench.entry('1'));
    };
    await bench.bill();
    expect(await bench.standing()).toEqual(['TE-kantata-1 posted 60']);
  });
});

describe('a project the ERP gives no answer about', () => {
  it('holds up its own lines only, and they go on when it answers (H6)', async () => {
    bench.books.silentOn.add('P-1');
    await bench.tell(bench.entry('1'));
    await bench.tell(bench.entry('2', { project: 'P-2' }));
    await bench.bill();
    expect(await bench.standing()).toEqual(['TE-kantata-1 waiting 60', 'TE-kantata-2 posted 60']);
    bench.books.silentOn.clear();
    await bench.bill();
    expect(await bench.standing()).toEqual(['TE-kantata-1 posted 60', 'TE-kantata-2 posted 60']);
  });
});

describe('a reversal', () => {
  it('that the ERP refuses is an exception with an owner; tried again it is posted', async () => {
    await bench.billed();
    bench.books.refused.add('TE-kantata-1.R');
    await bench.tell(bench.entry('1', { minutes: 75 }));
    await bench.bill();
    const owner = 'finance-operations';
    expect(await bench.openExceptions()).toEqual([
      { subject: 'TE-kantata-1.R', code: 'posting-refused', system: 'netsuite', owner },
    ]);
    await expect(bench.decide('TE-kantata-1.R', 'correct')).rejects.toThrow('mirror image');
    bench.books.refused.clear();
    await bench.decide('TE-kantata-1.R', 'retry');
    await bench.bill();
    expect(bench.amounts()).toEqual(['TE-kantata-1 60.00', 'TE-kantata-1.2 75.00', 'TE-kantata-1.R -60.00']);
    expect(bench.bills().slice(1)).toEqual([
      { kind: 'invoice', lines: ['QA 75 75.00'] },
      { kind: 'credit memo', lines: ['QA 60 60.00'] },
    ]);
  });

  it('waits for the line that takes its place to be checked, so that one bill carries both', async () => {
    await bench.billed();
    await bench.tell(bench.entry('1', { minutes: 75 }));
    const unchecked = await bench.gather();
    await unchecked();
    expect(bench.amounts()).toEqual(['TE-kantata-1 60.00']);
    await bench.bill();
    expect(bench.bills()[1]).toEqual({ kind: 'invoice', lines: ['QA 75 75.00', 'QA -60 -60.00'] });
  });
});

/** Has the n-th thing done by a run be done, and not known of; answers whether it came to that. */
function interrupt(hit: number): () => boolean {
  let hits = 0;
  watchFailpoints((name) => {
    if (name === 'after-act' && ++hits === hit) throw new Failure('outcome-unknown', 'interrupted');
  });
  return () => hits >= hit;
}

describe('an interruption', () => {
  afterEach(() => watchFailpoints(null));

  it('anywhere has each version charged and billed once', async () => {
    let places = 0;
    for (let hit = 1, interrupted = true; interrupted; hit += 1) {
      await bench.clear();
      await bench.billed();
      await bench.tell(bench.entry('1', { minutes: 75 }));
      await bench.check();
      const work = await bench.gather();
      const happened = interrupt(hit);
      await work();
      interrupted = happened();
      watchFailpoints(null);
      expect((await work()).state).toBe('completed');
      expect([hit, bench.amounts()]).toEqual([
        hit,
        ['TE-kantata-1 60.00', 'TE-kantata-1.2 75.00', 'TE-kantata-1.R -60.00'],
      ]);
      expect(bench.bills()).toEqual([
        { kind: 'invoice', lines: ['QA 60 60.00'] },
        { kind: 'invoice', lines: ['QA 75 75.00', 'QA -60 -60.00'] },
      ]);
      places = hit;
    }
    // Steps, questions and waits of a batch with one project and one assignment.
    expect(places).toBeGreaterThan(10);
  });

  it('anywhere, and an amendment before it goes on, ends with the newest version', async () => {
    for (let hit = 1, interrupted = true; interrupted; hit += 1) {
      await bench.clear();
      await bench.billed();
      await bench.tell(bench.entry('1', { minutes: 75 }));
      await bench.check();
      const work = await bench.gather();
      const happened = interrupt(hit);
      await work();
      interrupted = happened();
      watchFailpoints(null);
      await bench.tell(bench.entry('1', { minutes: 90 }));
      expect((await work()).state).toBe('completed');
      expect(await bench.bill()).toBe('completed');
      expect([hit, bench.books.actuals, bench.billedTotal()]).toEqual([hit, 90, '90.00']);
    }
  });
});
