import { Decimal } from 'decimal.js';
import type { World } from '../../core/simulator.js';
import type { Row } from './edm.js';
import { type Problem, refuse } from './errors.js';
import { changed } from './debit-memo-rules.js';
import { refuseLockedPeriod } from './locked-periods.js';
import { billingDocument, billingItem, debitMemoItem, debitMemoRequest } from './sales-sets.js';
import { rowsOf, save, today } from './service.js';

// Assumption, unconfirmed by the vendor: all codes and wordings.
const problem = (code: string, message: string, target: string): Problem => ({ code, message, target });

/** Makes the billing document of a request that is due; a request is billed once. */
export function bill(world: World, name: string, date = today(world)): Row {
  const request = world.store.get<Row>(debitMemoRequest.name, name);
  if (!request) throw refuse(problem('VF/025', `Document ${name} does not exist`, 'SDDocument'));
  if (request.HeaderBillingBlockReason)
    throw refuse(problem('VF/017', `Document ${name} is blocked for billing`, 'SDDocument'));
  if (request.OverallOrdReltdBillgStatus === 'C')
    throw refuse(problem('VF/016', `Document ${name} is already fully billed`, 'SDDocument'));
  refuseLockedPeriod(world, date);
  const document = save(world, billingDocument, documentOf(world, request, date));
  for (const item of rowsOf(world, debitMemoItem).filter(({ DebitMemoRequest }) => DebitMemoRequest === name)) {
    save(world, billingItem, billedItem(document, item));
    save(world, debitMemoItem, { ...item, SDProcessStatus: 'C', OrderRelatedBillingStatus: 'C' });
  }
  const done = { OverallSDProcessStatus: 'C', OverallOrdReltdBillgStatus: 'C' };
  save(world, debitMemoRequest, { ...request, ...changed(world), ...done });
  return document;
}

/** Bills everything that is due, as the firm's nightly job does. */
export function runBilling(world: World): { billed: string[] } {
  const due = rowsOf(world, debitMemoRequest).filter(
    (row) => row.OverallOrdReltdBillgStatus !== 'C' && !row.HeaderBillingBlockReason,
  );
  const billed = due.map((row) => String(bill(world, String(row.DebitMemoRequest)).BillingDocument));
  for (const id of billed) world.store.record({ operation: 'create', entity: billingDocument.name, id, by: 'person' });
  return { billed };
}

/** Assumption, unconfirmed by the vendor: no tax, which a real account determines; posted to accounting at once. */
function documentOf(world: World, request: Row, date: string): Row {
  const { SalesOrganization, SoldToParty, TransactionCurrency, TotalNetAmount, PurchaseOrderByCustomer } = request;
  const number = world.store.next('billing-document', 90_000_123);
  return {
    BillingDocument: String(number),
    SDDocumentCategory: 'P',
    BillingDocumentCategory: 'L',
    BillingDocumentType: 'L2',
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

function billedItem({ BillingDocument, TransactionCurrency }: Row, item: Row): Row {
  const { DebitMemoRequest, DebitMemoRequestItem, Material, WBSElement, NetAmount } = item;
  return {
    BillingDocument,
    BillingDocumentItem: DebitMemoRequestItem,
    BillingDocumentItemText: item.DebitMemoRequestItemText,
    SalesDocument: DebitMemoRequest,
    SalesDocumentItem: DebitMemoRequestItem,
    Material,
    BillingQuantity: item.RequestedQuantity,
    BillingQuantityUnit: item.RequestedQuantityUnit,
    WBSElement,
    NetAmount,
    TransactionCurrency,
  };
}
