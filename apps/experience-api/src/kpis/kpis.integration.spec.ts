import { events } from '#contracts';
import { dayAgo, daysAgo, Told, usd } from '../experience.fixture.js';
import { FreshnessRepository } from '../readmodels/freshness.repository.js';
import { KpiRepository } from './kpi.repository.js';
import { KpisService } from './kpis.service.js';
import { kpis } from './registry.js';

let told: Told;
let service: KpisService;

beforeAll(async () => {
  told = await Told.open();
  service = new KpisService(new KpiRepository(told.database), new FreshnessRepository(told.database));
});

beforeEach(() => told.clear());
afterAll(() => told.close());

const figure = async (id: string) => {
  const { amounts, number, records } = (await service.get(id, undefined)).kpi;
  return { amounts, number, records };
};

/** Ten posted hours at 180, two that stopped at 200 and 90, one left out. */
async function aMonth(): Promise<void> {
  await told.won('OPP-1');
  await told.project('Activated', 'OPP-1');
  for (let id = 1; id <= 10; id += 1) {
    await told.time(String(id));
    await told.line(String(id));
  }
  const stopped = {
    state: 'stopped',
    amount: null,
    hourlyRate: null,
    erpId: null,
    invoice: null,
    legalEntity: null,
  } as const;
  await told.line('11', { ...stopped, estimate: usd('200.00') });
  await told.line('12', { ...stopped, estimate: usd('90.00'), minutes: 30 });
  await told.line('13', { state: 'skipped', erpId: null, invoice: null });
  await told.raised('billing-line/TE-kantata-11', { class: 'K8', amount: '200.00', project: 'P-OPP-1' });
  await told.raised('billing-line/TE-kantata-12', { class: 'K8', amount: '90.00', project: 'P-OPP-1' });
}

describe('figures', () => {
  it('all have a name, a formula and an owner of their own, and come to something with nothing told', async () => {
    expect(new Set(kpis.map(({ id }) => id)).size).toBe(kpis.length);
    const { items } = await service.list();
    expect(items).toHaveLength(kpis.length);
    for (const { formula, owner, records } of items)
      expect([formula !== '', owner !== '', records]).toEqual([true, true, 0]);
  });

  it('answer J1 to J20 and I4 to I17, I19, I20, I22 and I24', () => {
    const answered = new Set(kpis.flatMap(({ answers }) => answers));
    const wanted = [
      ...Array.from({ length: 20 }, (_, index) => `J${index + 1}`),
      ...[4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 19, 20, 22, 24].map((row) => `I${row}`),
    ];
    expect(wanted.filter((row) => !answered.has(row))).toEqual([]);
  });

  it('of billing are those worked out by hand', async () => {
    await aMonth();
    expect(await figure('unbilled-approved-time')).toEqual({ amounts: [usd('290.00')], number: null, records: 2 });
    expect(await figure('billed-revenue')).toEqual({ amounts: [usd('1800.00')], number: null, records: 10 });
    // 10 of 13 that came to an end: posted, stopped or left out.
    expect((await figure('straight-through')).number).toBe('76.92');
    expect((await figure('billing-exception-rate')).number).toBe('15.38');
    expect((await figure('approved-not-posted')).number).toBe('2');
    expect(await figure('revenue-at-risk')).toEqual({ amounts: [usd('290.00')], number: null, records: 2 });
    // The deal is worth 10,000.00.
    expect((await figure('backlog')).amounts).toEqual([usd('8200.00')]);
    // 600 of 750 minutes: an hour and a half stopped, an hour was left out.
    expect((await figure('billing-readiness')).number).toBe('80.00');
  });

  it('take time back where an entry was amended', async () => {
    await told.line('1');
    await told.line('1.R', {
      reference: 'TE-kantata-1.R',
      reverses: 'TE-kantata-1',
      minutes: -60,
      amount: usd('-180.00'),
    });
    await told.line('1.2', { reference: 'TE-kantata-1.2', minutes: 30, amount: usd('90.00') });
    expect((await figure('billed-revenue')).amounts).toEqual([usd('90.00')]);
  });

  it('keep currencies apart, and make no share of several', async () => {
    await told.database.query(
      `insert into hourly_cost values ('MER-US', 'Consultant', 78, 'USD'), ('MER-DE', 'Consultant', 64, 'EUR')`,
    );
    await told.line('1');
    // An hour at 180.00 that costs 78.00.
    expect((await figure('margin-rate')).number).toBe('56.67');
    const eur = { amount: '160.00', currency: 'EUR' };
    await told.line('2', { legalEntity: 'MER-DE', amount: eur, hourlyRate: eur });
    expect((await figure('project-margin')).amounts).toEqual([{ amount: '96.00', currency: 'EUR' }, usd('102.00')]);
    expect((await figure('margin-rate')).number).toBeNull();
    expect((await figure('straight-through')).number).toBe('100.00');
  });

  it('of set-up are medians of what was told', async () => {
    const moments: [string, number][] = [
      ['OPP-1', 1],
      ['OPP-2', 2],
      ['OPP-3', 6],
    ];
    for (const [deal, days] of moments) {
      await told.won(deal, {}, daysAgo(20));
      await told.project('Activated', deal, daysAgo(20 - days));
    }
    // Two days.
    expect(Number((await figure('project-activation-time')).number)).toBeCloseTo(172_800, -1);
    expect((await figure('delivery-predictability')).number).toBe('100.00');
  });

  it('of people count from the hire, and who is still waiting', async () => {
    const key = { instance: 'bamboohr', id: '100' };
    await told.that(events.workerHired, 'worker/100', key, daysAgo(4));
    await told.that(events.workerHired, 'worker/101', { ...key, id: '101' }, daysAgo(4));
    await told.that(
      events.workerReady,
      'worker/1001',
      { workerNumber: '1001', resourceId: '9', instance: 'bamboohr', workerId: '100' },
      daysAgo(3),
    );
    expect(Number((await figure('worker-sync-latency')).number)).toBeCloseTo(86_400, -1);
    expect((await figure('workers-not-staffable')).number).toBe('1');
  });

  it('show PSA and ERP side by side where they differ', async () => {
    await told.time('1');
    await told.time('2', { minutes: 30 });
    await told.line('1');
    expect((await figure('psa-erp-difference')).number).toBe('30.00');
    const { items } = await service.records('psa-erp-difference', {});
    expect(items.map(({ system, project, number }) => [system, project, number])).toEqual([
      ['PSA', 'P-OPP-1', '90'],
      ['ERP', 'P-OPP-1', '-60'],
    ]);
  });

  it('are explained by records that add up to them, page by page, with what is open on each', async () => {
    await aMonth();
    const first = await service.records('unbilled-approved-time', { limit: 1 });
    expect(first.items.map(({ record, amount }) => [record, amount])).toEqual([['TE-kantata-11', usd('200.00')]]);
    expect(first.items[0]!.openExceptions).toBe(2);
    const second = await service.records('unbilled-approved-time', { limit: 1, cursor: first.nextCursor! });
    expect(second.items.map(({ amount }) => amount)).toEqual([usd('90.00')]);
    expect(second.nextCursor).toBeNull();
  });

  it('are taken apart by practice, and what belongs to none is shown too', async () => {
    await aMonth();
    await told.line('20', { project: 'LEG-02', amount: usd('50.00') });
    const { groups } = await service.get('billed-revenue', 'practice');
    expect(groups.map(({ group, amounts }) => [group, amounts])).toEqual([
      ['Strategy', [usd('1800.00')]],
      [null, [usd('50.00')]],
    ]);
  });

  it('count what was planned of what could be worked in whole weeks', async () => {
    const monday = (weeks: number): string => {
      const now = new Date();
      return new Date(now.getTime() - (((now.getUTCDay() + 6) % 7) + 7 * weeks) * 86_400_000)
        .toISOString()
        .slice(0, 10);
    };
    const week = (weeks: number, plannedMinutes: number) => ({
      group: '1001',
      week: monday(weeks),
      plannedMinutes,
      capacityMinutes: 2_400,
      utilisation: null,
    });
    await told.weeks('worker', [week(1, 1_800), week(2, 600), week(0, 0), week(9, 2_400)]);
    expect((await figure('utilisation')).number).toBe('50.00');
    expect((await figure('bench-time')).number).toBe('2400.00');
  });

  it('refuse a figure there is not, and a cursor that is none', async () => {
    await expect(service.get('nothing', undefined)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(service.records('backlog', { cursor: 'x' })).rejects.toMatchObject({ kind: 'rejected' });
  });

  it('say how well a forecast was kept', async () => {
    const place = {
      id: '1',
      workerNumber: '1001',
      roleName: 'Consultant',
      minutes: 600,
      project: 'P-OPP-1',
      startDate: dayAgo(8),
      endDate: dayAgo(4),
      status: 'confirmed' as const,
    };
    await told.that(events.assignmentConfirmed, 'assignment/1', { instance: 'float', id: '1', assignment: place });
    await told.time('1', { minutes: 480 });
    // 600 planned, 480 worked: 120 apart.
    expect((await figure('utilisation-accuracy')).number).toBe('80.00');
  });
});
