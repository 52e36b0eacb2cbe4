import { Failure, type Money, percentOf, priceOfMinutes } from '#kernel';
import type { EstateView } from '#platform';
import type { ClientCharge } from './intercompany-charge.repository.js';

/** What one legal entity asks another for a piece of work. */
export interface TransferPrice {
  /** In the ERP of the employing entity; its customer is the contracting one. */
  project: string;
  hourlyRate: Money;
  amount: Money;
}

/**
 * Prices work for another legal entity as the estate says for the day it was done. Failures, all `rejected`:
 * `missing-intercompany-price` and `missing-hourly-cost`, which say what to write in estate.yaml; their record is the cause.
 */
export function transferPrice(charge: ClientCharge, employing: string, estate: EstateView): TransferPrice {
  const { contracting, workDate, minutes } = charge;
  const price = estate.intercompanyPrice(employing, contracting, workDate);
  if (!price)
    throw refusal(`${employing} to ${contracting}`, 'missing-intercompany-price', {
      what: `no price from ${employing} to ${contracting} counts on ${workDate}`,
      remedy:
        `add { employing: ${employing}, contracting: ${contracting}, project: <of ${employing}, with ${contracting} as ` +
        'customer>, shareOfRate: 80 } to billing.intercompany in estate.yaml, restart, then retry',
    });
  const base = price.shareOfRate === undefined ? costOf(charge, employing, estate) : charge.hourlyRate;
  const hourlyRate = percentOf(price.shareOfRate ?? 100 + price.markUpOnCost!, base);
  return { project: price.project, hourlyRate, amount: priceOfMinutes(minutes, hourlyRate) };
}

function costOf(charge: ClientCharge, employing: string, { staffing }: EstateView): Money {
  const { role, contracting } = charge;
  const cost = staffing.hourlyCosts?.find((one) => one.legalEntity === employing && one.role === role);
  if (cost) return { amount: cost.amount, currency: cost.currency };
  throw refusal(`${role} in ${employing}`, 'missing-hourly-cost', {
    what: `an hour of ${role} in ${employing} has no cost to price it by for ${contracting}`,
    remedy: `add ${role} in ${employing} to staffing.hourlyCosts in estate.yaml, restart, then retry`,
  });
}

/** `cause` is what all work is held by that waits for the same decision. */
export const refusal = (cause: string, code: string, { what, remedy }: { what: string; remedy: string }): Failure =>
  new Failure('rejected', what, { code, record: cause, remedy });
