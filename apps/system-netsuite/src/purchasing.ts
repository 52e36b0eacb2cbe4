import { type DomainOperations, theSupplier, type Vendor, write } from '#connector';
import type { erp } from '#contracts';
import { find, quoted, suiteQl, upsert } from './api.js';
import { settingsOf } from './settings.js';

async function supplierNamed(vendor: Vendor, name: string): Promise<string> {
  const rows = await suiteQl(vendor, `SELECT id FROM vendor WHERE companyname = ${quoted(name)} ORDER BY id`);
  return theSupplier(rows, 'NetSuite', name).id!;
}

export const toOrder = (supplierId: string, item: string, state: erp.PurchaseCommitmentState) => ({
  entity: { id: supplierId },
  subsidiary: { externalId: state.legalEntity },
  currency: { externalId: state.amount.currency },
  tranDate: state.startDate,
  dueDate: state.endDate,
  memo: state.description,
  item: { items: [lineOf(item, state)] },
});

/** Of no amount: the line is closed, and the order with it. */
const lineOf = (item: string, state: erp.PurchaseCommitmentState) => ({
  item: { externalId: item },
  quantity: 1,
  rate: Number(state.amount.amount),
  amount: Number(state.amount.amount),
  department: { externalId: state.costCentre },
  description: `${state.workerNumber}, ${state.startDate} to ${state.endDate}`,
  isClosed: Number(state.amount.amount) === 0,
});

/** What the firm commits to pay for a contractor is a purchase order with one line. */
export const putPurchaseCommitment: DomainOperations['erp']['putPurchaseCommitment'] = write({
  safety: { strategy: 'upsert' },
  run: async (vendor, { reference, state }) => {
    const isTakenBack = Number(state.amount.amount) === 0;
    // What never was needs no taking back.
    if (isTakenBack && !(await find(vendor, 'purchaseOrder', reference))) return { id: reference, url: null };
    const supplier = await supplierNamed(vendor, state.supplier);
    const order = toOrder(supplier, settingsOf(vendor).contractorItem, state);
    return upsert(vendor, 'purchaseOrder', reference, order, 'item');
  },
});
