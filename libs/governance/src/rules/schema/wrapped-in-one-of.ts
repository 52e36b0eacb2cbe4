import { SchemaRule } from '../../compare/change.js';
import { apart } from '../../schema/apart.js';

/** One schema that became exactly one of several: a value that meets two of them meets neither. */
export const wrappedInOneOf: SchemaRule = ({ base, revision }) => {
  const { shape, shaper } = revision;
  if (base.shape.unions.length > 0 || shape.unions[0]?.kind !== 'oneOf') return [];
  const each = shape.unions[0].alternatives.map((_, index) => ({ shaper, shape: shaper.alternative(shape, 0, index) }));
  const told = each.every((one, at) => each.slice(at + 1).every((other) => apart(one, other, base.shape.kinds)));
  if (told) return [];
  const what = 'it must now meet exactly one of several schemas, and some values may meet two';
  return [
    {
      rule: '*-wrapped-in-one-of',
      move: 'narrower',
      firm: true,
      before: 'one schema',
      after: 'oneOf',
      keyword: 'oneOf',
      what,
    },
  ];
};
