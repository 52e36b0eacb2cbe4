import { events, type WorkerMoment } from '#contracts';
import { defineWorkflow } from '#workflow';
import { assertCommittable, commitmentOf, notCommitted } from './commitment.js';
import { lastDayOf } from './last-day.js';
import type { WorkforceServices } from './services.js';

/** The notice of a contract that is new or changed. */
export type CommitContractor = Pick<WorkerMoment, 'instance' | 'workerId' | 'workerNumber' | 'notice'>;

/** A contract, or its extension, becomes a purchase commitment of its whole length in the ERP (E10, K18). */
export const commitContractor = defineWorkflow<CommitContractor, WorkforceServices>({
  name: 'contractor-commitment',
  version: 1,
  class: { latency: 'near-real-time', criticality: 'revenue', recovery: 'resume', slo: '1h' },
  owners: { rejected: 'finance-operations', conflict: 'finance-operations', default: 'integration-operations' },
  startsOn: {
    types: [events.contractorChanged],
    input: ({ data }) => {
      const { instance, workerId, workerNumber, notice } = data as WorkerMoment;
      return { instance, workerId, workerNumber, notice };
    },
  },
  runKey: ({ notice }) => notice,

  async run(flow, { instance, workerId, workerNumber: number }, { systems, estate, people }) {
    const title = `Commitment for contractor ${number}`;
    flow.about({ title });
    const { carried } = await flow.read('contractor as carried through', async () => ({
      carried: (await people.byNumber(number))!.carried,
    }));
    const commitment = await flow.read('commitment', async () => {
      const lastDay = lastDayOf(await systems.named('hr', instance).getWorker({ id: workerId }));
      return commitmentOf(carried, lastDay, estate);
    });
    const { legalEntity, costCentre, hireDate } = carried;
    flow.about({
      title: `${title} until ${commitment.endDate ?? 'an open end'}`,
      legalEntity,
      moneyAtRisk: commitment.amount,
    });
    if (commitment.endDate === null || commitment.enteredAs) return;
    await flow.check('commitment is complete', () => assertCommittable(number, commitment), { corrects: 'commitment' });
    const { supplier, startDate, endDate, amount } = commitment;
    await flow.step('commit to the contractor in ERP', {
      act: (key) =>
        systems
          .for('erp', legalEntity)
          .putPurchaseCommitment({
            reference: `${number}/${hireDate}`,
            key,
            body: {
              legalEntity,
              supplier: supplier!,
              workerNumber: number,
              costCentre,
              startDate: startDate!,
              endDate,
              amount: amount!,
              description: `${carried.firstName} ${carried.lastName}, ${startDate} to ${endDate}`,
            },
          })
          .catch((error: unknown) => {
            throw notCommitted(error, number);
          }),
      corrects: 'commitment',
    });
  },
});
