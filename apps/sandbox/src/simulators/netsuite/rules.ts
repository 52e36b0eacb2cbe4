import type { World } from '../../core/simulator.js';
import { invalidField, userError } from './errors.js';
import { checkBill, completeCreditMemo, completeInvoice } from './bill-rules.js';
import { checkAllocation, checkTask, completeAllocation, completeTask } from './planning-rules.js';
import { closedStatus, pendingStatus } from './project-types.js';
import { checkOrder, checkVendor, completeOrder } from './purchase-rules.js';
import type { Stored, Values } from './record-type.js';

/** What the account itself says about one record type. */
interface Rules {
  /** Refuses what may not be saved. */
  check?: (world: World, record: Values) => void;
  /** Adds what the account fills in or computes; cannot refuse any more. */
  complete?: (world: World, record: Stored) => Stored;
}

/** Books are kept in the currency of the subsidiary unless another is named. */
function completeCompany(world: World, record: Stored): Stored {
  return { ...currencyOf(world, 'subsidiary', record.subsidiary), ...record };
}

function currencyOf(world: World, type: string, id: unknown): Values {
  const currency = world.store.get<Stored>(type, String(id))?.currency;
  return currency === undefined ? {} : { currency };
}

/** In an account with several subsidiaries a project belongs to one its customer belongs to. */
function checkJob(world: World, record: Values): void {
  const customer = world.store.get<Stored>('customer', String(record.parent));
  if (customer?.subsidiary !== record.subsidiary) {
    throw invalidField('subsidiary', record.subsidiary);
  }
}

/** Assumption, unconfirmed by the vendor: a new project is pending and takes no time until somebody allows it. */
const completeJob = (world: World, record: Stored): Stored => ({
  allowTime: false,
  entityStatus: pendingStatus,
  ...currencyOf(world, 'customer', record.parent),
  ...record,
});

function checkTime(world: World, record: Values): void {
  const job = world.store.get<Stored>('job', String(record.customer));
  if (job && (job.entityStatus === closedStatus || job.isInactive === true)) {
    throw userError('The project is closed. Time cannot be entered.', 'customer');
  }
  if (job && job.allowTime !== true) throw userError('Time entry is not allowed for this project.', 'customer');
  const task = world.store.get<Stored>('projectTask', String(record.caseTaskEvent));
  if (task && task.project !== record.customer) {
    throw invalidField('caseTaskEvent', record.caseTaskEvent);
  }
}

/** Assumption, unconfirmed by the vendor: time is actual, open and not billable unless the caller says otherwise. */
function completeTime(world: World, record: Stored): Stored {
  const employee = world.store.get<Stored>('employee', String(record.employee));
  return { timeType: 'A', approvalStatus: '1', isBillable: false, subsidiary: employee?.subsidiary, ...record };
}

export const rules: Record<string, Rules> = {
  customer: { complete: completeCompany },
  job: { check: checkJob, complete: completeJob },
  vendor: { check: checkVendor, complete: completeCompany },
  projectTask: { check: checkTask, complete: completeTask },
  resourceAllocation: { check: checkAllocation, complete: completeAllocation },
  purchaseOrder: { check: checkOrder, complete: completeOrder },
  timeBill: { check: checkTime, complete: completeTime },
  invoice: { check: checkBill, complete: completeInvoice },
  creditMemo: { check: checkBill, complete: completeCreditMemo },
};
