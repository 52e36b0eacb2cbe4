import type { Project } from '#contracts';
import { addMoney, Failure, inForce, type Money, negateMoney, priceOfMinutes, sameAmount } from '#kernel';
import type { ChargedLine } from './billing-line.repository.js';

/** A charge whose day has another rate by now. */
export interface OutdatedCharge extends Pick<ChargedLine, 'reference' | 'role' | 'date' | 'minutes'> {
  billed: Money;
  /** What it comes to at the rate agreed now. */
  due: Money;
}

/** What is billed at rates that are no longer agreed, and what a person decided about it. */
export interface RateReview {
  items: OutdatedCharge[];
  /** Set by a person: `leave` it as it is billed, or `rebill` it. */
  decision?: string;
}

const decisions = ['leave', 'rebill'];

export const outdated = (charged: ChargedLine[], { rates }: Project): OutdatedCharge[] =>
  charged.flatMap(({ reference, role, date, minutes, hourlyRate, amount: billed }) => {
    const agreed = inForce(
      rates.filter((rate) => rate.role === role),
      date,
    );
    if (!agreed || sameAmount(agreed.hourlyRate, hourlyRate)) return [];
    return [{ reference, role, date, minutes, billed, due: priceOfMinutes(minutes, agreed.hourlyRate) }];
  });

/** What rebilling would add to the bills; negative where the customer would get back. */
export const differenceOf = (items: OutdatedCharge[]): Money | null =>
  items.length > 0 ? items.map(({ billed, due }) => addMoney(due, negateMoney(billed))).reduce(addMoney) : null;

/** Nothing that is billed is billed anew, and nothing is given away, unless a person says so (K8). */
export function assertDecided(project: string, { items, decision }: RateReview): void {
  if (decision !== undefined && decisions.includes(decision)) return;
  const [billed, due] = [items.map((one) => one.billed).reduce(addMoney), items.map((one) => one.due).reduce(addMoney)];
  const days = items.map(({ date }) => date).sort();
  throw new Failure(
    'rejected',
    `${items.length} entries of ${project}, worked ${days[0]} to ${days.at(-1)}, are billed with ${shown(billed)}; at the` +
      ` rates agreed now they come to ${shown(due)}`,
    {
      code: 'billed-at-old-rate',
      record: `project ${project}`,
      remedy:
        'correct { "decision": "leave" } to let the bills stand, or { "decision": "rebill" } to take back and charge anew',
      fields: items.slice(0, mostShown).map(({ reference, role, date, billed: was, due: is }) => ({
        field: reference,
        message: `${role} on ${date}: ${shown(was)}, now ${shown(is)}`,
      })),
    },
  );
}

const mostShown = 50;

const shown = ({ amount, currency }: Money): string => `${amount} ${currency}`;
