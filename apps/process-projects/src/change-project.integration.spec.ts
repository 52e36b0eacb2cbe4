import { Failure, watchFailpoints } from '#kernel';
import { line, usd } from './change.fixture.js';
import { ChangeBench } from './change-bench.fixture.js';

// A change is interrupted at each of its steps, one after the other.
jest.setTimeout(120_000);

let bench: ChangeBench;
beforeAll(async () => {
  bench = await ChangeBench.open();
});
afterAll(() => bench.close());
beforeEach(() => bench.clear());

/** More hours of CONS at a new rate, a new role, a longer project. */
const larger = {
  name: 'A larger deal',
  endDate: '2027-01-29',
  contractNumber: 'CT-2',
  amount: usd('18000.00'),
  lines: [line('CONS', 80, '210.00', '2026-12-01'), line('QA', 12, '100.00')],
};
const version = '2026-11-20T12:00:00.000Z';

const cons = (amount: string, effectiveFrom: string | null) => ({
  role: 'CONS',
  hourlyRate: usd(amount),
  effectiveFrom,
});
const card = [
  cons('200.00', null),
  cons('210.00', '2026-12-01'),
  { role: 'QA', hourlyRate: usd('100.00'), effectiveFrom: null },
];

describe('a changed deal (E13, E14)', () => {
  it('reaches billing, workspace, demand, register and forecast', async () => {
    const run = await bench.work(await bench.change(larger));
    expect(run.state).toBe('completed');
    expect(bench.world.told).toMatchObject({
      'project P-OPP-1': { name: 'A larger deal', customerId: 'c', endDate: '2027-01-29' },
      'billing P-OPP-1': { contractNumber: 'CT-2', rates: card },
      'workspace P-OPP-1': { name: 'A larger deal', startDate: '2026-10-05', endDate: '2027-01-29' },
      'dimensions P-OPP-1': { contractNumber: 'CT-2', erpProjectId: '4' },
      'demand P-OPP-1/CONS': { minutes: 4800, endDate: '2027-01-29' },
      'demand P-OPP-1/QA': { minutes: 720, roleName: 'Quality Analyst' },
    });
    const terms = await bench.projects.terms('P-OPP-1');
    expect(terms).toMatchObject({ name: 'A larger deal', endDate: '2027-01-29', contractNumber: 'CT-2', rates: card });
    // 85 working days: 41 before 1 December. 4800 × 41 / 85 = 2315 min at 200.00 = 7716.67; 2485 at 210.00 = 8697.50; QA 1200.00.
    expect(terms.lastChange).toEqual({
      dealVersion: version,
      before: usd('11000.00'),
      after: usd('17614.17'),
      difference: usd('6614.17'),
    });
    expect(await bench.published()).toMatchObject([
      { project: 'P-OPP-1', dealVersion: version, ratesFrom: '2026-12-01' },
    ]);
  });

  it('says that a PSA cannot be told rates, and goes on', async () => {
    const { state, title } = await bench.work(await bench.change(larger));
    expect([state, title]).toEqual([
      'completed',
      'Change of OPP-1: rates from 2026-12-01 are not in the PSA, it is not built yet',
    ]);
    await bench.clear();
    bench.world.rates = () => Promise.resolve({ id: '1' });
    expect((await bench.work(await bench.change(larger))).title).toBe('Change of OPP-1');
  });

  it('asks for nobody of a role that is no longer sold, whose rate stays', async () => {
    await bench.work(await bench.change({ ...larger, lines: [line('QA', 200, '100.00')] }));
    expect(bench.world.demand).toEqual({ QA: 12_000, CONS: 0 });
    expect((await bench.projects.terms('P-OPP-1')).rates).toContainEqual(cons('200.00', null));
  });

  it('that says nothing new writes nothing', async () => {
    const { state, title } = await bench.work(await bench.change({ stage: 'Invoiced' }));
    expect([state, title, bench.world.told]).toEqual([
      'completed',
      'Change of OPP-1: nothing new for other systems',
      {},
    ]);
  });

  it('that was never mobilised is nothing to do, and is said', async () => {
    await bench.database.query('truncate project');
    const { state, title } = await bench.work(await bench.change(larger));
    expect([state, title]).toEqual(['completed', 'Change of deal 006: it was not mobilised here, nothing to do']);
  });

  it('without days to plan for stops as an exception of the pmo, and goes on once they are put right (K20)', async () => {
    const id = await bench.change({ ...larger, endDate: null });
    expect((await bench.work(id)).state).toBe('parked');
    expect([await bench.exceptionOf(id), bench.world.told]).toEqual([
      { code: 'no-billing-schedule', owner: 'pmo' },
      {},
    ]);
    await bench.change(larger, '2026-11-21T12:00:00.000Z');
    await bench.tell();
    expect((await bench.work(id)).state).toBe('completed');
    expect((await bench.projects.terms('P-OPP-1')).endDate).toBe('2027-01-29');
  });
});

describe('the order of changes', () => {
  it('waits for a mobilisation that still runs, then tells everything', async () => {
    const end = await bench.mobilising();
    const id = await bench.change(larger);
    expect(await bench.work(id)).toMatchObject({ state: 'waiting' });
    expect(bench.world.told).toEqual({});
    await end('completed');
    expect((await bench.work(id)).state).toBe('completed');
    expect(bench.world.demand).toEqual({ CONS: 4800, QA: 720 });
  });

  it('ends with a mobilisation that was taken back', async () => {
    const end = await bench.mobilising();
    const id = await bench.change(larger);
    await bench.work(id);
    await end('cancelled');
    expect(await bench.work(id)).toMatchObject({
      state: 'completed',
      title: expect.stringContaining('nothing to do') as string,
    });
  });

  it('has the same event once, and what comes late superseded', async () => {
    const id = await bench.change(larger);
    await bench.work(id);
    expect(await bench.change(larger)).toBe(id);
    const late = await bench.begin({
      instance: 'salesforce',
      opportunityId: '006',
      dealVersion: '2026-11-20T11:00:00.000Z',
    });
    const { state, title } = await bench.work(late);
    expect([state, title]).toEqual(['completed', `Change of OPP-1: superseded by that of ${version}`]);
  });

  it('is one change at a time; the next one begins when the one before has ended', async () => {
    const first = await bench.change(larger);
    bench.world.refusal = new Failure('rejected', 'the ERP says no');
    expect((await bench.work(first)).state).toBe('parked');
    const second = await bench.change({ ...larger, contractNumber: 'CT-3' }, '2026-11-21T12:00:00.000Z');
    expect(await bench.work(second)).toMatchObject({
      state: 'waiting',
      waitingFor: expect.stringContaining('the change before has ended') as string,
    });
    bench.world.refusal = null;
    await bench.tell();
    expect((await bench.work(first)).state).toBe('completed');
    await bench.deliver();
    expect((await bench.work(second)).state).toBe('completed');
    expect(bench.world.told['billing P-OPP-1']).toMatchObject({ contractNumber: 'CT-3' });
    expect((await bench.projects.terms('P-OPP-1')).contractNumber).toBe('CT-3');
  });

  it('taken back in the middle tells what was registered before, and lets the next one begin', async () => {
    const first = await bench.change(larger);
    bench.world.scheduling.putDemand = () => Promise.reject(new Failure('rejected', 'no'));
    expect((await bench.work(first)).state).toBe('parked');
    await bench.settle(first, 'cancel');
    expect((await bench.work(first)).state).toBe('parked');
    expect(bench.world.told['billing P-OPP-1']).toMatchObject({
      contractNumber: 'CT-1',
      rates: [cons('200.00', null)],
    });
    expect(await bench.projects.takeTurn('P-OPP-1', 'next', version)).toMatchObject({ state: 'ours' });
  });
});

describe('a change a person has to approve (F20)', () => {
  const smaller = { amount: usd('9000.00'), lines: [line('CONS', 45, '200.00')] };

  it('writes nothing before the yes', async () => {
    const id = await bench.change(smaller);
    expect(await bench.work(id)).toMatchObject({
      state: 'waiting',
      title: 'Change of OPP-1: the contract value falls from 11000.00 to 9000.00 USD, by more than 10 %',
    });
    expect(bench.world.told).toEqual({});
    await expect(bench.approve(id, ['hr-operations'])).rejects.toThrow('this is decided by finance-operations or pmo');
    await bench.approve(id);
    expect((await bench.work(id)).state).toBe('completed');
    expect(bench.world.demand).toEqual({ CONS: 2700 });
  });

  it('is an exception after a no', async () => {
    const id = await bench.change(smaller);
    await bench.work(id);
    await bench.approve(id, ['pmo'], false);
    expect((await bench.work(id)).state).toBe('parked');
    expect([await bench.exceptionOf(id), bench.world.told]).toMatchObject([{ code: 'approval-rejected' }, {}]);
  });

  it('where it ends before the last assignment', async () => {
    bench.world.assignedUntil = '2026-12-18';
    expect(await bench.work(await bench.change({ endDate: '2026-12-11' }))).toMatchObject({
      state: 'waiting',
      title: 'Change of OPP-1: it would end on 2026-12-11, and people are assigned until 2026-12-18',
    });
  });

  it('that is approved after a younger change was made is superseded', async () => {
    const id = await bench.change(smaller);
    await bench.work(id);
    await bench.work(await bench.change(larger, '2026-11-21T12:00:00.000Z'));
    await bench.approve(id);
    expect(await bench.work(id)).toMatchObject({
      state: 'completed',
      title: 'Change of OPP-1: superseded by that of 2026-11-21T12:00:00.000Z',
    });
    expect(bench.world.demand).toEqual({ CONS: 4800, QA: 720 });
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

  it('anywhere ends with each system told once, and one event', async () => {
    let places = 0;
    for (let hit = 1, interrupted = true; interrupted; hit += 1) {
      await bench.clear();
      const id = await bench.change(larger);
      const happened = interrupt(hit);
      await bench.work(id);
      interrupted = happened();
      watchFailpoints(null);
      expect([hit, (await bench.work(id)).state]).toEqual([hit, 'completed']);
      expect([hit, bench.world.keys.size, bench.world.demand]).toEqual([hit, 6, { CONS: 4800, QA: 720 }]);
      const { rates, lastChange } = await bench.projects.terms('P-OPP-1');
      expect([rates, lastChange?.difference]).toEqual([card, usd('6614.17')]);
      expect(await bench.published()).toHaveLength(1);
      places = hit;
    }
    // Reads, checks, turns, six writes, the register and the event.
    expect(places).toBeGreaterThan(12);
  });
});
