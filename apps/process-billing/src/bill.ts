import type { erp } from '#contracts';
import { addMoney, negateMoney } from '#kernel';
import type { PostedLine } from './billing-batch.repository.js';

/** Work as a bill shows it. */
export type BilledWork = Pick<PostedLine, 'role' | 'date' | 'minutes' | 'hourlyRate' | 'amount'> & {
  /** It was billed before, and is not to be. */
  takenBack: boolean;
};

/** What a customer is asked for the lines of a project in a batch, or given back where they come to less than nothing. */
export interface Bill {
  kind: 'invoice' | 'credit memo';
  reference: string;
  project: string;
  /** Charged less taken back. */
  minutes: number;
  state: erp.InvoiceState;
}

/** One bill line for each role and rate, and one for what is taken back of it: its time and the exact sum of its prices. */
export function billOf(project: string, batch: string, items: BilledWork[]): Bill {
  const total = items.map(({ amount }) => amount).reduce(addMoney);
  const minutes = sum(items);
  const dates = items.map(({ date }) => date).sort();
  const period = `${dates[0]} to ${dates.at(-1)}`;
  const state: erp.InvoiceState = {
    project,
    date: dates.at(-1)!,
    currency: total.currency,
    lines: [...groups(items)].map(([, of]) => ({
      role: of[0]!.role,
      minutes: sum(of),
      hourlyRate: of[0]!.hourlyRate,
      amount: of.map(({ amount }) => amount).reduce(addMoney),
      description: `${of[0]!.takenBack ? 'Correction: ' : ''}${of[0]!.role} ${period}`,
    })),
  };
  const about = { project, minutes };
  if (!total.amount.startsWith('-'))
    return { kind: 'invoice', reference: `INV-${project}-${batch.slice(0, 8)}`, ...about, state };
  const reference = `CM-${project}-${batch.slice(0, 8)}`;
  return { kind: 'credit memo', reference, ...about, state: { ...state, lines: state.lines.map(mirrored) } };
}

const sum = (items: { minutes: number }[]): number => items.reduce((all, { minutes }) => all + minutes, 0);

/** By role and rate, in the order of the roles; what is taken back stands by itself. */
function groups(items: BilledWork[]): Map<string, BilledWork[]> {
  const found = new Map<string, BilledWork[]>();
  const keyOf = ({ role, hourlyRate, takenBack }: BilledWork): string =>
    `${role} ${takenBack ? 'taken back' : 'charged'} ${hourlyRate.amount}`;
  for (const item of items.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))) {
    const group = found.get(keyOf(item));
    if (group) group.push(item);
    else found.set(keyOf(item), [item]);
  }
  return found;
}

const mirrored = (line: erp.InvoiceLine): erp.InvoiceLine => ({
  ...line,
  minutes: -line.minutes,
  amount: negateMoney(line.amount),
});
