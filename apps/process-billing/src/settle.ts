import type { erp } from '#contracts';
import { Failure, monthOf } from '#kernel';
import type { EntityManager } from '#platform';
import type { ExceptionRepository } from '#workflow';
import { amend } from './amendment.js';
import type { BillingBatchRepository, PostedLine } from './billing-batch.repository.js';
import type { BillingLineRepository } from './billing-line.repository.js';

export interface Settling {
  lines: BillingLineRepository;
  batches: BillingBatchRepository;
  exceptions: ExceptionRepository;
}

/** Whose lines they are, and the instance of the ERP they were charged in. */
interface Place {
  legalEntity: string;
  system: string;
}

/** Each line goes its own way: posted, or stopped with the ERP's reason. What was changed meanwhile takes effect now. */
export async function settle(
  services: Settling,
  items: PostedLine[],
  settled: erp.BatchSettlement,
  at: Place,
): Promise<{ posted: number; refused: number }> {
  const { database } = services.batches;
  await services.batches.allPosted(settled.lines.filter(({ outcome }) => outcome === 'posted'));
  const itemOf = new Map(items.map((item) => [item.reference, item]));
  const refused = settled.lines.filter(({ outcome }) => outcome === 'refused').length;
  const open = new Set(await services.batches.unsettled(items.map(({ reference }) => reference)));
  for (const settlement of settled.lines.filter(({ reference }) => open.has(reference))) {
    const item = itemOf.get(settlement.reference)!;
    // One commit each: a batch that held all its entries could wait for another that does.
    await database.transaction((manager) => settleLine(manager, services, settlement, { ...item, ...at }));
  }
  return { posted: settled.lines.length - refused, refused };
}

async function settleLine(
  manager: EntityManager,
  { lines, batches, exceptions }: Settling,
  { reference, outcome, id, reason }: erp.LineSettlement,
  item: PostedLine & Place,
): Promise<void> {
  const line = await batches.posting(manager, reference);
  if (!line) return;
  if (outcome === 'posted') {
    await batches.posted(manager, reference, id ?? '');
    if (line.amendment) await amend(manager, lines, line, line.amendment);
  } else if (line.amendment) {
    await lines.note(manager, line.amendment, line.ordinal);
  } else {
    await lines.setState(manager, reference, 'stopped');
    await exceptions.raise(manager, {
      subject: { kind: 'billing-line', id: reference },
      failure: new Failure('rejected', `the ERP refused ${reference}: ${reason ?? 'no reason given'}`, {
        code: 'posting-refused',
        record: reference,
        system: item.system,
        remedy: 'mend the cause in the ERP and retry, correct the entry, or skip it',
      }),
      record: reference,
      ...(!line.reverses && { corrects: 'entry' }),
      business: {
        project: item.project,
        legalEntity: item.legalEntity,
        billingCycle: monthOf(item.date),
        minutes: item.minutes,
        moneyAtRisk: item.amount,
      },
      correlationId: reference,
    });
  }
}
