import type { Habit } from '../life.js';

/** Somebody who came lately is promoted while between projects. */
export const promote: Habit = {
  name: 'promote',
  weight: 1,
  occasion: (life) => {
    const consultant = life.pick(
      life.consultants.filter(({ isNew, deal, grade }) => isNew && deal === null && grade === 'Consultant'),
    );
    if (!consultant) return null;
    const { number, name, branch } = consultant;
    consultant.grade = 'Senior Consultant';
    return [
      {
        subject: `worker ${number}`,
        legalEntity: branch.legalEntity,
        domain: 'hr',
        action: 'editEmployee',
        input: { number, fields: { grade: consultant.grade } },
        text: `${name} became ${consultant.grade}`,
      },
    ];
  },
};
