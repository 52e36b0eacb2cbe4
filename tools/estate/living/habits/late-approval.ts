import { type Habit, workingDay } from '../life.js';
import { approvalOf, entryOn, staffedDeals } from '../work.js';

/** Time of weeks ago that was forgotten is recorded and approved at last. */
export const lateApproval: Habit = {
  name: 'late-approval',
  weight: 2,
  occasion: (life) => {
    const deal = life.pick(
      staffedDeals(life).filter(({ nextLateDay, places }) => nextLateDay < places[0]!.nextDay - 10),
    );
    if (!deal) return null;
    const day = deal.nextLateDay;
    const draft = entryOn(life, deal, deal.places[0]!, day);
    deal.nextLateDay += 1;
    return [draft, { ...approvalOf(deal), text: `time of ${workingDay(day)} on ${deal.project} was approved late` }];
  },
};
