import { constraint } from './constraint.js';

export const propertyNames = constraint({
  id: 'property-names',
  keyword: 'propertyNames',
  name: 'a rule for property names',
  of: ({ shape }) => shape.propertyNames,
});
