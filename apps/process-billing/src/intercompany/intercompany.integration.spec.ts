import { Failure, watchFailpoints } from '#kernel';
import { rows } from '#platform';
import { terms, today, usd } from '../billing.fixture.js';
import { IntercompanyBench, share } from './intercompany.fixture.js';

jest.setTimeout(120_000);

let bench: IntercompanyBench;
beforeAll(async () => {
  bench = await IntercompanyBench.open();
});
afterAll(() => bench.billing.close());
beforeEach(() => bench.clear());
afterEach(() => watchFailpoints(null));

const approve = (id: string, minutes = 60, changes: object = {}): Promise<string> =>
  bench.billing.tell(bench.billing.entry(id, { minutes, ...changes }));

describe('work of one legal entity on a project of another (E25)', () => {
  it('is billed to the client as ever, and charged at the share of the rate', async () => {
    await approve('1', 75);
    await bench.billAndCharge();
    expect(bench.billing.amounts()).toEqual(['TE-kantata-1 75.00']);
    // 75 minutes at 80 % of 60.00.
    expect(bench.raised()).toEqual([`invoice ${today} USD: QA 75 60.00`]);
    expect(await bench.standing()).toEqual(['TE-kantata-1 charged 60.00']);
  });

  it('is charged at cost and mark-up, in the currency of the cost', async () => {
    const { shareOfRate: _share, ...pair } = share;
    bench.billing.intercompany = [{ ...pair, markUpOnCost: 7.5 }];
    await approve('1', 90, { roleName: 'Consultant', hourlyRate: usd('120.00') });
    await bench.billAndCharge();
    // 64.00 EUR an hour of CONS in MER-DE and 7.5 % are 68.80; an hour and a half.
    expect(bench.raised()).toEqual([`invoice ${today} EUR: CONS 90 103.20`]);
  });

  it('goes by the price of the day it was done', async () => {
    bench.billing.intercompany = [
      { ...share, effectiveFrom: '2026-01-01' },
      { ...share, effectiveFrom: '2026-02-01', shareOfRate: 50 },
    ];
    bench.billing.agreed = { ...terms, period: { start: '2026-01-01', end: null } };
    await approve('1', 60, { date: '2026-01-31' });
    await approve('2', 60, { date: '2026-02-01' });
    await bench.billAndCharge();
    expect(await bench.standing()).toEqual(['TE-kantata-1 charged 48.00', 'TE-kantata-2 charged 30.00']);
  });

  it('is charged once, however often it is looked at', async () => {
    await approve('1');
    await bench.billAndCharge();
    await Promise.all([bench.passOn(), bench.passOn()]);
    await bench.raise();
    expect(bench.raised()).toHaveLength(1);
  });

  it('is not charged within an entity, nor where the estate leaves that to the ERP', async () => {
    bench.employer = 'MER-US';
    await approve('1');
    await bench.billAndCharge();
    bench.employer = 'MER-DE';
    bench.billing.intercompany = undefined;
    await approve('2');
    await bench.billAndCharge();
    bench.billing.intercompany = [share];
    await bench.passOn();
    expect(await bench.standing()).toEqual([]);
  });

  it('waits for the books of the employing entity', async () => {
    await approve('1');
    await bench.billing.bill();
    await bench.passOn();
    bench.billing.opens = () => null;
    await bench.raise();
    expect([bench.raised(), await bench.standing()]).toEqual([[], ['TE-kantata-1 ready 48.00']]);
    bench.billing.opens = (at) => at;
    await bench.goOn();
    expect(bench.raised()).toEqual([`invoice ${today} USD: QA 60 48.00`]);
  });

  it('waits for an answer about the employer', async () => {
    bench.employer = undefined;
    await approve('1');
    await bench.billing.bill();
    await bench.passOn();
    expect(await bench.standing()).toEqual([]);
    bench.employer = 'MER-DE';
    await bench.passOn();
    expect(await bench.standing()).toEqual(['TE-kantata-1 ready 48.00']);
  });
});

describe('a pair without a price', () => {
  const refused = async () =>
    rows<{ code: string; message: string; remedy: string }>(
      bench.billing.database,
      `select code, message, remedy from exception where state = 'open'`,
    );

  beforeEach(async () => {
    bench.billing.intercompany = [];
    await approve('1');
    await bench.billAndCharge();
  });

  it('stops the charges alone: the client is billed, and one exception names both entities', async () => {
    await approve('2', 30);
    await bench.billAndCharge();
    expect(bench.billing.billedTotal()).toBe('90.00');
    expect(await bench.standing()).toEqual(['TE-kantata-1 stopped', 'TE-kantata-2 stopped']);
    expect(await refused()).toEqual([
      {
        code: 'missing-intercompany-price',
        message: `2 entries (90 min): no price from MER-DE to MER-US counts on ${today}`,
        remedy:
          'add { employing: MER-DE, contracting: MER-US, project: <of MER-DE, with MER-US as customer>, shareOfRate: 80 } ' +
          'to billing.intercompany in estate.yaml, restart, then retry',
      },
    ]);
  });

  it('is charged once there is a price and somebody retries', async () => {
    bench.billing.intercompany = [share];
    await bench.decide('MER-DE to MER-US', 'retry');
    await bench.passOn();
    await bench.raise();
    expect(bench.raised()).toEqual([`invoice ${today} USD: QA 60 48.00`]);
  });

  it('can be left uncharged', async () => {
    await bench.decide('MER-DE to MER-US', 'skip');
    bench.billing.intercompany = [share];
    await bench.passOn();
    expect(await bench.standing()).toEqual(['TE-kantata-1 skipped']);
  });

  it('is of no interest once the client is given the money back', async () => {
    await approve('1', 60, { approved: false });
    await bench.billAndCharge();
    expect([await bench.standing(), await refused()]).toEqual([['TE-kantata-1 withdrawn'], []]);
  });
});

describe('a worker nobody knows the employer of', () => {
  beforeEach(async () => {
    bench.employer = null;
    await approve('1');
    await approve('2', 30);
    await bench.billAndCharge();
  });

  it('is one exception, and charged for by the entity a person names', async () => {
    const owner = 'finance-operations';
    expect(await bench.billing.openExceptions()).toEqual([
      { subject: 'worker 1021', code: 'unknown-employer', system: null, owner },
    ]);
    await expect(bench.decide('worker 1021', 'correct', { employing: 'MER-UK', colour: 'red' })).rejects.toMatchObject({
      detail: { fields: [{ field: 'colour' }, { field: 'employing' }] },
    });
    await expect(bench.decide('worker 1021', 'cancel')).rejects.toThrow('nothing to undo');
    await bench.decide('worker 1021', 'correct', { employing: 'MER-DE' });
    await bench.passOn();
    await bench.raise();
    expect(bench.raised()).toEqual([`invoice ${today} USD: QA 90 72.00`]);
  });

  it('is not charged for where that is the entity of the project', async () => {
    await bench.decide('worker 1021', 'correct', { employing: 'MER-US' });
    await bench.passOn();
    await bench.raise();
    expect([bench.raised(), await bench.billing.openExceptions()]).toEqual([[], []]);
  });

  it('still waits for a person where only some of the money is given back', async () => {
    await approve('1', 60, { approved: false });
    await bench.billAndCharge();
    expect(await bench.standing()).toEqual(['TE-kantata-1 withdrawn', 'TE-kantata-2 stopped']);
    expect(await bench.billing.openExceptions()).toHaveLength(1);
  });
});

describe('an amendment of work that was passed on', () => {
  beforeEach(async () => {
    await approve('1');
    await bench.billAndCharge();
  });

  it('takes the charge back and makes a new one, on one bill', async () => {
    await approve('1', 75);
    await bench.billAndCharge();
    expect(bench.raised()[1]).toBe(`invoice ${today} USD: QA 75 60.00, QA -60 -48.00`);
  });

  it('takes back what was charged, whatever the price is by now', async () => {
    bench.billing.intercompany = [{ ...share, shareOfRate: 50 }];
    await approve('1', 60, { approved: false });
    await bench.billAndCharge();
    expect(bench.raised()).toEqual([`invoice ${today} USD: QA 60 48.00`, `credit memo ${today} USD: QA 60 48.00`]);
    const sum = 'select sum(amount)::text as amount from intercompany_charge';
    expect(await rows(bench.billing.database, sum)).toEqual([{ amount: '0.00' }]);
  });

  it('takes it back also where the estate charges nothing any more', async () => {
    bench.billing.intercompany = undefined;
    await approve('1', 60, { approved: false });
    await bench.billAndCharge();
    expect(bench.raised()).toHaveLength(2);
  });
});

describe('a reversal of a charge that was not raised yet', () => {
  it('withdraws it, also from a batch that waits', async () => {
    await approve('1');
    await bench.billing.bill();
    await bench.passOn();
    bench.billing.opens = () => null;
    await bench.raise();
    bench.billing.opens = (at) => at;
    await approve('1', 60, { approved: false });
    await bench.billing.bill();
    await bench.passOn();
    await bench.goOn();
    expect([bench.raised(), await bench.standing()]).toEqual([[], ['TE-kantata-1 withdrawn 48.00']]);
  });
});

describe('an interruption', () => {
  it('anywhere has each charge raised once', async () => {
    let places = 0;
    for (let hit = 1, interrupted = true; interrupted; hit += 1) {
      await bench.clear();
      await approve('1');
      await bench.billing.bill();
      await bench.passOn();
      let hits = 0;
      watchFailpoints((name) => {
        if (name === 'after-act' && ++hits === hit) throw new Failure('outcome-unknown', 'interrupted');
      });
      await bench.raise();
      watchFailpoints(null);
      interrupted = hits >= hit;
      await bench.goOn();
      expect([hit, bench.raised(), await bench.standing()]).toEqual([
        hit,
        [`invoice ${today} USD: QA 60 48.00`],
        ['TE-kantata-1 charged 48.00'],
      ]);
      places = hit;
    }
    expect(places).toBeGreaterThan(3);
  });
});
