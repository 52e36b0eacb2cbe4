import type { Habit } from '../life.js';

const quarter = 15;

/** Somebody finds a quarter of an hour more in time that was approved, and most likely billed. */
export const changeOfMind: Habit = {
  name: 'change-of-mind',
  weight: 1,
  occasion: (life) => {
    const deal = life.pick(life.deals.filter(({ approved }) => approved !== null));
    if (!deal) return null;
    const { deed, date, minutes } = deal.approved!;
    deal.approved = null;
    return [
      {
        subject: deal.code,
        legalEntity: deal.branch.legalEntity,
        domain: 'psa',
        action: 'editTimeEntry',
        input: { id: '', fields: { minutes: minutes + quarter }, date },
        recordOf: deed,
        text: `a quarter of an hour was added to ${date} on ${deal.project}`,
      },
    ];
  },
};
