import { events, type hr, type RecordChanged } from '#contracts';
import type { EstateView, Systems } from '#platform';
import { defineWorkflow } from '#workflow';
import { fullWeekMinutes } from './staffing-facts.js';
import type { StaffedWorker, WorkerRepository } from './worker.repository.js';

export interface KeepWorker {
  /** HR instance, and the id there. */
  instance: string;
  id: string;
  /** Each report is a run of its own: what is kept must not stay what it was first. */
  event: string;
}

export interface WorkerServices {
  systems: Systems;
  estate: EstateView;
  workers: WorkerRepository;
}

/** Keeps what assignments and forecasts need of a worker; and where in which HR system the worker number is found. */
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

  async run(flow, { instance, id }, { systems, estate, workers }) {
    flow.about({ title: `Worker ${id} of ${instance} for staffing` });
    await flow.step('keep the worker for staffing', {
      act: async () => {
        const worker = await systems.named('hr', instance).getWorker({ id });
        // Somebody without a number is not onboarded yet; completing them is another report.
        if (worker.number) await workers.put(staffedOf(instance, worker.number, worker, estate));
        return { number: worker.number };
      },
    });
  },
});

const staffedOf = (instance: string, number: string, worker: hr.Worker, estate: EstateView): StaffedWorker => ({
  number,
  instance,
  id: worker.id,
  practice: worker.costCentre && (estate.mapped('practiceOfCostCentre', worker.costCentre) ?? worker.costCentre),
  region: worker.country && (estate.mapped('regionOfCountry', worker.country) ?? worker.country),
  location: worker.location,
  country: worker.country,
  weeklyMinutes: worker.weeklyMinutes ?? fullWeekMinutes,
  firstDay: worker.hireDate,
  lastDay: worker.terminationDate,
  isActive: worker.status === 'active',
  modifiedAt: worker.modifiedAt,
});
