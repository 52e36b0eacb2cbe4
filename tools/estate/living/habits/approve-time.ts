import type { Habit } from '../life.js';
import { approvalOf, finishIfDone } from '../work.js';

/** A project manager approves the time that came together on a project. */
export const approveTime: Habit = {
  name: 'approve-time',
  weight: 12,
  occasion: (life) => {
    const deal = life.pick(life.deals.filter(({ open }) => open.length >= 3));
    if (!deal) return null;
    const draft = approvalOf(deal);
    finishIfDone(life, deal);
    return [draft];
  },
};
