import type { CaseView, WorkItem } from '#contracts';

type Dated = Pick<WorkItem, 'lateAt' | 'secondsLeft'>;

/** Less than an hour is as little as an hour: what is late already shall not drown what can still be saved. */
const shortestSeconds = 3_600;

/** What nobody said a time for is looked at as if it had a month. */
const longestSeconds = 30 * 24 * 3_600;

/** Money at risk for each second that is left; amounts of different currencies are compared as they stand. */
export const urgencyOf = ({ business }: CaseView, secondsLeft: number | null): number =>
  Number(business.moneyAtRisk?.amount ?? 0) / Math.max(shortestSeconds, secondsLeft ?? longestSeconds);

/** Cases in the order in which they are worth working on: most money for the least time, then the shortest time, then the oldest. */
export function ranked<T extends Dated>(
  cases: { case: CaseView; dated: T }[],
): { case: CaseView; dated: T; rank: number }[] {
  const time = ({ dated }: { dated: T }): number => dated.secondsLeft ?? longestSeconds;
  return cases
    .toSorted(
      (a, b) =>
        urgencyOf(b.case, b.dated.secondsLeft) - urgencyOf(a.case, a.dated.secondsLeft) ||
        time(a) - time(b) ||
        a.case.createdAt.localeCompare(b.case.createdAt),
    )
    .map((one, index) => ({ ...one, rank: index + 1 }));
}
