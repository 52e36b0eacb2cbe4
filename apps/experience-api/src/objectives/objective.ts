/** What was counted of the runs of a workflow. */
export interface Counted {
  ended: number;
  late: number;
  endedLastDay: number;
  lateLastDay: number;
}

/** Runs that are to be in time, in percent; what is missing to a hundred is the error budget. */
export const targetPercent = 99;

const allowedShare = (100 - targetPercent) / 100;

/** Shares and the error budget of a workflow, as decimals in percent; a burn of 1 spends the budget in exactly the window. */
export function budgetOf({ ended, late, endedLastDay, lateLastDay }: Counted): {
  inTime: string;
  budgetLeft: string;
  burn: string | null;
} {
  return {
    inTime: rounded((100 * (ended - late)) / ended, 2),
    budgetLeft: rounded(100 * (1 - late / (ended * allowedShare)), 1),
    burn: endedLastDay === 0 ? null : rounded(lateLastDay / endedLastDay / allowedShare, 1),
  };
}

/** A figure is never shown as better than it is by rounding it to a whole. */
const rounded = (value: number, digits: number): string =>
  (Math.floor(value * 10 ** digits + 1e-9) / 10 ** digits).toFixed(digits);
