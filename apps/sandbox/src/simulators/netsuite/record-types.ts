import { creditMemo, invoice } from './billing-types.js';
import { customer, employee } from './entity-types.js';
import { NetsuiteError } from './errors.js';
import { currency, department, serviceItem, subsidiary } from './list-types.js';
import { job, projectTask, timeBill } from './project-types.js';
import { resourceAllocation } from './planning-types.js';
import { purchaseOrder, vendor } from './purchase-types.js';
import type { RecordType } from './record-type.js';

/** Every record type of the account, by its name in paths. */
export const recordTypes: Record<string, RecordType> = {
  customer,
  job,
  employee,
  department,
  subsidiary,
  currency,
  projectTask,
  serviceItem,
  timeBill,
  resourceAllocation,
  vendor,
  purchaseOrder,
  invoice,
  creditMemo,
};

export function typeOf(name: string): RecordType {
  const type = Object.hasOwn(recordTypes, name) ? recordTypes[name] : undefined;
  if (type) return type;
  // Assumption, unconfirmed by the vendor: the code of a record type that does not exist.
  throw new NetsuiteError(404, 'NONEXISTENT_RECORD_TYPE', `Record type '${name}' does not exist.`);
}
