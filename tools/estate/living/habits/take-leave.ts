import { type Habit, workingDay } from '../life.js';

const notice = 10;

/** A consultant goes on leave, and the HR system has it approved. */
export const takeLeave: Habit = {
  name: 'take-leave',
  weight: 3,
  occasion: (life) => {
    const consultant = life.pick(life.consultants);
    if (!consultant) return null;
    const { number, name, branch } = consultant;
    const first = Math.max(life.today + notice, consultant.freeFrom);
    const days = life.random.between(1, 3);
    consultant.freeFrom = first + days;
    const [startDate, endDate] = [workingDay(first), workingDay(first + days - 1)];
    life.away.push({ deed: life.number, consultant, startDate });
    // Who did not change their mind by then will not.
    if (life.away.length > 5) life.away.shift();
    return [
      {
        subject: `worker ${number}`,
        legalEntity: branch.legalEntity,
        domain: 'hr',
        action: 'recordLeave',
        input: { number, startDate, endDate, kind: life.happens(20) ? 'sick' : 'vacation', minutesPerDay: null },
        text: `${name} is away from ${startDate} to ${endDate}`,
      },
    ];
  },
};
