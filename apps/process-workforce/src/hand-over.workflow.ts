import { events, type WorkerMoment } from '#contracts';
import { Failure, type FieldProblem } from '#kernel';
import { defineWorkflow } from '#workflow';
import { formerApprovals, leftBehind } from './loose-ends.js';
import type { WorkforceServices } from './services.js';

/** A notice about somebody: a last day, one that holds no more, or another manager. */
export interface HandOver extends Pick<WorkerMoment, 'instance' | 'workerId' | 'workerNumber' | 'notice'> {
  why: 'last-day' | 'manager';
}

/** What somebody leaves behind. */
interface LooseEnds {
  items: FieldProblem[];
  /** Said by a person: everybody concerned knows. */
  settled?: boolean;
}

/**
 * Tells the people concerned what a last day or another manager leaves open (E11, K24): assignments after the day, time
 * to hand in, reports and approvals that still go to somebody who is not the manager any more. Holds up nothing.
 */
export const handOver = defineWorkflow<HandOver, WorkforceServices>({
  name: 'worker-hand-over',
  version: 1,
  class: { latency: 'near-real-time', criticality: 'staffing', recovery: 'resume', slo: '1d' },
  owners: { conflict: 'pmo', default: 'integration-operations' },
  startsOn: {
    types: [events.workerTerminated, events.workerTerminationWithdrawn, events.workerManagerChanged],
    input: ({ type, data }) => {
      const { instance, workerId, workerNumber, notice } = data as WorkerMoment;
      const why = type === events.workerManagerChanged.type ? 'manager' : 'last-day';
      return { instance, workerId, workerNumber, notice, why };
    },
  },
  runKey: ({ notice, why }) => `${notice}/${why}`,

  async run(flow, input, services) {
    const { workerNumber, why } = input;
    const about = why === 'manager' ? 'another manager' : 'a last day';
    flow.about({ title: `Hand-over for worker ${workerNumber}: ${about}` });
    const ends = await flow.read<LooseEnds>('loose ends', async () => ({
      items: why === 'manager' ? await formerApprovals(input, services) : await leftBehind(input, services),
    }));
    await flow.check('nothing is left behind', () => assertSettled(workerNumber, why, ends), {
      corrects: 'loose ends',
    });
  },
});

function assertSettled(number: string, why: HandOver['why'], { items, settled }: LooseEnds): void {
  if (items.length === 0 || settled === true) return;
  const isManager = why === 'manager';
  const what = items.map(({ message }) => message).join('; ');
  throw new Failure(
    'conflict',
    `worker ${number} ${isManager ? 'has another manager' : 'leaves'}: ${what}`.slice(0, 2000),
    {
      code: isManager ? 'former-manager' : 'leaver-loose-ends',
      record: `worker ${number}`,
      remedy: 'see to each, then retry to look again, or correct settled=true where everybody concerned knows',
      fields: items,
    },
  );
}
