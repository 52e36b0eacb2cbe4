import { events } from '#contracts';
import { defineWorkflow, type Flow } from '#workflow';
import type { People } from '../people/people.js';
import type { PlacedWorker, Span } from '../people/worker.repository.js';
import type { CapacityService } from './capacity.service.js';
import { assertPlaceable } from './capacity-rules.js';

export interface UpdateCapacity extends Span {
  /** HR instance of the worker. */
  instance: string;
  workerId: string;
  /** What happened, and the event that told it; of the key. */
  reason: string;
}

export interface CapacityServices {
  people: People;
  capacity: CapacityService;
}

/** From time away to what somebody can work, what no longer fits, and what that costs (E5, K17). */
export const updateCapacity = defineWorkflow<UpdateCapacity, CapacityServices>({
  name: 'capacity-update',
  version: 1,
  class: { latency: 'near-real-time', criticality: 'staffing', recovery: 'resume', slo: '15m' },
  owners: { rejected: 'hr-operations', conflict: 'hr-operations', default: 'integration-operations' },
  runKey: ({ instance, reason }) => `${instance}/${reason}`,

  async run(flow, { instance, workerId, from, to }, { people, capacity }) {
    const span = { from, to };
    flow.about({ title: `Capacity of worker ${workerId} of ${instance} from ${from} to ${to}` });
    const found = await flow.read('worker', () => people.reported(instance, workerId));
    await flow.check('worker can be found elsewhere', () => assertPlaceable(found), { corrects: 'worker' });
    const worker = found as PlacedWorker;
    const title = `Capacity of worker ${worker.number} from ${from} to ${to}`;
    flow.about({ title, legalEntity: worker.legalEntity });
    await flow.step('note the worker', { act: () => people.workers.put(worker) });
    await flow.step('learn the holidays of the place', { act: () => capacity.learnHolidays(instance, span) });
    for (let year = yearOf(from); year <= yearOf(to); year += 1) {
      const cannot = await stateAbsence(flow, capacity, worker, year);
      if (cannot) flow.about({ title: `${title}: ${cannot}` });
    }
    await flow.step('look at the assignments in scheduling', { act: () => capacity.lookAtBookings(worker, span) });
    const { awayMinutes, assignmentsAtRisk } = await flow.step('weigh the assignments', {
      act: () => capacity.weigh(worker, span),
      rehearse: () => ({ awayMinutes: 0, assignmentsAtRisk: 0 }),
    });
    await flow.publish('tell the new capacity', {
      type: events.capacityUpdated,
      subject: `worker/${worker.number}`,
      data: { workerNumber: worker.number, ...span, awayMinutes, assignmentsAtRisk },
    });
  },
});

/**
 * Tells the scheduler every day of a year on which the worker is away. What is sent is journaled first: a repeat under the
 * same key has to be the same request. And since leaves of a worker are carried through side by side and a statement
 * replaces another, each looks again after its own, so that the last one is the newest. Answers why it cannot be told.
 */
async function stateAbsence(
  flow: Flow,
  capacity: CapacityService,
  worker: PlacedWorker,
  year: number,
): Promise<string | null> {
  let { print: stated } = await flow.step(`recall what was told of ${year}`, {
    act: async () => ({ print: await capacity.stated(worker, year) }),
  });
  for (let round = 1; ; round += 1) {
    const of = `${year}${round === 1 ? '' : `, round ${round}`}`;
    const away = await flow.step(`work out the days away in ${of}`, { act: () => capacity.awayIn(worker, year) });
    if (away.print === stated) return null;
    const { cannot } = await flow.step(`state the absence in scheduling of ${of}`, {
      act: (key) => capacity.state(worker, year, away, key),
    });
    if (cannot) return cannot;
    stated = away.print;
  }
}

const yearOf = (day: string): number => Number(day.slice(0, 4));
