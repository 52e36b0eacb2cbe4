import type { Habit } from '../life.js';

/** Whoever got something wrong is told, and puts it right where it was entered. */
export const putRight: Habit = {
  name: 'put-right',
  weight: 12,
  occasion: (life) => {
    const found = life.mistakes.find(({ notBefore }) => notBefore <= life.number);
    if (!found) return null;
    life.mistakes = life.mistakes.filter((one) => one !== found);
    found.mended?.();
    return [found.draft];
  },
};
