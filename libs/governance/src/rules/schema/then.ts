import { constraint } from './constraint.js';

export const consequence = constraint({
  id: 'then',
  keyword: 'then',
  name: 'what follows from a condition',
  of: ({ shape }) => shape.conditions.flatMap((one) => one.then ?? []),
  changed: 'different',
});
