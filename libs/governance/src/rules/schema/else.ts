import { constraint } from './constraint.js';

export const alternative = constraint({
  id: 'else',
  keyword: 'else',
  name: 'what follows where a condition does not hold',
  of: ({ shape }) => shape.conditions.flatMap((one) => one.else ?? []),
  changed: 'different',
});
