import { events, type RecordChanged } from '#contracts';
import { defineWorkflow } from '#workflow';
import type { People } from './people.js';
import type { StaffedWorker } from './worker.repository.js';

export interface KeepWorker {
  /** HR instance, and the id there. */
  instance: string;
  id: string;
  /** Each report is a run of its own: what is kept must not stay what it was first. */
  event: string;
}

export interface WorkerServices {
  people: People;
}

/** Keeps what staffing needs of a worker; and where in which HR system the worker number is found. */
export const keepWorker = defineWorkflow<KeepWorker, WorkerServices>({
  name: 'worker-directory',
  version: 1,
  class: { latency: 'near-real-time', criticality: 'staffing', recovery: 'resume', slo: '15m' },
  owners: { conflict: 'hr-operations', default: 'integration-operations' },
  startsOn: {
    types: [events.workerHired, events.workerChanged],
    input: (event) => {
      const { instance, id } = event.data as RecordChanged;
      return { instance, id, event: event.id };
    },
  },
  runKey: ({ instance, id, event }) => `${instance}/${id}/${event}`,

  async run(flow, { instance, id }, { people }) {
    flow.about({ title: `Worker ${id} of ${instance} for staffing` });
    await flow.step('keep the worker for staffing', {
      act: async () => {
        const worker = await people.reported(instance, id);
        // Somebody without a number is not onboarded yet; completing them is another report.
        if (worker.number) await people.workers.put(worker as StaffedWorker);
        return { number: worker.number };
      },
    });
  },
});
