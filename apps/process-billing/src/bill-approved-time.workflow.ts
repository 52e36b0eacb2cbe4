import { type erp, events } from '#contracts';
import { addMoney, Failure, monthOf, totalsByCurrency } from '#kernel';
import type { Systems } from '#platform';
import { defineWorkflow, type ExceptionRepository } from '#workflow';
import type { BillingLineRepository } from './billing-line.repository.js';
import { reportActuals } from './report-actuals.js';

export interface BillApprovedTime {
  batch: string;
  legalEntity: string;
}

export interface BillingServices {
  systems: Systems;
  lines: BillingLineRepository;
  exceptions: ExceptionRepository;
}

type Line = Awaited<ReturnType<BillingLineRepository['batch']>>[number];

/** One micro-batch of approved time: charged, invoiced, reported back (E6). */
export const billApprovedTime = defineWorkflow<BillApprovedTime, BillingServices>({
  name: 'time-to-billing',
  version: 1,
  class: { latency: 'scheduled', criticality: 'revenue', recovery: 'resume', slo: '1h' },
  owners: { default: 'finance-operations', forbidden: 'integration-operations' },
  runKey: ({ batch }) => batch,

  async run(flow, { batch, legalEntity }, { systems, lines, exceptions }) {
    flow.about({ title: `Billing of approved time in ${legalEntity}`, legalEntity });
    await flow.waitForWindow('the books are open', legalEntity);
    await flow.step('take the lines of the batch', { act: () => lines.takeBatch(batch) });
    const { items } = await flow.read('lines of the batch', async () => ({ items: await lines.batch(batch) }));
    if (items.length === 0) return;
    const [total] = totalsByCurrency(items.map(({ amount }) => amount));
    const projects = [...new Set(items.map(({ project }) => project))].sort();
    flow.about({
      title: `Billing of ${items.length} entries in ${legalEntity}`,
      legalEntity,
      project: projects.length === 1 ? projects[0]! : null,
      billingCycle: items[0] ? monthOf(items[0].date) : null,
      moneyAtRisk: total ?? null,
    });
    const erp = systems.for('erp', legalEntity);
    const settled = await flow.step('charge the lines in ERP', {
      act: (key) => erp.postBillableLines({ key, body: { legalEntity, lines: items.map(billable) } }),
    });
    await flow.step('settle each line', { act: () => settle(lines, exceptions, items, settled, legalEntity) });

    const posted = new Set(
      settled.lines.filter(({ outcome }) => outcome === 'posted').map(({ reference }) => reference),
    );
    const charged = items.filter(({ reference }) => posted.has(reference));
    await flow.waitForWindow('the books are open to invoices', legalEntity);
    for (const project of projects) {
      const ofProject = charged.filter((line) => line.project === project);
      if (ofProject.length === 0) continue;
      const reference = `INV-${project}-${batch.slice(0, 8)}`;
      const invoice = await flow.step(`raise invoice for ${project}`, {
        act: (key) => erp.putInvoice({ reference, key, body: invoiceOf(project, ofProject) }),
      });
      await flow.step(`note invoice of ${project}`, {
        act: () => note(lines, batch, project, invoice, ofProject),
      });
      await flow.publish(`tell of the invoice for ${project}`, {
        type: events.invoiceGenerated,
        subject: `project/${project}`,
        data: { project, reference, number: invoice.number },
      });
    }
    const assignments = [...new Set(charged.map(({ assignmentId }) => assignmentId))]
      .filter((id) => id !== null)
      .sort();
    for (const assignment of assignments) {
      await reportActuals(flow, assignment, {
        count: () => lines.billedMinutes(assignment),
        put: (key, billedMinutes) =>
          systems.for('scheduling', legalEntity).putActuals({ assignment, key, body: { billedMinutes } }),
      });
    }
  },
});

const billable = ({ assignmentId: _assignment, ...line }: Line): erp.BillableLine => line;

/** Each line goes its own way: posted, or stopped with the ERP's reason. */
async function settle(
  lines: BillingLineRepository,
  exceptions: ExceptionRepository,
  items: Line[],
  settled: erp.BatchSettlement,
  legalEntity: string,
): Promise<{ posted: number; refused: number }> {
  const refused = settled.lines.filter(({ outcome }) => outcome === 'refused');
  await lines.database.transaction(async (manager) => {
    for (const line of settled.lines) {
      if (line.outcome === 'posted') await lines.posted(manager, line.reference, line.id ?? '');
    }
    for (const { reference, reason } of refused) {
      const line = items.find((item) => item.reference === reference)!;
      await lines.setState(manager, reference, 'stopped');
      await exceptions.raise(manager, {
        subject: { kind: 'billing-line', id: reference },
        failure: new Failure('rejected', `the ERP refused ${reference}: ${reason ?? 'no reason given'}`, {
          code: 'posting-refused',
          record: reference,
          remedy: 'mend the cause in the ERP and retry, correct the entry, or skip it',
        }),
        record: reference,
        corrects: 'entry',
        business: { project: line.project, legalEntity, billingCycle: monthOf(line.date), moneyAtRisk: line.amount },
        correlationId: reference,
      });
    }
  });
  return { posted: settled.lines.length - refused.length, refused: refused.length };
}

/** One invoice line a role: its time and the exact sum of its entries' prices. */
function invoiceOf(project: string, items: Line[]): erp.InvoiceState {
  const roles = [...new Set(items.map(({ role }) => role))].sort();
  const dates = items.map(({ date }) => date).sort();
  return {
    project,
    date: dates.at(-1)!,
    currency: items[0]!.amount.currency,
    lines: roles.map((role) => {
      const ofRole = items.filter((line) => line.role === role);
      return {
        role,
        minutes: ofRole.reduce((sum, { minutes }) => sum + minutes, 0),
        hourlyRate: ofRole[0]!.hourlyRate,
        amount: ofRole.map(({ amount }) => amount).reduce(addMoney),
        description: `${role} ${dates[0]} to ${dates.at(-1)}`,
      };
    }),
  };
}

async function note(
  lines: BillingLineRepository,
  batch: string,
  project: string,
  invoice: erp.Invoice,
  items: Line[],
): Promise<{ number: string }> {
  const minutes = items.reduce((sum, line) => sum + line.minutes, 0);
  await lines.database.transaction((manager) => lines.invoiced(manager, batch, project, invoice, minutes));
  return { number: invoice.number };
}
