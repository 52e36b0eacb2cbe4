import { constraint } from './constraint.js';

export const not = constraint({
  id: 'not',
  keyword: 'not',
  name: 'a refused shape',
  of: ({ shape }) => shape.not,
  changed: 'different',
});
