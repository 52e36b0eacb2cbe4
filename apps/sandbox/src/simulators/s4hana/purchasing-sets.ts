import { type EntitySet, hasMany, linksTo, properties } from './edm.js';

const ofOrder = { PurchaseOrder: 'PurchaseOrder' };
const ofItem = { ...ofOrder, PurchaseOrderItem: 'PurchaseOrderItem' };

/**
 * What the firm has agreed to buy from a supplier. Names and lengths are those of a client generated from the service's
 * metadata, which itself was not at hand. Assumption, unconfirmed by the vendor: what is read-only, and the ETag.
 */
export const purchaseOrder: EntitySet = {
  name: 'A_PurchaseOrder',
  type: 'A_PurchaseOrderType',
  keys: ['PurchaseOrder'],
  etag: 'LastChangeDateTime',
  properties: properties(`
    PurchaseOrder 10, CompanyCode 4 fixed, PurchaseOrderType 4 fixed, PurchasingDocumentDeletionCode 1 ro,
    PurchasingProcessingStatus 2 ro, CreatedByUser 12 ro, CreationDate DateTime ro,
    LastChangeDateTime DateTimeOffset ro, Supplier 10 fixed, Language 2, PaymentTerms 4, PurchasingOrganization 4,
    PurchasingGroup 3, PurchaseOrderDate DateTime, DocumentCurrency 5, ExchangeRate 12, ValidityStartDate DateTime,
    ValidityEndDate DateTime, SupplierRespSalesPersonName 30, CorrespncExternalReference 12,
    CorrespncInternalReference 12, InvoicingParty 10, ReleaseIsNotCompleted Boolean ro,
    PurchasingCompletenessStatus Boolean ro`),
  navigations: { to_PurchaseOrderItem: hasMany('A_PurchaseOrderItem', ofOrder) },
};

export const orderItem: EntitySet = {
  name: 'A_PurchaseOrderItem',
  type: 'A_PurchaseOrderItemType',
  keys: ['PurchaseOrder', 'PurchaseOrderItem'],
  properties: properties(`
    PurchaseOrder 10, PurchaseOrderItem 5, PurchasingDocumentDeletionCode 1 ro, PurchaseOrderItemText 40, Plant 4,
    MaterialGroup 9, OrderQuantity Decimal:13:3, PurchaseOrderQuantityUnit 3, OrderPriceUnit 3,
    DocumentCurrency 5 ro, NetPriceAmount Decimal:12:3, NetPriceQuantity Decimal:5:0, TaxCode 2,
    IsCompletelyDelivered Boolean, IsFinallyInvoiced Boolean, PurchaseOrderItemCategory 1,
    AccountAssignmentCategory 1, GoodsReceiptIsExpected Boolean, InvoiceIsExpected Boolean, RequisitionerName 12,
    Material 40, ServicePerformer 10, ProductType 2`),
  navigations: {
    to_PurchaseOrder: linksTo('A_PurchaseOrder', ofOrder),
    to_AccountAssignment: hasMany('A_PurOrdAccountAssignment', ofItem),
  },
};

/** What an item is bought for: an element of a project, or a cost centre. */
export const accountAssignment: EntitySet = {
  name: 'A_PurOrdAccountAssignment',
  type: 'A_PurOrdAccountAssignmentType',
  keys: ['PurchaseOrder', 'PurchaseOrderItem', 'AccountAssignmentNumber'],
  properties: properties(`
    PurchaseOrder 10, PurchaseOrderItem 5, AccountAssignmentNumber 2, IsDeleted Boolean, Quantity Decimal:13:3,
    MultipleAcctAssgmtDistrPercent Decimal:3:1, DocumentCurrency 5 ro, PurgDocNetAmount Decimal:14:3 ro, GLAccount 10,
    CostCenter 10, ControllingArea 4, ProfitCenter 10, WBSElement 24`),
  navigations: {},
};
