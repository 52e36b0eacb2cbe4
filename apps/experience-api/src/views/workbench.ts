import type { CaseView, WorkItem } from '#contracts';
import { byUrgency } from '#kernel';
import { stakeOf } from '#platform';

type Dated = Pick<WorkItem, 'lateAt' | 'secondsLeft'>;

/** Cases in the order in which they are worth working on. */
export const ranked = <T extends Dated>(
  cases: { case: CaseView; dated: T }[],
): { case: CaseView; dated: T; rank: number }[] =>
  cases
    .map((one) => ({ one, stake: stakeOf(one.case, one.dated.secondsLeft) }))
    .sort((a, b) => byUrgency(a.stake, b.stake))
    .map(({ one }, index) => ({ ...one, rank: index + 1 }));
