import type { Draft, Habit } from '../life.js';
import { approvalOf, entryOn, staffedDeals } from '../work.js';

const patience = 14;

/** A consultant types a rate that was not agreed, and nobody sees it before the time is approved. */
export const wrongRate: Habit = {
  name: 'wrong-rate',
  weight: 2,
  occasion: (life) => {
    const deal = life.pick(staffedDeals(life));
    if (!deal) return null;
    const place = life.random.oneOf(deal.places);
    const hourlyRate = (Number(deal.hourlyRate) + 15).toFixed(2);
    const entry = entryOn(life, deal, place, place.nextDay, hourlyRate);
    place.nextDay += 1;
    const draft: Draft = {
      subject: deal.code,
      legalEntity: deal.branch.legalEntity,
      domain: 'psa',
      action: 'editTimeEntry',
      input: { id: '', fields: { hourlyRate: deal.hourlyRate } },
      recordOf: life.number,
      text: `the rate of ${place.consultant.name} on ${deal.project} was put right`,
    };
    life.mistakes.push({ notBefore: life.number + patience, draft });
    const approval = approvalOf(deal);
    // It is to be put right, not to be changed for another reason first.
    deal.approved = null;
    return [entry, approval];
  },
};
