/** What decides how soon something is worth working on. */
export interface AtStake {
  /** Decimal amount of the money at risk; null where there is none. Amounts of different currencies are compared as they stand. */
  amount: string | null;
  /** Until it is too late; 0 once it is, null where nobody has said when. */
  secondsLeft: number | null;
  /** Since when, RFC 3339. */
  since: string;
}

/** Less than an hour is as little as an hour: what is late already shall not drown what can still be saved. */
const shortestHours = 1;

/** What nobody said a time for is looked at as if it had a month. */
const longestHours = 30 * 24;

const hoursLeft = ({ secondsLeft }: Pick<AtStake, 'secondsLeft'>): number =>
  secondsLeft === null ? longestHours : secondsLeft / 3_600;

/** Whole seconds until a moment; 0 once it is over, null where there is none. */
export const secondsUntil = (moment: Date | string | null, now: Date): number | null =>
  moment === null ? null : Math.max(0, Math.round((new Date(moment).getTime() - now.getTime()) / 1_000));

/** Money at risk for each hour that is left. */
export const urgencyOf = (stake: Pick<AtStake, 'amount' | 'secondsLeft'>): number =>
  Number(stake.amount ?? 0) / Math.max(shortestHours, hoursLeft(stake));

/** The most money for the least time first, then the shortest time, then the oldest. */
export const byUrgency = (a: AtStake, b: AtStake): number =>
  urgencyOf(b) - urgencyOf(a) || hoursLeft(a) - hoursLeft(b) || a.since.localeCompare(b.since);
