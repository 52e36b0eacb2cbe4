import { events } from '#contracts';
import { dayAgo, daysAgo, type Told, usd } from '../experience.fixture.js';

export interface Disconnect {
  how: string;
  inject: () => Promise<unknown>;
  heal: () => Promise<unknown>;
}

const hire = { instance: 'bamboohr', id: '100' };
const ready = { workerNumber: '1001', resourceId: '9', instance: 'bamboohr', workerId: '100' };
const leaver = { instance: 'bamboohr', workerId: '100', workerNumber: '1001', notice: 'n', lastDay: dayAgo(3) };
const place = {
  id: '7',
  workerNumber: '1001',
  roleName: 'Consultant',
  minutes: 600,
  project: 'P-OPP-1',
  startDate: dayAgo(8),
  endDate: dayAgo(-8),
  status: 'confirmed' as const,
};

/** What comes apart, which detectors that lights, and what brings it together again. */
export function disconnects(told: () => Told): [lights: string[], disconnect: Disconnect][] {
  const assigned = (more: object = {}, at = daysAgo(2)) =>
    told().that(
      events.assignmentConfirmed,
      'assignment/7',
      { instance: 'float', id: '7', assignment: { ...place, ...more } },
      at,
      'work-7',
    );
  const carried = () =>
    told().that(
      events.runEnded,
      'run/1',
      { owner: 'process-staffing', id: '1', workflow: 'assignment-sync', state: 'completed', project: 'P-OPP-1' },
      daysAgo(1),
      'work-7',
    );

  /** An exception that is open, and then settled. */
  const stopped = (className: string, owner: string, amount?: string): Disconnect => {
    const facts = { class: className, owner, ...(amount && { amount }) };
    let id: string;
    return {
      how: `an exception of class ${className} in ${owner}`,
      inject: async () => void (id = await told().raised('run/9', facts)),
      heal: async () => void (await told().settled(id, 'run/9', facts)),
    };
  };

  const active = async (): Promise<void> => {
    await told().won('OPP-1');
    await told().project('Created', 'OPP-1');
    await told().project('Activated', 'OPP-1');
    await told().project('StaffingReady', 'OPP-1');
  };

  return [
    [
      ['Q1'],
      {
        how: 'somebody has left and can still enter',
        inject: async () => {
          await told().that(events.workerHired, 'worker/100', hire, daysAgo(9));
          await told().that(events.workerReady, 'worker/1001', ready, daysAgo(8));
          await told().that(events.workerTerminated, 'worker/1001', leaver);
        },
        heal: () => told().that(events.workerOffBoarded, 'worker/1001', leaver),
      },
    ],
    [['Q1'], stopped('K24', 'process-workforce')],
    [
      ['Q2', 'Q15'],
      {
        how: 'time is approved without a project code',
        inject: async () => {
          await told().time('1', { project: null });
          await told().line('1', { project: null, state: 'skipped', invoice: null });
        },
        heal: async () => {
          await told().time('1', { project: 'P-OPP-1' }, daysAgo(0));
          await told().line('1', { updatedAt: daysAgo(0) });
        },
      },
    ],
    [['Q2', 'Q15'], stopped('K7', 'process-billing', '180.00')],
    [
      ['Q3'],
      { how: 'a promise is not carried to PSA and ERP', inject: () => active().then(() => assigned()), heal: carried },
    ],
    [['Q4'], stopped('K23', 'process-workforce')],
    [['Q4'], stopped('K16', 'process-staffing')],
    [
      ['Q5'],
      {
        how: 'a project is active and nobody may be staffed on it',
        inject: async () => {
          await told().won('OPP-1');
          await told().project('Created', 'OPP-1');
          await told().project('Activated', 'OPP-1');
        },
        heal: () => told().project('StaffingReady', 'OPP-1'),
      },
    ],
    [['Q5'], stopped('K13', 'process-projects', '10000.00')],
    [['Q6'], stopped('K4', 'process-staffing')],
    [
      ['Q7', 'Q8', 'Q15'],
      {
        how: 'approved time is taken up by nobody',
        inject: () => told().time('1'),
        heal: () => told().line('1'),
      },
    ],
    [
      ['Q7', 'Q15'],
      {
        how: 'approved time waits for its posting',
        inject: () => told().line('1', { state: 'ready', invoice: null }),
        heal: () => told().line('1', { updatedAt: daysAgo(0) }),
      },
    ],
    [
      ['Q8', 'Q15'],
      {
        how: 'the ERP has less of a project than the PSA',
        inject: async () => {
          await told().time('1');
          await told().line('1', { minutes: 30 });
        },
        heal: () => told().line('1', { updatedAt: daysAgo(0) }),
      },
    ],
    [
      ['Q9'],
      {
        how: 'a deal is won and nothing comes of it',
        inject: () => told().won('OPP-1'),
        heal: active,
      },
    ],
    [
      ['Q9', 'Q10'],
      {
        how: 'somebody is promised to a project that is not open',
        inject: async () => {
          await told().won('OPP-1');
          await assigned();
          await carried();
        },
        heal: active,
      },
    ],
    [
      ['Q11'],
      {
        how: 'the ERP refuses a line',
        inject: () => told().line('1', { state: 'stopped', invoice: null, date: dayAgo(5) }),
        heal: () => told().line('1', { updatedAt: daysAgo(0) }),
      },
    ],
    [['Q11'], stopped('K14', 'process-billing', '180.00')],
    [
      ['Q12'],
      {
        how: 'two HR systems hold the same worker',
        inject: async () => {
          for (const instance of ['bamboohr', 'workday']) {
            await told().that(events.workerHired, `worker/${instance}`, { instance, id: '100' }, daysAgo(9));
            await told().that(events.workerReady, 'worker/1001', { ...ready, instance }, daysAgo(8));
          }
        },
        heal: () => told().that(events.workerOffBoarded, 'worker/1001', { ...leaver, instance: 'workday' }),
      },
    ],
    [['Q12'], stopped('K11', 'process-workforce')],
    [
      ['Q13'],
      {
        how: 'more is billed than was sold',
        inject: async () => {
          await active();
          await told().won('OPP-1', { amount: usd('100.00'), modifiedAt: daysAgo(1) });
          await told().line('1');
        },
        heal: () => told().won('OPP-1', { amount: usd('180.00'), modifiedAt: daysAgo(0) }),
      },
    ],
    [
      ['Q14', 'Q15'],
      {
        how: 'somebody is hired and not set up',
        inject: () => told().that(events.workerHired, 'worker/100', hire, daysAgo(2)),
        heal: () => told().that(events.workerReady, 'worker/1001', ready),
      },
    ],
    [['Q15', 'Q16'], stopped('K8', 'process-billing', '90.00')],
    [
      ['Q7', 'Q15', 'Q16'],
      {
        how: 'time is approved after its month',
        inject: () => told().line('1', { state: 'waiting', invoice: null, date: dayAgo(70) }),
        heal: () => told().line('1', { date: dayAgo(70), updatedAt: daysAgo(0) }),
      },
    ],
    [
      ['Q17'],
      {
        how: 'a charge is on no invoice',
        inject: () => told().line('1', { invoice: null }),
        heal: () => told().line('1', { updatedAt: daysAgo(0) }),
      },
    ],
    [
      ['Q18'],
      {
        how: 'an assignment has ended and half of it was not worked',
        inject: async () => {
          await active();
          await assigned({ endDate: dayAgo(4), minutes: 120 });
          await carried();
          await told().time('1');
          await told().line('1');
        },
        heal: async () => {
          await told().time('2');
          await told().line('2');
        },
      },
    ],
    [
      ['Q19'],
      {
        how: 'a source of the figures is away',
        inject: async () => {
          await told().kept.failed('process-billing', 'cannot be reached');
          await told().database.query(`update source set failed_at = failed_at - interval '1 hour'`);
        },
        heal: () => told().kept.answered('process-billing'),
      },
    ],
    [['Q19'], stopped('K22', 'process-operations')],
  ];
}
