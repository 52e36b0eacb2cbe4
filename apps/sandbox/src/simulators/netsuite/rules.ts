import { Decimal } from 'decimal.js';
import type { World } from '../../core/simulator.js';
import { userError } from './errors.js';
import type { Stored } from './record-types.js';

/** What this account checks and computes when a record is saved. */
export function applyRules(world: World, type: string, record: Stored, creating: boolean): Stored {
  refuseTwin(world, type, record);
  if (type === 'job') return jobRules(world, record, creating);
  if (type === 'timeBill') return timeRules(world, record);
  if (type === 'invoice') return invoiceRules(world, record, creating);
  return record;
}

/** Entity names are unique within a type. */
function refuseTwin(world: World, type: string, record: Stored): void {
  if (typeof record.entityId !== 'string') return;
  const twin = world.store.find<Stored>(type, (other) => other.id !== record.id && other.entityId === record.entityId);
  if (twin) throw userError('Error while accessing a resource. This entity already exists.', 'entityId');
}

function jobRules(world: World, record: Stored, creating: boolean): Stored {
  const customer = world.store.get<Stored>('customer', String(record.parent));
  if (customer && customer.subsidiary !== record.subsidiary) {
    throw userError('Invalid Field Value for the following field: subsidiary', 'subsidiary');
  }
  return creating ? { allowTime: false, entityStatus: '4', ...record } : record;
}

function timeRules(world: World, record: Stored): Stored {
  if (!/^\d+:[0-5]\d$/.test(String(record.hours))) throw userError(`Invalid duration ${String(record.hours)}`, 'hours');
  refuseLockedPeriod(world, String(record.tranDate));
  const job = world.store.get<Stored>('job', String(record.customer));
  if (job && (job.entityStatus === '1' || job.isInactive === true))
    throw userError('The project is closed. Time cannot be entered.', 'customer');
  if (job && job.allowTime !== true) throw userError('Time entry is not allowed for this project.', 'customer');
  return record;
}

function invoiceRules(world: World, record: Stored, creating: boolean): Stored {
  refuseLockedPeriod(world, String(record.tranDate));
  const job = world.store.get<Stored>('job', String(record.entity));
  const lines = (record.item ?? []) as { amount?: number | string; quantity?: number; rate?: number | string }[];
  if (lines.length === 0) throw userError('You must enter at least one line item for this transaction.', 'item');
  const total = lines.reduce(
    (sum, line) => sum.plus(line.amount ?? new Decimal(line.quantity ?? 0).times(line.rate ?? 0)),
    new Decimal(0),
  );
  const numbered = creating ? { tranId: `INV${String(world.store.next('invoice-number')).padStart(5, '0')}` } : {};
  return {
    ...record,
    ...numbered,
    total: total.toFixed(2),
    amountRemaining: total.toFixed(2),
    subsidiary: job?.subsidiary ?? record.subsidiary,
    status: 'A',
  };
}

function refuseLockedPeriod(world: World, date: string): void {
  if (world.store.get('locked-period', date.slice(0, 7))) {
    throw userError('You cannot create or change transactions in a locked period.', 'tranDate');
  }
}
