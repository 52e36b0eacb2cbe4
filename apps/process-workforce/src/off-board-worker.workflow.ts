import { events, type WorkerLeaving } from '#contracts';
import { nothingThere } from '#kernel';
import { defineWorkflow } from '#workflow';
import { changeWorker } from './change-worker.workflow.js';
import { assertNothingByHand, ending, endings, endPlaces } from './ending.js';
import { accessEnds, lastDayOf } from './last-day.js';
import type { Loan } from './loans/loan.js';
import type { WorkforceServices } from './services.js';

/** The last day as it was told, and what it was told under. */
export type OffBoardWorker = Pick<WorkerLeaving, 'instance' | 'workerId' | 'workerNumber' | 'lastDay' | 'notice'>;

/**
 * Ends what somebody could do, as the day after their last day begins where they work (E11): staffing, time, access,
 * employment, in this order; nothing is deleted. A last day that is taken back before the day ends this run.
 */
export const offBoardWorker = defineWorkflow<OffBoardWorker, WorkforceServices>({
  name: 'worker-off-boarding',
  version: 1,
  class: { latency: 'scheduled', criticality: 'staffing', recovery: 'resume', slo: '15m' },
  owners: { rejected: 'integration-operations', conflict: 'hr-operations', default: 'integration-operations' },
  startsOn: {
    types: [events.workerTerminated],
    input: (event) => {
      const { instance, workerId, workerNumber, lastDay, notice } = event.data as OffBoardWorker;
      return { instance, workerId, workerNumber, lastDay, notice };
    },
  },
  waitsFor: [events.workerTerminationWithdrawn],
  runKey: ({ notice }) => notice,

  async run(flow, input, services) {
    const { people, loans, systems, estate } = services;
    const { workerNumber, lastDay, notice } = input;
    const title = `Off-boarding of worker ${workerNumber}, last day ${lastDay}`;
    flow.about({ title });
    const { at } = await flow.read('when access ends', async () => {
      const { carried } = (await people.byNumber(workerNumber))!;
      return { at: accessEnds(lastDay, estate.timeZoneOf(carried)).toISOString() };
    });
    const withdrawn = await flow.waitFor('day after the last day', {
      event: events.workerTerminationWithdrawn,
      data: { notice },
      deadline: at,
    });
    if (withdrawn) return flow.about({ title: `${title}: taken back` });
    // Asked once: after a half-done ending only its end, and then a return, leads back.
    const { stays } = await flow.step('ask HR once more', {
      act: async () => {
        const worker = await systems.named('hr', input.instance).getWorker({ id: input.workerId }).catch(nothingThere);
        const last = worker && lastDayOf(worker);
        return { stays: worker !== null && (last === null || last > lastDay) };
      },
    });
    if (stays) return flow.about({ title: `${title}: HR says otherwise by now` });
    const { person } = await flow.read('worker as carried through', async () => ({
      person: (await people.byNumber(workerNumber))!,
    }));
    flow.about({ title, legalEntity: person.carried.legalEntity });
    const leaver = { worker: person.carried, holders: endings, names: ending, held: person.places, lastDay };
    const { places, byHand } = await endPlaces(flow, leaver, services);
    const { isLast, lent = [] } = await flow.step<{ isLast: boolean; lent?: Loan[] }>('note that the worker left', {
      act: async () => {
        const left = await people.leave({ number: workerNumber, notice, lastDay }, places);
        return { ...left, lent: await loans.of(workerNumber) };
      },
      rehearse: () => ({ isLast: true }),
    });
    for (const { id: loan, legalEntity } of lent) {
      await flow.publish(`tell that the loan to ${legalEntity} is over`, {
        type: events.workerLoanOver,
        subject: `worker/${workerNumber}`,
        data: { loan, workerNumber, legalEntity, lastDay },
      });
    }
    await flow.publish('tell that the worker is off-boarded', {
      type: events.workerOffBoarded,
      subject: `worker/${workerNumber}`,
      data: input,
    });
    if (!isLast) {
      const { instance, workerId } = input;
      await flow.child('look at what HR says now', changeWorker, { instance, workerId, change: `${notice}.after` });
    }
    await assertNothingByHand(flow, { number: workerNumber, what: 'left' }, byHand);
  },
});
