import { Decimal } from 'decimal.js';
import type { World } from '../../core/simulator.js';
import type { Row } from './edm.js';
import { type Problem, refuse } from './errors.js';
import { refuseLockedPeriod } from './locked-periods.js';
import { changed } from './memo-request-rules.js';
import { billingDocument, billingItem, type Memo, memos } from './sales-sets.js';
import { rowsOf, save, today } from './service.js';

// Assumption, unconfirmed by the vendor: all codes and wordings.
const problem = (code: string, message: string, target: string): Problem => ({ code, message, target });

/** Makes the billing document of a request that is due; a request is billed once. */
export function bill(world: World, name: string, date = today(world)): Row {
  const memo = memos.find(({ request: set }) => world.store.get(set.name, name));
  const request = memo && world.store.get<Row>(memo.request.name, name);
  if (!memo || !request) throw refuse(problem('VF/025', `Document ${name} does not exist`, 'SDDocument'));
  if (request.HeaderBillingBlockReason)
    throw refuse(problem('VF/017', `Document ${name} is blocked for billing`, 'SDDocument'));
  if (request.OverallOrdReltdBillgStatus === 'C')
    throw refuse(problem('VF/016', `Document ${name} is already fully billed`, 'SDDocument'));
  refuseLockedPeriod(world, date);
  const document = save(world, billingDocument, documentOf(world, memo, request, date));
  for (const item of rowsOf(world, memo.item).filter((row) => row[memo.number] === name)) {
    save(world, billingItem, billedItem(memo, document, item));
    save(world, memo.item, { ...item, SDProcessStatus: 'C', OrderRelatedBillingStatus: 'C' });
  }
  const done = { OverallSDProcessStatus: 'C', OverallOrdReltdBillgStatus: 'C' };
  save(world, memo.request, { ...request, ...changed(world), ...done });
  return document;
}

/** Bills everything that is due, as the firm's nightly job does. */
export function runBilling(world: World): { billed: string[] } {
  const due = memos.flatMap(({ request, number }) =>
    rowsOf(world, request)
      .filter((row) => row.OverallOrdReltdBillgStatus !== 'C' && !row.HeaderBillingBlockReason)
      .map((row) => String(row[number])),
  );
  const billed = due.map((name) => String(bill(world, name).BillingDocument));
  for (const id of billed) world.store.record({ operation: 'create', entity: billingDocument.name, id, by: 'person' });
  return { billed };
}

/** Assumption, unconfirmed by the vendor: no tax, which a real account determines; posted to accounting at once. */
function documentOf(world: World, { billedAs }: Memo, request: Row, date: string): Row {
  const { SalesOrganization, SoldToParty, TransactionCurrency, TotalNetAmount, PurchaseOrderByCustomer } = request;
  const number = world.store.next('billing-document', 90_000_123);
  return {
    BillingDocument: String(number),
    BillingDocumentCategory: 'L',
    ...billedAs,
    CreationDate: today(world),
    ...changed(world),
    SalesOrganization,
    BillingDocumentDate: date,
    TotalNetAmount,
    TaxAmount: '0.00',
    TotalGrossAmount: new Decimal(String(TotalNetAmount)).toFixed(2),
    TransactionCurrency,
    SoldToParty,
    PayerParty: SoldToParty,
    CustomerPaymentTerms: request.CustomerPaymentTerms,
    CompanyCode: SalesOrganization,
    FiscalYear: date.slice(0, 4),
    AccountingDocument: String(number + 10_000_000),
    PurchaseOrderByCustomer,
    OverallSDProcessStatus: 'C',
    AccountingPostingStatus: 'C',
    AccountingTransferStatus: 'C',
    InvoiceClearingStatus: 'A',
  };
}

function billedItem({ number }: Memo, { BillingDocument, TransactionCurrency }: Row, item: Row): Row {
  const { [number]: SalesDocument, [`${number}Item`]: SalesDocumentItem, Material, WBSElement, NetAmount } = item;
  return {
    BillingDocument,
    BillingDocumentItem: SalesDocumentItem,
    BillingDocumentItemText: item[`${number}ItemText`],
    SalesDocument,
    SalesDocumentItem,
    Material,
    BillingQuantity: item.RequestedQuantity,
    BillingQuantityUnit: item.RequestedQuantityUnit,
    WBSElement,
    NetAmount,
    TransactionCurrency,
  };
}
