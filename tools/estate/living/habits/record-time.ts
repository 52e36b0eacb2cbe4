import type { Habit } from '../life.js';
import { entryOn, staffedDeals } from '../work.js';

/** A consultant records a day's work. */
export const recordTime: Habit = {
  name: 'record-time',
  weight: 30,
  occasion: (life) => {
    const deal = life.pick(staffedDeals(life));
    if (!deal) return null;
    const place = life.random.oneOf(deal.places);
    const draft = entryOn(life, deal, place, place.nextDay);
    place.nextDay += 1;
    return [draft];
  },
};
