import { Decimal } from 'decimal.js';
import type { World } from '../../core/simulator.js';
import { invalidField, userError } from './errors.js';
import type { Line, Stored, Values } from './record-type.js';

export const linesOf = (record: Values): Line[] => (record.item ?? []) as Line[];

/** Lines may be worth less than nothing, a whole invoice or credit memo may not. */
export function checkBill(_world: World, record: Values): void {
  checkLines(record);
  if (totalOf(linesOf(record)) < 0) throw userError('The total cannot be negative.', 'item');
}

/** A transaction has lines, each of something and of some amount. */
export function checkLines(record: Values): void {
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

export const totalOf = (lines: Line[]): number =>
  lines.reduce((sum, line) => sum.plus(amountOf(line)), new Decimal(0)).toNumber();

export const withAmounts = (record: Values): Line[] =>
  linesOf(record).map((line) => ({ quantity: 1, ...line, amount: amountOf(line) }));

/** Numbers it, adds up its lines, and takes subsidiary and currency from the customer or project. */
function completeBill(world: World, record: Stored, numbered: { as: string; sequence: string }): Stored {
  const item = withAmounts(record);
  const total = totalOf(item);
  const id = String(record.entity);
  const entity = world.store.get<Stored>('job', id) ?? world.store.get<Stored>('customer', id);
  return {
    tranId: record.tranId ?? `${numbered.as}${String(world.store.next(numbered.sequence)).padStart(5, '0')}`,
    currency: entity?.currency,
    ...record,
    subsidiary: entity?.subsidiary,
    item,
    total,
    amountRemaining: total,
  };
}

export const completeInvoice = (world: World, record: Stored): Stored => ({
  ...completeBill(world, record, { as: 'INV', sequence: 'invoice-number' }),
  amountPaid: 0,
  status: 'A',
});

/** Assumption, unconfirmed by the vendor: how credit memos are numbered. Applying one to invoices is left to finance. */
export const completeCreditMemo = (world: World, record: Stored): Stored =>
  completeBill(world, record, { as: 'CM', sequence: 'credit-memo-number' });
