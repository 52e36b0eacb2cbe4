import { constraint } from './constraint.js';

export const unevaluatedItems = constraint({
  id: 'unevaluated-items',
  keyword: 'unevaluatedItems',
  name: 'a rule for items not described elsewhere',
  of: ({ shape }) => shape.unevaluatedItems,
  changed: 'different',
});
