import { monthOf, totalsByCurrency } from '#kernel';
import type { Systems } from '#platform';
import { defineWorkflow } from '#workflow';
import { billOf } from '../bill.js';
import type { IntercompanyChargeRepository } from './intercompany-charge.repository.js';

export interface ChargeIntercompany {
  batch: string;
  /** The employing entity, whose charge it is. */
  legalEntity: string;
  /** In its ERP; the customer is the contracting entity. */
  project: string;
}

export interface IntercompanyServices {
  systems: Systems;
  charges: IntercompanyChargeRepository;
}

/** What one legal entity asks another for its people's work, as a bill of the first to the second (E25). */
export const chargeIntercompany = defineWorkflow<ChargeIntercompany, IntercompanyServices>({
  name: 'intercompany-charge',
  version: 1,
  class: { latency: 'scheduled', criticality: 'revenue', recovery: 'resume', slo: '1h' },
  owners: { default: 'finance-operations', forbidden: 'integration-operations' },
  runKey: ({ batch }) => batch,

  async run(flow, { batch, legalEntity, project }, { systems, charges }) {
    flow.about({ title: `Charge of ${legalEntity} on ${project}`, legalEntity, project });
    await flow.waitForWindow('the books are open', legalEntity);
    await flow.step('take the charges of the batch', { act: () => charges.take(batch) });
    const { items } = await flow.read('charges of the batch', async () => ({ items: await charges.charges(batch) }));
    if (items.length === 0) return;
    const [total] = totalsByCurrency(items.map(({ amount }) => amount));
    flow.about({
      title: `Charge of ${legalEntity} to ${items[0]!.contracting} for ${items.length} entries`,
      legalEntity,
      project,
      billingCycle: monthOf(items[0]!.date),
      moneyAtRisk: total ?? null,
    });
    const bill = billOf(project, batch, items);
    const { kind, reference, state: body } = bill;
    const erp = systems.for('erp', legalEntity);
    await flow.step(`raise ${kind} to ${items[0]!.contracting}`, {
      act: (key) =>
        kind === 'invoice' ? erp.putInvoice({ reference, key, body }) : erp.putCreditMemo({ reference, key, body }),
    });
    await flow.step('note the charge', { act: () => charges.charged(batch, bill) });
  },
});
