import type { CaseView, WorkItem } from '#contracts';
import { type AtStake, byUrgency, secondsUntil } from '#kernel';
import type { EstateView } from '#platform';

type Dated = Pick<WorkItem, 'lateAt' | 'secondsLeft'>;

/** When a case is too late: at the cut-off of its cycle, or when it should be settled. */
export function lateness({ business, dueAt }: CaseView, estate: Pick<EstateView, 'tooLateAt'>, now: Date): Dated {
  const lateAt = estate.tooLateAt(business, dueAt);
  return { lateAt, secondsLeft: secondsUntil(lateAt, now) };
}

const stakeOf = ({ case: { business, createdAt }, dated }: { case: CaseView; dated: Dated }): AtStake => ({
  amount: business.moneyAtRisk?.amount ?? null,
  secondsLeft: dated.secondsLeft,
  since: createdAt,
});

/** Cases in the order in which they are worth working on. */
export const ranked = <T extends Dated>(
  cases: { case: CaseView; dated: T }[],
): { case: CaseView; dated: T; rank: number }[] =>
  cases.toSorted((a, b) => byUrgency(stakeOf(a), stakeOf(b))).map((one, index) => ({ ...one, rank: index + 1 }));
