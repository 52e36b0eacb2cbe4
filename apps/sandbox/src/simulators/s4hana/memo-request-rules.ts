import { Decimal } from 'decimal.js';
import type { World } from '../../core/simulator.js';
import type { Row } from './edm.js';
import { type Problem, refuse } from './errors.js';
import { itemProblems, saveItem } from './memo-request-items.js';
import { salesArea } from './partner-sets.js';
import { missing } from './required.js';
import type { Memo } from './sales-sets.js';
import { type Draft, momentNow, type Outcome, rowsOf, save, today } from './service.js';

// Assumption, unconfirmed by the vendor: all codes and wordings, and what a request must have.
const problem = (code: string, message: string, target: string): Problem => ({ code, message, target });

const requiredOfHeader = 'SalesOrganization DistributionChannel OrganizationDivision SoldToParty';

/** Creates a request with its items, priced in the currency of the customer's sales area. */
export function createMemoRequest(world: World, memo: Memo, { values, nested }: Draft): Outcome {
  const { request, number, documentType, numbers } = memo;
  const items = nested.to_Item ?? [];
  const area = areaOf(world, values);
  const TransactionCurrency = values.TransactionCurrency ?? area?.Currency;
  const problems = [
    ...missing(values, `${number}Type ${requiredOfHeader}`, 'V1/010'),
    ...(area ? [] : [problem('V1/384', 'The sold-to party is not maintained for this sales area', 'SoldToParty')]),
    ...(values[`${number}Type`] === documentType
      ? []
      : [problem('V1/302', 'Document type is not allowed', `${number}Type`)]),
    ...(values[number] ? [problem('V1/305', 'Numbers are assigned internally', number)] : []),
    ...(items.length > 0 ? [] : [problem('V1/311', 'Enter at least one item', 'to_Item')]),
    ...items.flatMap((item) => itemProblems(world, item, TransactionCurrency)),
  ];
  if (problems.length > 0) throw refuse(...problems);
  const above = { [number]: String(world.store.next(numbers.sequence, numbers.start)), TransactionCurrency };
  const saved = items.map((item, index) => saveItem(world, memo, item, above, index));
  const block = world.store.get<{ reason: string }>('setting', 'billing-block')?.reason;
  const row = save(world, request, {
    [`${number}Date`]: today(world),
    PricingDate: today(world),
    BillingDocumentDate: today(world),
    CustomerPaymentTerms: area!.CustomerPaymentTerms,
    ...(block && { HeaderBillingBlockReason: block }),
    ...values,
    ...changed(world),
    ...above,
    CreationDate: today(world),
    CreatedByUser: 'CC0000000001',
    TotalNetAmount: Decimal.sum(...saved.map(({ NetAmount }) => String(NetAmount))).toFixed(2),
    OverallSDProcessStatus: 'A',
    OverallOrdReltdBillgStatus: 'A',
  });
  return { row, operation: 'create' };
}

/** Assumption, unconfirmed by the vendor: a request is only blocked for billing when the account says so. */
export function setBillingBlock(world: World, { reason }: { reason: string | null }): void {
  if (reason === null) world.store.delete('setting', 'billing-block');
  else world.store.put('setting', 'billing-block', { reason });
}

const areaOf = (world: World, values: Row): Row | undefined =>
  rowsOf(world, salesArea).find(
    (area) =>
      area.Customer === values.SoldToParty &&
      area.SalesOrganization === values.SalesOrganization &&
      area.DistributionChannel === values.DistributionChannel &&
      area.Division === values.OrganizationDivision,
  );

/** Assumption, unconfirmed by the vendor: what is billed is not changed any more. */
export function updateMemoRequest(world: World, { request, number }: Memo, before: Row, values: Row): Row {
  if (before.OverallOrdReltdBillgStatus === 'C') {
    throw refuse(problem('V1/312', `Document ${String(before[number])} is billed`, number));
  }
  return save(world, request, { ...before, ...values, ...changed(world) });
}

/** Its ETag is the moment of the last change, which must therefore differ from the one before. */
export function changed(world: World): Row {
  const ms = String(world.store.next('sales-change') % 1000).padStart(3, '0');
  return { LastChangeDate: today(world), LastChangeDateTime: momentNow(world).replace('.000Z', `.${ms}Z`) };
}
