import { events } from '#contracts';
import { EstateView, loadEstate } from '#platform';
import { dayAgo, daysAgo, Told, usd } from '../experience.fixture.js';
import { FreshnessRepository } from '../readmodels/freshness.repository.js';
import { StaffingRepository } from './staffing.repository.js';
import { StaffingService } from './staffing.service.js';
import { WorkRepository } from './work.repository.js';
import { WorkService } from './work.service.js';

const loaded = loadEstate('examples/meridian-consulting/estate.yaml', {});
const postingWindows = loaded.postingWindows.map((window) => ({ ...window, cutOff: 'day 3 18:00' }));
const estate = new EstateView({ ...loaded, postingWindows });
let told: Told;
let work: WorkService;
let staffing: StaffingService;

const checkAssignment = () => Promise.resolve({ valid: true, findings: [], value: null });

beforeAll(async () => {
  told = await Told.open();
  const freshness = new FreshnessRepository(told.database);
  work = new WorkService(new WorkRepository(told.database), estate, freshness);
  const sources = { staffing: { checkAssignment } } as never;
  staffing = new StaffingService({ staffing: new StaffingRepository(told.database), sources, estate, freshness });
});
beforeEach(() => told.clear());
afterAll(() => told.close());

describe('views', () => {
  it('show projects between deal and invoice, those held up first', async () => {
    await told.won('OPP-1');
    await told.project('Created', 'OPP-1', daysAgo(9));
    await told.project('Activated', 'OPP-1', daysAgo(9));
    await told.line('1');
    await told.won('OPP-2');
    await told.raised('run/2', {
      class: 'K9',
      code: 'duplicate-customer',
      project: 'P-OPP-2',
      owner: 'process-projects',
    });
    const { items, nextCursor } = await work.projects({});
    expect(items.map(({ deal, project, holds, billed }) => [deal, project, holds, billed])).toEqual([
      ['OPP-2', null, ['duplicate-customer'], null],
      ['OPP-1', 'P-OPP-1', [], usd('180.00')],
    ]);
    expect(nextCursor).toBeNull();
    // Won ten days ago, active nine days ago.
    expect(items[1]!.setUpSeconds).toBeCloseTo(86_400, -1);
  });

  it('count somebody once who is on a project twice', async () => {
    await told.won('OPP-1');
    await told.project('Created', 'OPP-1');
    for (const [id, workerNumber, startDate, endDate] of [
      ['1', '1005', '2026-10-01', '2026-10-31'],
      ['2', '1005', '2026-11-02', '2026-11-30'],
      ['3', '1006', '2026-10-01', '2026-10-31'],
    ] as const) {
      const place = { id, workerNumber, roleName: 'Consultant', minutes: 600, project: 'P-OPP-1', startDate, endDate };
      const assignment = { ...place, status: 'confirmed' as const };
      await told.that(events.assignmentConfirmed, `assignment/${id}`, { instance: 'float', id, assignment });
    }
    expect((await work.projects({})).items[0]!.assignments).toBe(2);
  });

  it('turn their pages', async () => {
    for (const deal of ['OPP-1', 'OPP-2', 'OPP-3']) await told.won(deal);
    const first = await work.projects({ limit: 2 });
    expect(first.items.map(({ deal }) => deal)).toEqual(['OPP-1', 'OPP-2']);
    const second = await work.projects({ limit: 2, cursor: first.nextCursor! });
    expect(second.items.map(({ deal }) => deal)).toEqual(['OPP-3']);
    await expect(work.projects({ cursor: '-1' })).rejects.toMatchObject({ kind: 'rejected' });
  });

  it('show unbilled time by age, with what is stopped in it', async () => {
    const open = { invoice: null, erpId: null } as const;
    await told.line('1', {
      ...open,
      state: 'stopped',
      amount: null,
      hourlyRate: null,
      estimate: usd('90.00'),
      date: dayAgo(3),
    });
    await told.line('2', { ...open, state: 'ready', date: dayAgo(3) });
    await told.line('3', { ...open, state: 'ready', date: dayAgo(100) });
    await told.line('4');
    const { items } = await work.ages();
    expect(items.map(({ age, entries, stopped, amounts }) => [age, entries, stopped, amounts])).toEqual([
      ['older', 1, 0, [usd('180.00')]],
      ['week', 2, 1, [usd('270.00')]],
    ]);
    const windows = await work.windows();
    expect(windows.items.map(({ legalEntity, open: isOpen, entries }) => [legalEntity, isOpen, entries])).toEqual([
      ['MER-US', true, 3],
      ['MER-DE', true, 0],
    ]);
  });

  it('show people on their way, and what they wait for', async () => {
    const hire = (id: string, correlation: string) =>
      told.that(events.workerHired, `worker/${id}`, { instance: 'bamboohr', id }, daysAgo(2), correlation);
    await hire('100', 'work-100');
    await hire('101', 'work-101');
    const ready = { workerNumber: '1001', resourceId: '9', instance: 'bamboohr', workerId: '100' };
    await told.that(events.workerReady, 'worker/1001', ready, daysAgo(1));
    const facts = {
      code: 'missing-cost-centre',
      class: 'K11',
      role: 'finance-operations',
      stopped: 'run/1',
      record: 'worker 1002',
    };
    const business = { project: null, client: null, legalEntity: null, billingCycle: null, moneyAtRisk: null };
    await told.that(
      events.exceptionRaised,
      'exception/1',
      { owner: 'process-workforce', id: '1', exception: { ...facts, business, dueAt: null, settledBy: null } },
      daysAgo(2),
      'work-101',
    );
    const { items } = await work.people({});
    expect(items.map(({ workerId, number, state, holds }) => [workerId, number, state, holds])).toEqual([
      ['101', null, 'stopped', ['missing-cost-centre']],
      ['100', '1001', 'ready', []],
    ]);
  });

  it('say what an assignment would bring and cost, and in which months it is invoiced', async () => {
    await told.kept.putCosts(estate);
    await told.won('OPP-1');
    await told.project('Created', 'OPP-1');
    const place = {
      id: '7',
      workerNumber: '1005',
      roleName: 'Consultant',
      minutes: 1_200,
      project: 'P-OPP-1',
      startDate: '2026-12-01',
      endDate: '2026-12-31',
      status: 'confirmed' as const,
    };
    await told.that(events.assignmentConfirmed, 'assignment/7', { instance: 'float', id: '7', assignment: place });
    const question = {
      workerNumber: '1005',
      project: 'P-OPP-1',
      role: 'CONS',
      startDate: '2026-11-30',
      endDate: '2026-12-11',
      minutes: 2_400,
    };
    const answer = await staffing.whatIf({ ...question, assignment: '7' });
    // 40 hours at 180.00, assumed to cost 78.00 each; twenty of them were planned already.
    expect(answer).toMatchObject({
      revenue: usd('7200.00'),
      cost: usd('3120.00'),
      margin: usd('4080.00'),
      marginChange: usd('2040.00'),
    });
    expect(answer.months.map(({ month, minutes }) => [month, minutes])).toEqual([
      ['2026-11', 240],
      ['2026-12', 2_160],
    ]);
    // Four hours earlier than planned; in December 36 hours where twenty were.
    expect(answer.months.map(({ revenueChange }) => revenueChange)).toEqual([usd('720.00'), usd('2880.00')]);
  });

  it('say what a change takes out of a month, and how long there is until its cut-off', async () => {
    await told.won('OPP-1');
    await told.project('Created', 'OPP-1');
    const place = {
      id: '8',
      workerNumber: '1005',
      roleName: 'Consultant',
      minutes: 600,
      project: 'P-OPP-1',
      startDate: '2026-11-23',
      endDate: '2026-11-27',
      status: 'confirmed' as const,
    };
    await told.that(events.assignmentConfirmed, 'assignment/8', { instance: 'float', id: '8', assignment: place });
    const moved = { ...place, role: 'CONS', startDate: '2026-12-07', endDate: '2026-12-11', assignment: '8' };
    const first = await staffing.whatIf(moved);
    const cutOff = Date.parse(first.months[0]!.cutOff!);
    const { months } = await staffing.whatIf(moved, new Date(cutOff - 3_600_000));
    // Ten hours at 180.00 leave November and come in December.
    expect(months.map(({ month, minutes, revenueChange }) => [month, minutes, revenueChange])).toEqual([
      ['2026-11', 0, usd('-1800.00')],
      ['2026-12', 600, usd('1800.00')],
    ]);
    expect(months[0]!.secondsToCutOff).toBe(3_600);
    const late = await staffing.whatIf(moved, new Date(cutOff + 1));
    expect(late.months[0]!.secondsToCutOff).toBe(0);
  });
});
