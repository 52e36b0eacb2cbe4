import { role } from '../branches.js';
import { type Habit, workingDay } from '../life.js';

const mostPlaces = 2;
const lasts = 30;

/** Staffing puts somebody who is free on a deal that was won. */
export const staffDeal: Habit = {
  name: 'staff-deal',
  weight: 10,
  occasion: (life) => {
    const deal = life.pick(life.deals.filter(({ places, entries }) => places.length < mostPlaces && entries < 8));
    const consultant =
      deal && life.pick(life.consultants.filter((one) => one.deal === null && one.branch === deal.branch));
    if (!deal || !consultant) return null;
    consultant.deal = deal.code;
    deal.places.push({ consultant, nextDay: life.today });
    return [
      {
        subject: deal.code,
        legalEntity: deal.branch.legalEntity,
        domain: 'scheduling',
        action: 'staff',
        input: {
          projectRef: deal.project,
          roleName: role.name,
          email: consultant.email,
          startDate: workingDay(deal.nextLateDay),
          endDate: workingDay(life.today + lasts),
          minutes: 9_600,
          hourlyRate: deal.hourlyRate,
        },
        text: `staffing put ${consultant.name} on ${deal.project}`,
      },
    ];
  },
};
