import { type EntitySet, hasMany, linksTo, lists, properties } from './edm.js';

/** A request to charge a customer, or to give something back, and how it is billed. */
export interface Memo {
  request: EntitySet;
  item: EntitySet;
  price: EntitySet;
  /** The property that is the number of a request, and the start of the names of its own. */
  number: 'DebitMemoRequest' | 'CreditMemoRequest';
  documentType: string;
  itemCategory: string;
  numbers: { sequence: string; start: number };
  billedAs: { SDDocumentCategory: string; BillingDocumentType: string };
}

/**
 * The two services differ in names only. From the names public samples of them send; their metadata was not at hand, so
 * that lengths are those the same fields have elsewhere.
 */
function memoOf(kind: 'Debit' | 'Credit', more: Omit<Memo, 'request' | 'item' | 'price' | 'number'>): Memo {
  const number = `${kind}MemoRequest` as const;
  const prices = `A_${kind}MemoReqItemPrcgElmnt`;
  const ofRequest = { [number]: number };
  const ofItem = { ...ofRequest, [`${number}Item`]: `${number}Item` };
  const request: EntitySet = {
    name: `A_${number}`,
    type: `A_${number}Type`,
    keys: [number],
    etag: 'LastChangeDateTime',
    properties: properties(`
      ${number} 10, ${number}Type 4, SalesOrganization 4, DistributionChannel 2, OrganizationDivision 2,
      SoldToParty 10, CreationDate DateTime ro, CreatedByUser 12 ro, LastChangeDate DateTime ro,
      LastChangeDateTime DateTimeOffset ro, PurchaseOrderByCustomer 35, CustomerPurchaseOrderType 4,
      CustomerPurchaseOrderDate DateTime, ${number}Date DateTime, TotalNetAmount Decimal:16:3 ro,
      TransactionCurrency 5, SDDocumentReason 3, PricingDate DateTime, HeaderBillingBlockReason 2,
      CustomerPaymentTerms 4, PaymentMethod 1, BillingDocumentDate DateTime, ServicesRenderedDate DateTime,
      ReferenceSDDocument 10, OverallSDProcessStatus 1 ro, OverallOrdReltdBillgStatus 1 ro,
      AccountingDocExternalReference 16, AssignmentReference 18`),
    navigations: { to_Item: hasMany(`A_${number}Item`, ofRequest) },
  };
  const item: EntitySet = {
    name: `A_${number}Item`,
    type: `A_${number}ItemType`,
    keys: [number, `${number}Item`],
    properties: properties(`
      ${number} 10, ${number}Item 6, ${number}ItemCategory 4, ${number}ItemText 40,
      PurchaseOrderByCustomer 35, Material 40, PricingDate DateTime, RequestedQuantity Decimal:15:3,
      RequestedQuantityUnit 3, TransactionCurrency 5 ro, NetAmount Decimal:16:3 ro, CustomerPaymentTerms 4,
      ItemBillingBlockReason 2, SalesDocumentRjcnReason 2, WBSElement 24, ProfitCenter 10, ReferenceSDDocument 10,
      ReferenceSDDocumentItem 6, SDProcessStatus 1 ro, OrderRelatedBillingStatus 1 ro`),
    navigations: {
      [`to_${number}`]: linksTo(`A_${number}`, ofRequest),
      to_PricingElement: hasMany(prices, ofItem),
    },
  };
  /** One step in the pricing of an item. */
  const price: EntitySet = {
    name: prices,
    type: `${prices}Type`,
    keys: [number, `${number}Item`, 'PricingProcedureStep', 'PricingProcedureCounter'],
    properties: properties(`
      ${number} 10, ${number}Item 6, PricingProcedureStep 3, PricingProcedureCounter 3, ConditionType 4,
      ConditionRateValue Decimal:24:9, ConditionCurrency 5, ConditionQuantity Decimal:5:0, ConditionQuantityUnit 3,
      ConditionAmount Decimal:16:3 ro`),
    navigations: {},
  };
  return { request, item, price, number, ...more };
}

export const debitMemo = memoOf('Debit', {
  documentType: 'DR',
  itemCategory: 'L2N',
  numbers: { sequence: 'debit-memo-request', start: 70_000_001 },
  billedAs: { SDDocumentCategory: 'P', BillingDocumentType: 'L2' },
});

/** Assumption, unconfirmed by the vendor: the types and categories. */
export const creditMemo = memoOf('Credit', {
  documentType: 'CR',
  itemCategory: 'G2N',
  numbers: { sequence: 'credit-memo-request', start: 60_000_001 },
  billedAs: { SDDocumentCategory: 'O', BillingDocumentType: 'G2' },
});

export const memos = [debitMemo, creditMemo];

/** What a customer owes; made from requests by billing, never written through its service. */
export const billingDocument: EntitySet = {
  name: 'A_BillingDocument',
  type: 'A_BillingDocumentType',
  keys: ['BillingDocument'],
  etag: 'LastChangeDateTime',
  properties: properties(`
    BillingDocument 10 ro, SDDocumentCategory 4 ro, BillingDocumentCategory 1 ro, BillingDocumentType 4 ro,
    CreationDate DateTime ro, LastChangeDate DateTime ro, LastChangeDateTime DateTimeOffset ro,
    SalesOrganization 4 ro, BillingDocumentDate DateTime ro, BillingDocumentIsCancelled Boolean ro,
    CancelledBillingDocument 10 ro, TotalNetAmount Decimal:16:3 ro, TaxAmount Decimal:16:3 ro,
    TotalGrossAmount Decimal:16:3 ro, TransactionCurrency 5 ro, SoldToParty 10 ro, PayerParty 10 ro,
    CustomerPaymentTerms 4 ro, CompanyCode 4 ro, FiscalYear 4 ro, AccountingDocument 10 ro,
    PurchaseOrderByCustomer 35 ro, DocumentReferenceID 16 ro, OverallSDProcessStatus 1 ro,
    OverallBillingStatus 1 ro, AccountingPostingStatus 1 ro, AccountingTransferStatus 1 ro,
    InvoiceClearingStatus 1 ro`),
  navigations: { to_Item: lists('A_BillingDocumentItem', { BillingDocument: 'BillingDocument' }) },
};

export const billingItem: EntitySet = {
  name: 'A_BillingDocumentItem',
  type: 'A_BillingDocumentItemType',
  keys: ['BillingDocument', 'BillingDocumentItem'],
  properties: properties(`
    BillingDocument 10 ro, BillingDocumentItem 6 ro, BillingDocumentItemText 40 ro, SalesDocument 10 ro,
    SalesDocumentItem 6 ro, Material 40 ro, BillingQuantity Decimal:13:3 ro, BillingQuantityUnit 3 ro,
    WBSElement 24 ro, CostCenter 10 ro, NetAmount Decimal:16:3 ro, TransactionCurrency 5 ro`),
  navigations: { to_BillingDocument: linksTo('A_BillingDocument', { BillingDocument: 'BillingDocument' }) },
};
