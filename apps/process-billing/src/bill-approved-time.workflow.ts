import { type erp, events, schedulerOf } from '#contracts';
import { monthOf, negateMoney, totalsByCurrency } from '#kernel';
import type { EstateView, Systems } from '#platform';
import { defineWorkflow } from '#workflow';
import { type BilledWork, billOf } from './bill.js';
import type { PostedLine } from './billing-batch.repository.js';
import { settle, type Settling } from './settle.js';
import { reportActuals } from './report-actuals.js';

export interface BillApprovedTime {
  batch: string;
  legalEntity: string;
}

export interface BillingServices extends Settling {
  systems: Systems;
  estate: EstateView;
}

/** One micro-batch of approved time: charged, invoiced, reported back (E6). */
export const billApprovedTime = defineWorkflow<BillApprovedTime, BillingServices>({
  name: 'time-to-billing',
  version: 1,
  class: { latency: 'scheduled', criticality: 'revenue', recovery: 'resume', slo: '1h' },
  owners: { default: 'finance-operations', forbidden: 'integration-operations' },
  runKey: ({ batch }) => batch,

  async run(flow, { batch, legalEntity }, services) {
    const { systems, estate, lines, batches } = services;
    flow.about({ title: `Billing of approved time in ${legalEntity}`, legalEntity });
    await flow.waitForWindow('the books are open', legalEntity);
    await flow.step('take the lines of the batch', {
      act: () => batches.take(batch, estate.postingWindow(legalEntity), estate.chargesIntercompany),
    });
    const { items } = await flow.read('lines of the batch', async () => ({ items: await batches.lines(batch) }));
    if (items.length === 0) return;
    const [total] = totalsByCurrency(items.map(({ amount }) => amount));
    const projects = [...new Set(items.map(({ project }) => project))].sort();
    flow.about({
      title: `Billing of ${items.length} entries in ${legalEntity}`,
      legalEntity,
      project: projects.length === 1 ? projects[0]! : null,
      billingCycle: items[0] ? monthOf(items[0].date) : null,
      minutes: items.reduce((all, { minutes }) => all + minutes, 0),
      moneyAtRisk: total ?? null,
    });
    const erp = systems.for('erp', legalEntity);
    const settled = await flow.step('charge the lines in ERP', {
      act: (key) => erp.postBillableLines({ key, body: { legalEntity, lines: items.map(billable) } }),
    });
    await flow.step('settle each line', {
      act: async () => {
        const system = await systems.liveInstance('erp', legalEntity);
        return settle(services, items, settled, { legalEntity, system });
      },
    });

    const posted = new Set(
      settled.lines.filter(({ outcome }) => outcome === 'posted').map(({ reference }) => reference),
    );
    const charged = items.filter(({ reference }) => posted.has(reference));
    await flow.waitForWindow('the books are open to invoices', legalEntity);
    for (const project of projects) {
      const ofProject = charged.filter((line) => line.project === project);
      if (ofProject.length === 0) continue;
      const bill = billOf(project, batch, ofProject.map(shown));
      const { kind, reference, state: body } = bill;
      const invoice = await flow.step(`raise ${kind} for ${project}`, {
        act: (key) =>
          kind === 'invoice' ? erp.putInvoice({ reference, key, body }) : erp.putCreditMemo({ reference, key, body }),
      });
      await flow.step(`note invoice of ${project}`, { act: () => batches.invoiced(batch, bill, invoice) });
      await flow.publish(`tell of the invoice for ${project}`, {
        type: events.invoiceGenerated,
        subject: `project/${project}`,
        data: {
          project,
          reference,
          number: invoice.number,
          minutes: bill.minutes,
          total: kind === 'invoice' ? invoice.total : negateMoney(invoice.total),
        },
      });
    }
    const assignments = [...new Set(charged.map(({ assignmentId }) => assignmentId))]
      .filter((id) => id !== null)
      .sort();
    for (const assignment of assignments) {
      await reportActuals(flow, assignment, {
        count: () => lines.billedMinutes(assignment),
        put: (key, billedMinutes) => {
          // A PSA that is not the scheduler knows the assignment by the reference it was told.
          const { instance, id } = schedulerOf(assignment) ?? { instance: null, id: assignment };
          const scheduling = instance ? systems.named('scheduling', instance) : systems.for('scheduling', legalEntity);
          return scheduling.putActuals({ assignment: id, key, body: { billedMinutes } });
        },
      });
    }
  },
});

const billable = ({ assignmentId: _assignment, reverses, ...line }: PostedLine): erp.BillableLine =>
  reverses ? { ...line, reverses } : line;

const shown = (line: PostedLine): BilledWork => ({ ...line, takenBack: Boolean(line.reverses) });
