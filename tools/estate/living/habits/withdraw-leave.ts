import type { Habit } from '../life.js';

/** Plans change: leave is taken back. */
export const withdrawLeave: Habit = {
  name: 'withdraw-leave',
  weight: 1,
  occasion: (life) => {
    const away = life.pick(life.away);
    if (!away) return null;
    const { deed, consultant, startDate } = away;
    life.away = life.away.filter((one) => one !== away);
    return [
      {
        subject: `worker ${consultant.number}`,
        legalEntity: consultant.branch.legalEntity,
        domain: 'hr',
        action: 'withdrawLeave',
        input: { id: '' },
        recordOf: deed,
        text: `${consultant.name} stays after all on ${startDate}`,
      },
    ];
  },
};
