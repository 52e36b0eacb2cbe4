import { constraint } from './constraint.js';

export const contains = constraint({
  id: 'contains',
  keyword: 'contains',
  name: 'an item of a kind',
  of: ({ shape }) => shape.contains.map((one) => one.schema),
});
