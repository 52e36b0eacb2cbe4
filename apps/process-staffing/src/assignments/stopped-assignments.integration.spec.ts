import { events } from '#contracts';
import { Failure } from '#kernel';
import { rows } from '#platform';
import { StaffingBench } from './assignments.fixture.js';
import { assignment, project, worker } from './firm.fixture.js';

let bench: StaffingBench;
beforeAll(async () => {
  bench = await StaffingBench.open();
});
afterAll(() => bench.close());
beforeEach(() => bench.begin());

const reference = 'float/A1/1021/P-1';
const owned = () => bench.firm.ownership.get(reference);
const labour = () => bench.firm.labour.get(reference);

describe('an assignment that something speaks against', () => {
  it('before staffing can begin writes nothing, is an exception, and goes on by itself (K5, E3)', async () => {
    bench.firm.projects.set('P-2', { ...project, code: 'P-2' });
    await bench.assign({ project: 'P-2' });
    await bench.work();
    expect(bench.firm.writes).toBe(0);
    expect(await bench.openExceptions()).toMatchObject([
      {
        code: 'project-not-staffable',
        owner: 'pmo',
        // 2,400 minutes at 120.00 an hour.
        business: { project: 'P-2', client: 'A client', moneyAtRisk: { amount: '4800.00', currency: 'USD' } },
      },
    ]);
    await bench.tellReady('P-2');
    await bench.work();
    expect(await bench.openExceptions()).toEqual([]);
    expect(bench.firm.ownership.get('float/A1/1021/P-2')!.minutes).toBe(2400);
  });

  it('is an exception of overbooking, and goes on when the planner mends it (K4)', async () => {
    await bench.assign({ id: 'A2', minutes: 4800 });
    await bench.work();
    await bench.assign();
    await bench.work();
    const [found] = await bench.openExceptions();
    // 1,200 minutes too many in each of two weeks.
    expect(found).toMatchObject({
      code: 'assignment-conflict',
      owner: 'resource-management',
      business: { moneyAtRisk: { amount: '4800.00', currency: 'USD' } },
    });
    expect(owned()).toBeUndefined();
    await bench.assign({ startDate: '2026-10-19', endDate: '2026-10-30' });
    await bench.work();
    expect(await bench.openExceptions()).toEqual([]);
    expect(owned()!.startDate).toBe('2026-10-19');
  });

  it('during leave is an exception until the leave is withdrawn (K17)', async () => {
    const days = ['05', '06', '07', '08', '09'].map((day) => ({ date: `2026-10-${day}`, minutes: 480 }));
    const leave = { id: 'L1', workerId: 'W1', status: 'approved' as const, days, modifiedAt: null };
    bench.firm.leave = [leave];
    await bench.assign({ minutes: 4800 });
    await bench.work();
    const [found] = await bench.openExceptions();
    // 4,800 planned, 2,400 left.
    expect(found).toMatchObject({ code: 'assignment-at-risk', business: { moneyAtRisk: { amount: '4800.00' } } });
    bench.firm.leave = [];
    await bench.tell(events.leaveRecorded, 'leave/L1', {
      instance: 'workday',
      id: 'L1',
      leave: { ...leave, status: 'withdrawn' },
    });
    await bench.work();
    expect(await bench.openExceptions()).toEqual([]);
    expect(owned()!.minutes).toBe(4800);
  });

  it('of somebody nobody has heard of goes on when the HR system reports them (K12)', async () => {
    await bench.assign({ workerNumber: '1099' });
    await bench.work();
    expect(await bench.openExceptions()).toMatchObject([{ code: 'unknown-worker' }]);
    bench.firm.workers.set('W9', worker({ id: 'W9', number: '1099' }));
    await bench.tellOfWorker('W9');
    await bench.work();
    expect(await bench.openExceptions()).toEqual([]);
    expect(bench.firm.ownership.size).toBe(1);
  });

  it('leaves what was carried before as it is', async () => {
    await bench.assign();
    await bench.work();
    await bench.assign({ minutes: 9600 });
    await bench.work();
    expect(owned()!.minutes).toBe(2400);
    expect(await bench.planned()).toEqual(['2026-10-05 1200', '2026-10-12 1200']);
  });

  it('is carried by the next report, where a person gave the run up', async () => {
    await bench.assign({ minutes: 9600 });
    await bench.work();
    await bench.resolve('cancel');
    await bench.work();
    await bench.assign();
    await bench.work();
    expect(await bench.standing()).toEqual(['float/A1/1 cancelled', 'float/A1/2 completed']);
    expect(owned()!.minutes).toBe(2400);
  });
});

describe('a platform that is away or cannot', () => {
  it('is waited for where it is the scheduler, in sight, and the run goes on by itself (H6)', async () => {
    bench.firm.down.add('scheduling');
    await bench.assign();
    await bench.work();
    await bench.work();
    expect(await bench.standing()).toEqual(['float/A1/1 waiting']);
    expect(await bench.waitingFor()).toMatch(/^assignment in scheduling: scheduling is away; tried since \d{4}-/);
    bench.firm.down.clear();
    await bench.work();
    expect(await bench.standing()).toEqual(['float/A1/1 completed']);
    expect(owned()!.minutes).toBe(2400);
  });

  it('is asked for the same again where its answer was lost, though the assignment changed meanwhile', async () => {
    bench.firm.meanwhile = () => {
      bench.firm.assignments.set('A1', assignment({ minutes: 1200 }));
      throw new Failure('outcome-unknown', 'no answer');
    };
    await bench.assign();
    await bench.work();
    expect(await bench.standing()).toEqual(['float/A1/1 waiting']);
    expect([owned()!.minutes, labour()]).toEqual([2400, undefined]);
    await bench.work();
    expect(await bench.standing()).toEqual(['float/A1/1 completed']);
    expect([owned()!.minutes, labour()!.minutes]).toEqual([1200, 1200]);
    expect(bench.firm.writes).toBe(4);
  });

  it('leaves nothing behind where its run is given up in the middle and the work goes to somebody else', async () => {
    bench.firm.workers.set('W2', worker({ id: 'W2', number: '1022' }));
    await bench.tellOfWorker('W2');
    bench.firm.refuses = 'erp';
    await bench.assign();
    await bench.work();
    expect(owned()!.minutes).toBe(2400);
    await bench.resolve('cancel');
    await bench.work();
    bench.firm.refuses = null;
    await bench.assign({ workerNumber: '1022' });
    await bench.work();
    expect(owned()!.minutes).toBe(0);
    expect(bench.firm.ownership.get('float/A1/1022/P-1')!.minutes).toBe(2400);
  });

  it('keeps nobody else from being told, and the run says why', async () => {
    bench.firm.unable.add('erp');
    await bench.assign();
    await bench.work();
    expect(await bench.standing()).toEqual(['float/A1/1 completed']);
    expect(owned()!.minutes).toBe(2400);
    const [step] = await rows(bench.database, `select result from step where name = 'state planned labour in ERP'`);
    expect(step).toEqual({ result: { unsupported: 'erp keeps no such thing' } });
  });
});
