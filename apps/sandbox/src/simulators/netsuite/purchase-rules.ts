import type { World } from '../../core/simulator.js';
import { checkLines, linesOf, totalOf, withAmounts } from './bill-rules.js';
import { invalidField, userError } from './errors.js';
import { awaitingApproval, awaitingReceipt, closedOrder } from './purchase-types.js';
import type { Line, Stored, Values } from './record-type.js';

/** Assumption, unconfirmed by the vendor: a person needs both names, a company its own. */
export function checkVendor(_world: World, record: Values): void {
  const needed = record.isPerson === true ? ['firstName', 'lastName'] : ['companyName'];
  const missing = needed.filter((field) => !record[field]);
  if (missing.length > 0) throw userError(`Please enter value(s) for: ${missing.join(', ')}.`, missing[0]);
}

/** New orders are placed with active vendors; every order is of the vendor's subsidiary. */
export function checkOrder(world: World, record: Values): void {
  const vendor = world.store.get<Stored>('vendor', String(record.entity));
  if (record.id === undefined && vendor?.isInactive === true) throw invalidField('entity', record.entity);
  if (record.subsidiary !== undefined && record.subsidiary !== vendor?.subsidiary)
    throw invalidField('subsidiary', record.subsidiary);
  checkLines(record);
}

/**
 * Numbers it, dates it, adds up its lines, and takes subsidiary and currency from the vendor. Assumption, unconfirmed by
 * the vendor: it waits for a supervisor unless the caller says it is approved, and is closed with its last line.
 */
export function completeOrder(world: World, record: Stored): Stored {
  const vendor = world.store.get<Stored>('vendor', String(record.entity));
  const item: Line[] = withAmounts(record).map((line) => ({ quantityReceived: 0, quantityBilled: 0, ...line }));
  const isClosed = item.every((line) => line.isClosed === true);
  const orderStatus = isClosed ? closedOrder : standing(record);
  const total = totalOf(linesOf(record));
  return {
    tranId: record.tranId ?? `PO${String(world.store.next('purchase-order-number')).padStart(5, '0')}`,
    tranDate: world.now().toISOString().slice(0, 10),
    currency: vendor?.currency,
    ...record,
    subsidiary: vendor?.subsidiary,
    orderStatus,
    status: orderStatus,
    approvalStatus: orderStatus === awaitingApproval ? '1' : '2',
    item,
    total,
    subtotal: total,
  };
}

/** An order whose lines are opened again is received again; one that is approved waits for nobody. */
function standing({ orderStatus = awaitingApproval, approvalStatus }: Values): unknown {
  const isApproved = orderStatus === closedOrder || (orderStatus === awaitingApproval && approvalStatus === '2');
  return isApproved ? awaitingReceipt : orderStatus;
}
