import { defineWorkflow } from '#workflow';
import type { Span } from '../people/worker.repository.js';
import { type CapacityServices, updateCapacity } from './update-capacity.workflow.js';

export interface AdjustHolidays extends Span {
  /** HR instance whose calendar changed. */
  instance: string;
  /** The event that told it; of the key. */
  event: string;
}

/** A holiday that was added, moved or taken out changes the capacity of everybody at its place (E5). */
export const adjustHolidays = defineWorkflow<AdjustHolidays, CapacityServices>({
  name: 'holiday-adjustment',
  version: 1,
  class: { latency: 'near-real-time', criticality: 'staffing', recovery: 'resume', slo: '1h' },
  owners: { rejected: 'hr-operations', default: 'integration-operations' },
  runKey: ({ instance, from, to, event }) => `${instance}/holidays/${from}/${to}/${event}`,

  async run(flow, { instance, from, to, event }, { people, capacity }) {
    flow.about({ title: `Holidays of ${instance} from ${from} to ${to}` });
    await flow.step('learn the holidays', { act: () => capacity.learnHolidays(instance, { from, to }) });
    const { workers } = await flow.step('list who works there', {
      act: async () => ({ workers: await people.idsAt(instance) }),
      rehearse: () => ({ workers: [] }),
    });
    // A run each: one whose record is incomplete does not hold up the others.
    await flow.forEach('worker', workers, { key: (id) => id }, (item, workerId) =>
      item.child('update capacity', updateCapacity, {
        instance,
        workerId,
        from,
        to,
        reason: `holidays/${from}/${to}/${event}/${workerId}`,
      }),
    );
  },
});
