import { Decimal } from 'decimal.js';
import { Failure } from './failure.js';

/** An exact amount: `amount` is a decimal string, `currency` an ISO 4217 code. */
export interface Money {
  amount: string;
  currency: string;
}

/** ISO 4217 currencies whose minor unit is not 1/100. */
const minorDigits: Record<string, number> = { JPY: 0, KRW: 0, CLP: 0, ISK: 0, BHD: 3, KWD: 3, OMR: 3, TND: 3 };

export const digitsOf = (currency: string): number => minorDigits[currency] ?? 2;

/** Rounds half up (away from zero) to the currency's minor unit. */
export function money(amount: Decimal.Value, currency: string): Money {
  const value = new Decimal(amount);
  if (!value.isFinite()) throw new Failure('rejected', `"${amount}" is not an amount of money`);
  return { amount: value.toFixed(digitsOf(currency), Decimal.ROUND_HALF_UP), currency };
}

export function addMoney(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new Failure('defect', `cannot add ${a.currency} to ${b.currency}`);
  return money(new Decimal(a.amount).plus(b.amount), a.currency);
}

export const negateMoney = (a: Money): Money => money(new Decimal(a.amount).negated(), a.currency);

/** Sums per currency, in alphabetical order of the currency. */
export function totalsByCurrency(amounts: Iterable<Money>): Money[] {
  const totals = new Map<string, Money>();
  for (const amount of amounts) {
    const sofar = totals.get(amount.currency);
    totals.set(amount.currency, sofar ? addMoney(sofar, amount) : money(amount.amount, amount.currency));
  }
  return [...totals.values()].sort((a, b) => a.currency.localeCompare(b.currency));
}

/** What `minutes` of work cost at an hourly rate, rounded once at the end. */
export const priceOfMinutes = (minutes: number, hourlyRate: Money): Money =>
  money(new Decimal(hourlyRate.amount).times(minutes).dividedBy(60), hourlyRate.currency);

/** So many percent of an amount. */
export const percentOf = (percent: number, whole: Money): Money =>
  money(new Decimal(whole.amount).times(percent).dividedBy(100), whole.currency);

export const sameAmount = (a: Money, b: Money): boolean =>
  a.currency === b.currency && new Decimal(a.amount).equals(b.amount);

/** Integer minor units (cents) to money. */
export const fromMinorUnits = (units: number, currency: string): Money =>
  money(new Decimal(units).dividedBy(new Decimal(10).pow(digitsOf(currency))), currency);

/** Money to integer minor units (cents). */
export const toMinorUnits = (value: Money): number =>
  new Decimal(value.amount).times(new Decimal(10).pow(digitsOf(value.currency))).toNumber();

/**
 * Shares a whole number out by whole weights: each share is within one of its exact part,
 * and together they are the whole.
 */
export function sharesOf(whole: number, weights: number[]): number[] {
  const all = BigInt(weights.reduce((sum, weight) => sum + weight, 0));
  if (all === 0n) throw new Failure('defect', 'nothing to share out by: every weight is 0');
  let weight = 0n;
  let given = 0n;
  return weights.map((one) => {
    weight += BigInt(one);
    const due = (2n * BigInt(whole) * weight + all) / (2n * all);
    const share = due - given;
    given = due;
    return Number(share);
  });
}

/** Shares an amount of money out by weights, to its minor unit. */
export const moneyShares = (whole: Money, weights: number[]): Money[] =>
  sharesOf(toMinorUnits(whole), weights).map((units) => fromMinorUnits(units, whole.currency));
