import { events } from '#contracts';
import { Failure } from '#kernel';
import { rows } from '#platform';
import { CapacityBench } from './capacity.fixture.js';
import { assignment, worker } from './firm.fixture.js';

let bench: CapacityBench;

beforeAll(async () => {
  bench = await CapacityBench.open();
});
beforeEach(() => bench.clear());
afterAll(() => bench.close());

/** 26 October 2026 is a Monday. */
const [monday, tuesday, wednesday] = ['2026-10-26 480', '2026-10-27 480', '2026-10-28 480'] as const;

async function carry(...leave: Parameters<CapacityBench['leave']>): Promise<string> {
  const outcome = await bench.tell(bench.leave(...leave));
  await bench.work();
  return outcome;
}

describe('leave (E5)', () => {
  it('reaches the scheduler, and everybody is told', async () => {
    await carry([monday, '2026-10-27 225']);
    expect(bench.absence()).toEqual(['2026-10-26 480', '2026-10-27 225']);
    expect(await bench.told()).toEqual([
      { workerNumber: '107', from: '2026-10-26', to: '2026-10-27', awayMinutes: 705, assignmentsAtRisk: 0 },
    ]);
    expect(await bench.standing()).toEqual([
      { title: 'Capacity of worker 107 from 2026-10-26 to 2026-10-27', state: 'completed', waitingFor: null },
    ]);
  });

  it('that is only asked for keeps nobody from work', async () => {
    await carry([monday], { status: 'requested' });
    expect(await bench.standing()).toEqual([]);
    await carry([monday]);
    expect(bench.absence()).toEqual([monday]);
  });

  it('that was changed replaces what it was', async () => {
    await carry([monday, tuesday]);
    await carry([tuesday, '2026-10-28 240']);
    expect(bench.absence()).toEqual([tuesday, '2026-10-28 240']);
  });

  it('that was withdrawn is nothing', async () => {
    await carry([monday, tuesday]);
    await carry([monday, tuesday], { status: 'withdrawn' });
    expect(bench.absence()).toEqual([]);
    expect((await bench.told()).at(-1)).toMatchObject({ from: '2026-10-26', to: '2026-10-27', awayMinutes: 0 });
  });

  it('told twice changes nothing', async () => {
    const version = bench.leave([monday]);
    await bench.tell(version);
    await bench.work();
    await bench.tell(version);
    await bench.work();
    expect(await bench.standing()).toHaveLength(1);
    expect(bench.planning.statements).toBe(1);
  });

  it('of an older version that comes late is superseded', async () => {
    const [older, newer] = [bench.leave([monday]), bench.leave([tuesday])];
    expect(await bench.tell(newer)).toBe('applied');
    expect(await bench.tell(older)).toBe('superseded');
    await bench.work();
    expect(bench.absence()).toEqual([tuesday]);
  });

  it('that overlaps another counts once, and what is left of it when the other is withdrawn', async () => {
    await carry([monday, tuesday]);
    await carry([tuesday, wednesday], { id: '2' });
    expect(bench.absence()).toEqual([monday, tuesday, wednesday]);
    await carry([monday, tuesday], { status: 'withdrawn' });
    expect(bench.absence()).toEqual([tuesday, wednesday]);
  });

  it('on a holiday of the place counts once', async () => {
    bench.people.holidays = [
      { date: '2026-10-26', name: 'A day', location: 'Boston' },
      { date: '2026-10-28', name: 'Elsewhere', location: 'Hamburg' },
    ];
    await carry([monday, tuesday]);
    expect(bench.absence()).toEqual([monday, tuesday]);
    expect((await bench.told())[0]!.awayMinutes).toBe(960);
  });

  it('of somebody who works less from now on takes less, once the directory keeps them so', async () => {
    await carry([monday]);
    bench.people.workers = [worker('7', { weeklyMinutes: 1200 })];
    await bench.tellOfWorker('7');
    await bench.work();
    expect(bench.absence()).toEqual(['2026-10-26 240']);
  });

  it('over the turn of the year is told of each', async () => {
    await carry(['2026-12-31 480', '2027-01-01 480', '2027-01-04 480']);
    expect(bench.absence()).toEqual(['2026-12-31 480']);
    expect(bench.absence('107', 2027)).toEqual(['2027-01-01 480', '2027-01-04 480']);
  });

  it('is days and minutes, whatever else is said of it', async () => {
    const version = bench.leave([monday]);
    Object.assign(version.leave, { reason: 'sickness' });
    Object.assign(version.leave.days[0]!, { kind: 'sickness' });
    await bench.tell(version);
    await bench.work();
    for (const table of ['capacity_leave', 'capacity_stated', 'run', 'step', 'outbox', 'exception']) {
      const kept = await rows(bench.database, `select to_jsonb(kept)::text as text from ${table} as kept`);
      expect(JSON.stringify(kept)).not.toContain('sickness');
    }
  });
});

describe('a scheduler', () => {
  const refusing = (failure: Failure): void => {
    bench.planning.refuses = failure;
  };

  it('that is away is waited for, visibly, and then told', async () => {
    refusing(new Failure('unavailable', 'kantata has been away; nothing was sent'));
    await carry([monday]);
    const [run] = await bench.standing();
    expect(run).toMatchObject({ state: 'waiting' });
    expect(run!.waitingFor).toContain('state the absence in scheduling of 2026: kantata has been away');
    bench.planning.refuses = null;
    await bench.work();
    expect(bench.absence()).toEqual([monday]);
    expect((await bench.standing())[0]).toMatchObject({ state: 'completed' });
  });

  it('that holds no absences is said in the run, and capacity is worked out all the same', async () => {
    refusing(new Failure('unsupported', 'is not built yet'));
    await carry([monday]);
    expect(await bench.standing()).toMatchObject([
      { state: 'completed', title: expect.stringContaining('kantata holds no absences') as string },
    ]);
    const { items } = await bench.views.list({ from: '2026-10-26', to: '2026-10-30' });
    expect(items[0]!.weeks[0]).toMatchObject({ workingMinutes: 2400, leaveMinutes: 480, capacityMinutes: 1920 });
  });

  it('that learns of somebody later is told of their leave then', async () => {
    refusing(new Failure('not-found', 'nobody has this number', { code: 'unknown-worker' }));
    await carry([monday]);
    expect((await bench.standing())[0]!.title).toContain('kantata does not know them');
    bench.planning.refuses = null;
    await bench.deliver(events.workerReady, 'worker/107', { workerNumber: '107', resourceId: '1' });
    await bench.work();
    expect(bench.absence()).toEqual([monday]);
  });

  it('whose answer was lost is told the same again, though the leave changed meanwhile', async () => {
    bench.planning.losesReply = true;
    await carry([monday]);
    expect((await bench.standing())[0]).toMatchObject({ state: 'waiting' });
    await carry([tuesday]);
    expect((await bench.standing()).map(({ state }) => state)).toEqual(['completed', 'completed']);
    expect(bench.absence()).toEqual([tuesday]);
  });

  it('ends with the newest statement where a leave is withdrawn, and that carried through, while it is on its way', async () => {
    bench.planning.meanwhile = async () => {
      await bench.tell(bench.leave([], { status: 'withdrawn' }));
      const [other] = await rows<{ id: string }>(bench.database, 'select id from run where fence = 0');
      await bench.advance(other!.id);
    };
    await carry([monday]);
    expect((await bench.standing()).map(({ state }) => state)).toEqual(['completed', 'completed']);
    expect(bench.absence()).toEqual([]);
  });
});

describe('an assignment that meets leave (K17)', () => {
  const risk = {
    subject: 'kantata/A-1',
    code: 'assignment-at-risk',
    class: 'K17',
    owner: 'resource-management',
    message:
      'worker 107 is promised on P-1: 960 of 2400 minutes from 2026-10-26 to 2026-10-30 find no place while they are away',
    business: {
      project: 'P-1',
      client: 'A client',
      legalEntity: 'MER-US',
      billingCycle: null,
      moneyAtRisk: { amount: '2880.00', currency: 'USD' },
    },
  };

  beforeEach(() => {
    bench.planning.assignments = [assignment('A-1')];
  });

  const changed = async (): Promise<void> => {
    const data = { instance: 'kantata', id: 'A-1', assignment: assignment('A-1') };
    await bench.deliver(events.assignmentChanged, 'assignment/A-1', data);
    await bench.work();
  };

  it('is somebody’s to staff, with project, client and money at risk', async () => {
    await carry([monday, tuesday]);
    expect(await bench.raised()).toEqual([risk]);
    expect((await bench.told())[0]).toMatchObject({ awayMinutes: 960, assignmentsAtRisk: 1 });
    const { items } = await bench.views.atRisk({});
    expect(items).toMatchObject([
      {
        instance: 'kantata',
        id: 'A-1',
        workerNumber: '107',
        client: 'A client',
        atRiskMinutes: 960,
        leaveMinutes: 960,
      },
    ]);
    expect(items[0]!.moneyAtRisk).toEqual({ amount: '2880.00', currency: 'USD' });
  });

  it('is worth what its days are sold for where the rate changes meanwhile', async () => {
    bench.planning.assignments = [assignment('A-1', { project: 'P-3' })];
    await carry([monday, tuesday]);
    // A fifth of 960 minutes at 180.00, the others at 240.00 an hour.
    expect(await bench.raised()).toMatchObject([{ business: { moneyAtRisk: { amount: '3648.00', currency: 'USD' } } }]);
  });

  it('is listed and nobody’s where it is no more than a day, or not promised', async () => {
    await carry([monday]);
    bench.planning.assignments = [assignment('A-1', { status: 'tentative' })];
    await carry([monday, tuesday], { id: '2', workerId: '7' });
    expect(await bench.raised()).toEqual([]);
    expect((await bench.views.atRisk({})).items).toMatchObject([{ id: 'A-1', atRiskMinutes: 960 }]);
  });

  it('is nobody’s any more once the leave is withdrawn', async () => {
    await carry([monday, tuesday]);
    await carry([], { status: 'withdrawn' });
    expect(await bench.raised()).toEqual([]);
    expect((await bench.views.atRisk({})).items).toEqual([]);
  });

  it('is nobody’s any more once it is staffed otherwise', async () => {
    await carry([monday, tuesday]);
    bench.planning.assignments = [];
    await changed();
    expect(await bench.raised()).toEqual([]);
  });

  it('that somebody accepted is not raised again, unless it gets worse', async () => {
    await carry([monday, tuesday]);
    await bench.decide('kantata/A-1', 'skip');
    await changed();
    expect(await bench.raised()).toEqual([]);
    await carry([monday, tuesday, wednesday]);
    expect(await bench.raised()).toMatchObject([
      { subject: 'kantata/A-1', business: { moneyAtRisk: { amount: '4320.00' } } },
    ]);
  });

  it('is weighed again when somebody says so, and cannot be corrected here', async () => {
    await carry([monday, tuesday]);
    await expect(bench.decide('kantata/A-1', 'correct')).rejects.toThrow('cannot be settled by "correct"');
    await bench.decide('kantata/A-1', 'retry');
    expect(await bench.raised()).toEqual([]);
    await bench.work();
    expect(await bench.raised()).toEqual([risk]);
  });

  it('that is over is of no interest', async () => {
    bench.planning.assignments = [assignment('A-1', { startDate: '2026-10-12', endDate: '2026-10-16' })];
    await carry(['2026-10-12 480', '2026-10-13 480']);
    expect(await bench.raised()).toEqual([]);
  });
});
