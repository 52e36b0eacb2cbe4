import type { erp } from '#contracts';
import { addMoney, Failure, type Money, money, sameAmount } from '#kernel';

/** What the ERP would bill must be what was agreed, to the cent; `remedy` says where a person corrects it. */
export function requireAgreed(
  { lines, currency }: erp.InvoiceState,
  { what, total, remedy }: { what: string; total: Money; remedy: string },
): void {
  const agreed = lines.reduce((sum, { amount }) => addMoney(sum, amount), money(0, currency));
  if (sameAmount(agreed, total)) return;
  throw new Failure('conflict', `${what} comes to ${total.amount} ${total.currency}`, {
    code: 'price-differs',
    remedy,
    fields: [{ field: 'lines', message: `add up to ${agreed.amount} ${agreed.currency}` }],
  });
}
