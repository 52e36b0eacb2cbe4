import { events } from '#contracts';
import { rows } from '#platform';
import { StaffingBench } from './assignments.fixture.js';
import { assignment, worker } from './firm.fixture.js';

let bench: StaffingBench;
beforeAll(async () => {
  bench = await StaffingBench.open();
});
afterAll(() => bench.close());
beforeEach(() => bench.begin());

const reference = 'float/A1/1021/P-1';
const owned = () => bench.firm.ownership.get(reference);
const labour = () => bench.firm.labour.get(reference);

describe('an assignment that is confirmed (E4)', () => {
  it('becomes task ownership in the PSA, planned labour in the ERP, and forecast', async () => {
    await bench.assign({}, events.assignmentConfirmed);
    await bench.work();
    expect(await bench.standing()).toEqual(['float/A1/1 completed']);
    const days = { startDate: '2026-10-05', endDate: '2026-10-16', minutes: 2400 };
    expect(owned()).toEqual({
      ...days,
      project: 'P-1',
      workerNumber: '1021',
      roleName: 'Consultant',
      hourlyRate: { amount: '120.00', currency: 'USD' },
    });
    expect(labour()).toEqual({
      ...days,
      project: 'P-1',
      workerNumber: '1021',
      role: 'CONS',
      costCentre: 'US-STR',
      hourlyCost: { amount: '78.00', currency: 'USD' },
    });
    expect(await bench.planned()).toEqual(['2026-10-05 1200', '2026-10-12 1200']);
  });

  it('is carried once, however often it is reported', async () => {
    await bench.assign();
    await bench.tellOf(assignment());
    await bench.work();
    await bench.tellOf(assignment());
    await bench.work();
    expect(bench.firm.writes).toBe(2);
    expect((await bench.standing()).every((line) => line.endsWith('completed'))).toBe(true);
  });

  it('is not carried while it is a plan only', async () => {
    await bench.assign({ status: 'tentative' });
    await bench.work();
    expect(await bench.standing()).toEqual(['float/A1/1 completed']);
    expect(bench.firm.writes).toBe(0);
  });
});

describe('an assignment that changes', () => {
  it('later is carried as it is then, under the same name', async () => {
    await bench.assign();
    await bench.work();
    await bench.assign({ minutes: 3600, endDate: '2026-10-23' });
    await bench.work();
    expect(await bench.standing()).toEqual(['float/A1/1 completed', 'float/A1/2 completed']);
    expect(owned()).toMatchObject({ minutes: 3600, endDate: '2026-10-23' });
    expect(labour()).toMatchObject({ minutes: 3600 });
    expect(await bench.planned()).toEqual(['2026-10-05 1200', '2026-10-12 1200', '2026-10-19 1200']);
  });

  it('while it is being carried is carried again, though nobody has reported it yet', async () => {
    bench.firm.meanwhile = () => bench.firm.assignments.set('A1', assignment({ minutes: 1200 }));
    await bench.assign();
    await bench.work();
    expect(await bench.standing()).toEqual(['float/A1/1 completed']);
    expect([owned()!.minutes, labour()!.minutes]).toEqual([1200, 1200]);
    expect(await bench.steps()).toContain('state task ownership in PSA, round 2');
  });

  it('is told everywhere as it was seen at first where it changes during an outage, and then as it is', async () => {
    bench.firm.down.add('erp');
    await bench.assign();
    await bench.work();
    bench.firm.down.clear();
    await bench.assign({ minutes: 1200 });
    await bench.work();
    expect(await bench.standing()).toEqual(['float/A1/1 completed']);
    expect([owned()!.minutes, labour()!.minutes]).toEqual([1200, 1200]);
  });

  it('is not undone by a report of an older state that comes late', async () => {
    await bench.assign();
    await bench.work();
    await bench.assign({ minutes: 3600, endDate: '2026-10-23' });
    await bench.work();
    await bench.tellOf(assignment());
    await bench.work();
    expect(owned()!.minutes).toBe(3600);
    expect(bench.firm.writes).toBe(4);
  });

  it('supersedes reports that were in the log before it was read', async () => {
    await bench.assign();
    await bench.work();
    await bench.database.query('delete from inbox');
    await bench.database.query('update subscription set position = 0');
    await bench.deliver();
    const outcomes = await rows(
      bench.database,
      `select outcome from inbox where subscription = 'assignments are carried through'`,
    );
    expect(outcomes).toEqual([{ outcome: 'superseded' }]);
  });

  it('to another person ends the work of the first', async () => {
    bench.firm.workers.set('W2', worker({ id: 'W2', number: '1022' }));
    await bench.tellOfWorker('W2');
    await bench.assign();
    await bench.work();
    await bench.assign({ workerNumber: '1022' });
    await bench.work();
    expect([owned()!.minutes, labour()!.minutes]).toEqual([0, 0]);
    expect(bench.firm.ownership.get('float/A1/1022/P-1')!.minutes).toBe(2400);
    expect(await bench.planned()).toEqual(['2026-10-05 1200', '2026-10-12 1200']);
  });
});

describe('an assignment that is taken back', () => {
  it('ends ownership, labour and forecast, and keeps its history', async () => {
    await bench.assign();
    await bench.work();
    await bench.assign({ status: 'cancelled' }, events.assignmentCancelled);
    await bench.work();
    expect([owned()!.minutes, labour()!.minutes]).toEqual([0, 0]);
    expect(await bench.planned()).toEqual([]);
    const history = await rows(
      bench.database,
      `select turn, carried -> 'ownership' ->> 'minutes' as minutes from assignment_history order by turn`,
    );
    expect(history).toEqual([
      { turn: 1, minutes: '2400' },
      { turn: 2, minutes: null },
    ]);
  });

  it('is the same where the scheduler no longer has it, or only plans it', async () => {
    await bench.assign();
    await bench.work();
    bench.firm.assignments.delete('A1');
    await bench.tellOf(assignment({ status: 'cancelled' }), events.assignmentCancelled);
    await bench.work();
    expect(owned()!.minutes).toBe(0);
    await bench.assign();
    await bench.work();
    expect(owned()!.minutes).toBe(2400);
    await bench.assign({ status: 'tentative' });
    await bench.work();
    expect(owned()!.minutes).toBe(0);
  });

  it('says nothing to anybody where it was never carried', async () => {
    await bench.assign({ status: 'cancelled' }, events.assignmentCancelled);
    await bench.work();
    expect(await bench.standing()).toEqual(['float/A1/1 completed']);
    expect(bench.firm.writes).toBe(0);
  });
});
