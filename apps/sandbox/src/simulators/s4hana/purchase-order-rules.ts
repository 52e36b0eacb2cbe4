import type { World } from '../../core/simulator.js';
import type { Row } from './edm.js';
import { type Problem, refuse } from './errors.js';
import { changed } from './memo-request-rules.js';
import { companyCode } from './organisation.js';
import { partner } from './partner-sets.js';
import { amountProblems, itemProblems, itemsOf, reassign, saveItem } from './purchase-order-items.js';
import { orderItem, purchaseOrder } from './purchasing-sets.js';
import { missing } from './required.js';
import { type Draft, type Outcome, rowsOf, save, today } from './service.js';

// Assumption, unconfirmed by the vendor: all codes and wordings, and what an order must have.
const problem = (code: string, message: string, target: string): Problem => ({ code, message, target });

const requiredOfOrder = 'CompanyCode PurchaseOrderType Supplier PurchasingOrganization PurchasingGroup';

/** Released at once, as this firm has no release strategy. */
const released = '05';

/** Creates an order with its items, in the currency of the company code unless another is named. */
export function createOrder(world: World, { values, nested }: Draft): Outcome {
  const items = nested.to_PurchaseOrderItem ?? [];
  const company = companyCode(world, values.CompanyCode);
  const supplier = rowsOf(world, partner).find((row) => row.Supplier && row.Supplier === values.Supplier);
  const problems = [
    ...missing(values, requiredOfOrder, '06/083'),
    ...(company ? [] : [problem('06/318', `Company code ${String(values.CompanyCode)} does not exist`, 'CompanyCode')]),
    ...(supplier && !supplier.BusinessPartnerIsBlocked
      ? []
      : [problem('06/321', `Supplier ${String(values.Supplier)} does not exist or is blocked`, 'Supplier')]),
    ...(values.PurchasingOrganization === values.CompanyCode
      ? []
      : [problem('06/322', 'The purchasing organization is of another company code', 'PurchasingOrganization')]),
    ...(values.PurchaseOrderType === 'NB'
      ? []
      : [problem('06/019', 'Document type is not allowed', 'PurchaseOrderType')]),
    ...(values.PurchaseOrder ? [problem('06/002', 'Numbers are assigned internally', 'PurchaseOrder')] : []),
    ...(items.length > 0 ? [] : [problem('06/041', 'Enter at least one item', 'to_PurchaseOrderItem')]),
    ...items.flatMap((item) => itemProblems(world, item)),
  ];
  if (problems.length > 0) throw refuse(...problems);
  const order = save(world, purchaseOrder, {
    PurchaseOrderDate: today(world),
    DocumentCurrency: company!.currency,
    Language: 'EN',
    ...values,
    ...moment(world),
    PurchaseOrder: String(world.store.next('purchase-order', 4_500_000_001)),
    PurchasingProcessingStatus: released,
    ReleaseIsNotCompleted: false,
    PurchasingCompletenessStatus: true,
    CreationDate: today(world),
    CreatedByUser: 'CC0000000001',
  });
  for (const item of items) saveItem(world, item, order);
  return { row: order, operation: 'create' };
}

/** Adds an item to an order there is. */
export function addItem(world: World, draft: Draft): Outcome {
  const order = world.store.get<Row>(purchaseOrder.name, String(draft.values.PurchaseOrder));
  if (!order)
    throw refuse(problem('06/019', `Document ${String(draft.values.PurchaseOrder)} does not exist`, 'PurchaseOrder'));
  const taken = itemsOf(world, order.PurchaseOrder).some(
    (row) => row.PurchaseOrderItem === draft.values.PurchaseOrderItem,
  );
  const problems = [
    ...itemProblems(world, draft),
    ...(taken ? [problem('06/048', 'The item exists already', 'PurchaseOrderItem')] : []),
  ];
  if (problems.length > 0) throw refuse(...problems);
  touch(world, order);
  return { row: saveItem(world, draft, order), operation: 'create' };
}

export const updateOrder = (world: World, before: Row, values: Row): Row =>
  save(world, purchaseOrder, { ...before, ...values, PurchaseOrder: before.PurchaseOrder, ...moment(world) });

export function updateItem(world: World, before: Row, values: Row): Row {
  const { PurchaseOrder, PurchaseOrderItem } = before;
  const item: Row = { ...before, ...values, PurchaseOrder, PurchaseOrderItem };
  const problems = amountProblems(item);
  if (problems.length > 0) throw refuse(...problems);
  touch(world, world.store.get<Row>(purchaseOrder.name, String(PurchaseOrder))!);
  reassign(world, item);
  return save(world, orderItem, item);
}

const touch = (world: World, order: Row): Row => save(world, purchaseOrder, { ...order, ...moment(world) });

const moment = (world: World): Row => ({ LastChangeDateTime: changed(world).LastChangeDateTime });
