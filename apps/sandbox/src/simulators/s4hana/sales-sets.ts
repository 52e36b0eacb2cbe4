import { type EntitySet, hasMany, linksTo, lists, properties } from './edm.js';

/**
 * A request to charge a customer. From the names a public sample of the service sends; its metadata was not at hand,
 * so that lengths are those the same fields have elsewhere.
 */
export const debitMemoRequest: EntitySet = {
  name: 'A_DebitMemoRequest',
  type: 'A_DebitMemoRequestType',
  keys: ['DebitMemoRequest'],
  etag: 'LastChangeDateTime',
  properties: properties(`
    DebitMemoRequest 10, DebitMemoRequestType 4, SalesOrganization 4, DistributionChannel 2, OrganizationDivision 2,
    SoldToParty 10, CreationDate DateTime ro, CreatedByUser 12 ro, LastChangeDate DateTime ro,
    LastChangeDateTime DateTimeOffset ro, PurchaseOrderByCustomer 35, CustomerPurchaseOrderType 4,
    CustomerPurchaseOrderDate DateTime, DebitMemoRequestDate DateTime, TotalNetAmount Decimal:16:3 ro,
    TransactionCurrency 5, SDDocumentReason 3, PricingDate DateTime, HeaderBillingBlockReason 2,
    CustomerPaymentTerms 4, PaymentMethod 1, BillingDocumentDate DateTime, ServicesRenderedDate DateTime,
    ReferenceSDDocument 10, OverallSDProcessStatus 1 ro, OverallOrdReltdBillgStatus 1 ro,
    AccountingDocExternalReference 16, AssignmentReference 18`),
  navigations: { to_Item: hasMany('A_DebitMemoRequestItem', { DebitMemoRequest: 'DebitMemoRequest' }) },
};

export const debitMemoItem: EntitySet = {
  name: 'A_DebitMemoRequestItem',
  type: 'A_DebitMemoRequestItemType',
  keys: ['DebitMemoRequest', 'DebitMemoRequestItem'],
  properties: properties(`
    DebitMemoRequest 10, DebitMemoRequestItem 6, DebitMemoRequestItemCategory 4, DebitMemoRequestItemText 40,
    PurchaseOrderByCustomer 35, Material 40, PricingDate DateTime, RequestedQuantity Decimal:15:3,
    RequestedQuantityUnit 3, TransactionCurrency 5 ro, NetAmount Decimal:16:3 ro, CustomerPaymentTerms 4,
    ItemBillingBlockReason 2, SalesDocumentRjcnReason 2, WBSElement 24, ProfitCenter 10, ReferenceSDDocument 10,
    ReferenceSDDocumentItem 6, SDProcessStatus 1 ro, OrderRelatedBillingStatus 1 ro`),
  navigations: {
    to_DebitMemoRequest: linksTo('A_DebitMemoRequest', { DebitMemoRequest: 'DebitMemoRequest' }),
    to_PricingElement: hasMany('A_DebitMemoReqItemPrcgElmnt', {
      DebitMemoRequest: 'DebitMemoRequest',
      DebitMemoRequestItem: 'DebitMemoRequestItem',
    }),
  },
};

/** One step in the pricing of an item. */
export const debitMemoPrice: EntitySet = {
  name: 'A_DebitMemoReqItemPrcgElmnt',
  type: 'A_DebitMemoReqItemPrcgElmntType',
  keys: ['DebitMemoRequest', 'DebitMemoRequestItem', 'PricingProcedureStep', 'PricingProcedureCounter'],
  properties: properties(`
    DebitMemoRequest 10, DebitMemoRequestItem 6, PricingProcedureStep 3, PricingProcedureCounter 3, ConditionType 4,
    ConditionRateValue Decimal:24:9, ConditionCurrency 5, ConditionQuantity Decimal:5:0, ConditionQuantityUnit 3,
    ConditionAmount Decimal:16:3 ro`),
  navigations: {},
};

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
