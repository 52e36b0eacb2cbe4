import { constraint } from './constraint.js';

export const unevaluatedProperties = constraint({
  id: 'unevaluated-properties',
  keyword: 'unevaluatedProperties',
  name: 'a rule for properties not named elsewhere',
  of: ({ shape }) => shape.unevaluatedProperties,
  changed: 'different',
});
