import { type DomainOperations, type Vendor, write } from '#connector';
import type { erp } from '#contracts';
import { Failure } from '#kernel';
import { find, quoted, suiteQl, upsert } from './api.js';
import { settingsOf } from './settings.js';

async function supplierNamed(vendor: Vendor, name: string): Promise<string> {
  const rows = await suiteQl(vendor, `SELECT id FROM vendor WHERE companyname = ${quoted(name)} ORDER BY id`);
  const [supplier, another] = rows;
  if (supplier && !another) return supplier.id!;
  throw new Failure('rejected', `NetSuite has ${supplier ? rows.length : 'no'} suppliers named ${name}`, {
    code: supplier ? 'ambiguous-supplier' : 'unknown-supplier',
    remedy: 'state the company name of one vendor record in NetSuite',
    fields: [{ field: 'supplier', message: `must be the company name of exactly one vendor record` }],
  });
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
