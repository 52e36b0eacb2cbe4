import { constraint } from './constraint.js';

export const condition = constraint({
  id: 'if',
  keyword: 'if',
  name: 'a condition',
  of: ({ shape }) => shape.conditions.map((one) => one.if),
  changed: 'different',
});
