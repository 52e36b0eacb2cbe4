import { Decimal } from 'decimal.js';
import type { World } from '../../core/simulator.js';
import { type EntitySet, properties, type Row } from './edm.js';
import { mustBeFilled, notFound, refuse } from './errors.js';
import { vendors } from './finance-sets.js';
import { currencyProblems, dimensionProblems } from './organisation.js';
import { projects } from './projects.js';
import { numbered, rowAt, rowsOf, today, unrelated } from './table.js';
import { workers } from './workers.js';

/** What the firm orders. Assumption, unconfirmed by the vendor: lengths, and that a number may be given. */
export const purchaseOrders: EntitySet = {
  name: 'PurchaseOrderHeadersV2',
  type: 'PurchaseOrderHeaderV2',
  entity: 'PurchPurchaseOrderHeaderV2Entity',
  table: 'Purchase orders (PurchTable)',
  keys: ['dataAreaId', 'PurchaseOrderNumber'],
  properties: properties(`
    dataAreaId 4 fixed, PurchaseOrderNumber 20 fixed, PurchaseOrderName 60, OrderVendorAccountNumber 20,
    InvoiceVendorAccountNumber 20, CurrencyCode 3, VendorOrderReference 60, PurchaseOrderStatus PurchStatus ro,
    DocumentApprovalStatus VersioningDocumentState ro, AccountingDate Date, RequestedDeliveryDate Date, ProjectId 20,
    RequesterPersonnelNumber 25, OrdererPersonnelNumber 25, ReasonComment 255, AttentionInformation 60,
    DefaultLedgerDimensionDisplayValue 500`),
  create: (world, values) => {
    const { dataAreaId, OrderVendorAccountNumber: VendorAccountNumber } = values;
    const vendor = rowAt(world, vendors, { dataAreaId, VendorAccountNumber });
    const row: Row = {
      PurchaseOrderName: vendor?.VendorOrganizationName,
      InvoiceVendorAccountNumber: VendorAccountNumber,
      CurrencyCode: vendor?.CurrencyCode,
      AccountingDate: today(world),
      ...numbered(world, 'purchase-order', values, 'PurchaseOrderNumber'),
      PurchaseOrderStatus: 'Backorder',
      DocumentApprovalStatus: 'Draft',
    };
    const problems = [
      ...(VendorAccountNumber === undefined ? [mustBeFilled('Vendor account')] : []),
      ...orderProblems(world, row),
    ];
    if (problems.length > 0) throw refuse(...problems);
    return row;
  },
  update: (world, _before, after) => {
    const problems = orderProblems(world, after);
    if (problems.length > 0) throw refuse(...problems);
    return after;
  },
  remove: (world, row) => {
    if (orderLinesOf(world, row).length > 0)
      throw refuse('Purchase orders cannot be deleted while dependent lines exist.');
  },
};

function orderProblems(world: World, row: Row): string[] {
  const { dataAreaId, OrderVendorAccountNumber: VendorAccountNumber, ProjectId } = row;
  const people = [row.RequesterPersonnelNumber, row.OrdererPersonnelNumber];
  return [
    ...unrelated(world, vendors, { dataAreaId, VendorAccountNumber }, 'Vendor account'),
    ...currencyProblems(row.CurrencyCode),
    ...unrelated(world, projects, { dataAreaId, ProjectId }, 'Project ID'),
    ...people.flatMap((PersonnelNumber) => unrelated(world, workers, { PersonnelNumber }, 'Personnel number')),
    ...dimensionProblems(world, row.DefaultLedgerDimensionDisplayValue),
  ];
}

/** Lines by category or item; a quantity of nothing takes one back. */
export const orderLines: EntitySet = {
  name: 'PurchaseOrderLinesV2',
  type: 'PurchaseOrderLineV2',
  entity: 'PurchPurchaseOrderLineV2Entity',
  table: 'Purchase order lines (PurchLine)',
  keys: ['dataAreaId', 'PurchaseOrderNumber', 'LineNumber'],
  properties: properties(`
    dataAreaId 4 fixed, PurchaseOrderNumber 20 fixed, LineNumber Int64 fixed, LineDescription 1000, ItemNumber 20,
    ProcurementProductCategoryName 254, OrderedPurchaseQuantity Decimal, PurchaseUnitSymbol 10, PurchasePrice Decimal,
    PurchasePriceQuantity Decimal, LineAmount Decimal, PurchaseOrderLineStatus PurchStatus ro, IsDeleted NoYes,
    RequestedDeliveryDate Date, RequesterPersonnelNumber 25, ProjectId 20, ProjectCategoryId 30,
    ProjectLinePropertyId 20, ProjectWorkerPersonnelNumber 25, MainAccountIdDisplayValue 500,
    DefaultLedgerDimensionDisplayValue 500`),
  create: (world, values) => completed(world, { LineNumber: nextLine(world, values), ...values }),
  update: (world, _before, after) => completed(world, after),
  remove: () => undefined,
};

const orderLinesOf = (world: World, { dataAreaId, PurchaseOrderNumber }: Row): Row[] =>
  rowsOf(world, orderLines).filter(
    (row) => row.dataAreaId === dataAreaId && row.PurchaseOrderNumber === PurchaseOrderNumber,
  );

const nextLine = (world: World, order: Row): number =>
  Math.max(0, ...orderLinesOf(world, order).map(({ LineNumber }) => Number(LineNumber))) + 1;

/** Assumption, unconfirmed by the vendor: what a line must have; its amount follows from quantity and price. */
function completed(world: World, line: Row): Row {
  const { dataAreaId, PurchaseOrderNumber, ProjectId, OrderedPurchaseQuantity, PurchasePrice } = line;
  const order = rowAt(world, purchaseOrders, { dataAreaId, PurchaseOrderNumber });
  const people = [line.RequesterPersonnelNumber, line.ProjectWorkerPersonnelNumber];
  const problems = [
    ...(order ? [] : [notFound(PurchaseOrderNumber, 'Purchase order', 'Purchase orders')]),
    ...(line.ItemNumber === undefined && line.ProcurementProductCategoryName === undefined
      ? ['Either an item number or a procurement category must be specified.']
      : []),
    ...(['OrderedPurchaseQuantity', 'PurchasePrice'] as const)
      .filter((name) => line[name] === undefined)
      .map(mustBeFilled),
    ...unrelated(world, projects, { dataAreaId, ProjectId }, 'Project ID'),
    ...people.flatMap((PersonnelNumber) => unrelated(world, workers, { PersonnelNumber }, 'Personnel number')),
    ...dimensionProblems(world, line.DefaultLedgerDimensionDisplayValue),
  ];
  if (problems.length > 0) throw refuse(...problems);
  const LineAmount = new Decimal(String(OrderedPurchaseQuantity)).times(String(PurchasePrice)).toDecimalPlaces(2);
  return {
    PurchasePriceQuantity: '1',
    ...line,
    LineAmount: LineAmount.toFixed(),
    PurchaseOrderLineStatus: 'Backorder',
  };
}
