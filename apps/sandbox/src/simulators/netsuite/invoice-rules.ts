import { Decimal } from 'decimal.js';
import type { World } from '../../core/simulator.js';
import { invalidField, userError } from './errors.js';
import type { Line, Stored, Values } from './record-type.js';

const linesOf = (record: Values): Line[] => (record.item ?? []) as Line[];

export function checkInvoice(_world: World, record: Values): void {
  const lines = linesOf(record);
  if (lines.length === 0) throw userError('You must enter at least one line item for this transaction.', 'item');
  for (const [index, line] of lines.entries()) {
    if (line.item === undefined) throw invalidField(`item.items[${index}].item`, null);
    if (line.amount === undefined && line.rate === undefined) throw invalidField(`item.items[${index}].amount`, null);
  }
}

/** An amount that was sent stands; otherwise it is quantity times rate. Both in whole cents. */
function amountOf({ amount, quantity, rate }: Line): number {
  const exact = (amount as number | undefined) ?? new Decimal((quantity ?? 1) as number).times((rate ?? 0) as number);
  return new Decimal(exact).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toNumber();
}

/** Numbers the invoice, adds up its lines, and takes subsidiary and currency from the customer or project. */
export function completeInvoice(world: World, record: Stored): Stored {
  const item = linesOf(record).map((line) => ({ quantity: 1, ...line, amount: amountOf(line) }));
  const total = item.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0)).toNumber();
  const id = String(record.entity);
  const entity = world.store.get<Stored>('job', id) ?? world.store.get<Stored>('customer', id);
  return {
    tranId: record.tranId ?? `INV${String(world.store.next('invoice-number')).padStart(5, '0')}`,
    currency: entity?.currency,
    ...record,
    subsidiary: entity?.subsidiary,
    item,
    total,
    amountPaid: 0,
    amountRemaining: total,
    status: 'A',
  };
}
