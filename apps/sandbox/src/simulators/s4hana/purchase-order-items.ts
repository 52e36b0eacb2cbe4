import { Decimal } from 'decimal.js';
import type { World } from '../../core/simulator.js';
import type { Row } from './edm.js';
import type { Problem } from './errors.js';
import { costCentreOn } from './organisation.js';
import { element } from './project-sets.js';
import { accountAssignment, orderItem } from './purchasing-sets.js';
import { missing } from './required.js';
import { type Draft, rowsOf, save, today } from './service.js';

// Assumption, unconfirmed by the vendor: all codes and wordings, and what an item must have.
const problem = (code: string, message: string, target: string): Problem => ({ code, message, target });

const requiredOfItem = 'Plant OrderQuantity PurchaseOrderQuantityUnit NetPriceAmount AccountAssignmentCategory';

export function itemProblems(world: World, { values, nested }: Draft): Problem[] {
  const assignments = (nested.to_AccountAssignment ?? []).map((draft) => draft.values);
  return [
    ...missing(values, requiredOfItem, '06/083'),
    ...amountProblems(values),
    ...materialProblems(world, values),
    ...(assignments.length === 1
      ? assignmentProblems(world, values.AccountAssignmentCategory, assignments[0]!)
      : [problem('ME/019', 'Enter one account assignment', 'to_AccountAssignment')]),
  ];
}

/** What has no material has a text and a group instead. */
function materialProblems(world: World, values: Row): Problem[] {
  const { Material } = values;
  if (!Material) return missing(values, 'PurchaseOrderItemText MaterialGroup', '06/083');
  const isKnown = world.store.get('material', String(Material)) !== undefined;
  return isKnown ? [] : [problem('M3/305', `Material ${String(Material)} does not exist`, 'Material')];
}

export const amountProblems = (values: Row): Problem[] =>
  ['OrderQuantity', 'NetPriceAmount']
    .filter((name) => values[name] !== undefined && !new Decimal(String(values[name])).gt(0))
    .map((name) => problem('ME/060', `Enter a ${name} above zero`, name));

/** `P` is a project, of which the element must be open, and `K` a cost centre that is valid today. */
function assignmentProblems(world: World, category: Row[string], { WBSElement, CostCenter }: Row): Problem[] {
  if (category === 'P') {
    const found = rowsOf(world, element).find((row) => row.ProjectElement === WBSElement);
    const isOpen = found?.ProcessingStatus === '10';
    return isOpen
      ? []
      : [problem('CJ/004', `WBS element ${String(WBSElement)} is not open for postings`, 'WBSElement')];
  }
  if (category === 'K')
    return costCentreOn(world, CostCenter, today(world))
      ? []
      : [problem('KI/235', `Cost center ${String(CostCenter)} does not exist on this date`, 'CostCenter')];
  return [problem('ME/023', 'Account assignment category does not exist', 'AccountAssignmentCategory')];
}

/** Saves an item under the next number, ten after the last, unless it brings one. */
export function saveItem(world: World, { values, nested }: Draft, order: Row): Row {
  const { PurchaseOrder, DocumentCurrency } = order;
  const last = itemsOf(world, PurchaseOrder).map((row) => Number(row.PurchaseOrderItem));
  const PurchaseOrderItem = String(values.PurchaseOrderItem ?? Math.max(0, ...last) + 10);
  const item = save(world, orderItem, {
    OrderPriceUnit: values.PurchaseOrderQuantityUnit,
    NetPriceQuantity: '1',
    IsCompletelyDelivered: false,
    IsFinallyInvoiced: false,
    ...values,
    PurchaseOrder,
    PurchaseOrderItem,
    DocumentCurrency,
  });
  for (const { values: assignment } of nested.to_AccountAssignment ?? [])
    save(world, accountAssignment, {
      AccountAssignmentNumber: '1',
      ...assignment,
      ...netAmountOf(item),
      PurchaseOrder,
      PurchaseOrderItem,
      DocumentCurrency,
    });
  return item;
}

export const itemsOf = (world: World, order: Row[string]): Row[] =>
  rowsOf(world, orderItem).filter((row) => row.PurchaseOrder === order);

/** The whole item is for what it is assigned to. */
export function reassign(world: World, item: Row): void {
  for (const row of rowsOf(world, accountAssignment))
    if (row.PurchaseOrder === item.PurchaseOrder && row.PurchaseOrderItem === item.PurchaseOrderItem)
      save(world, accountAssignment, { ...row, ...netAmountOf(item) });
}

function netAmountOf({ OrderQuantity, NetPriceAmount, NetPriceQuantity }: Row): Row {
  const price = new Decimal(String(NetPriceAmount)).div(String(NetPriceQuantity));
  return { Quantity: OrderQuantity, PurgDocNetAmount: price.times(String(OrderQuantity)).toFixed(2) };
}
