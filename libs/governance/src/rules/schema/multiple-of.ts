import { SchemaRule } from '../../compare/change.js';
import { Shape } from '../../schema/shape.js';

/** Steps of numbers: a finer step that divides the old one allows more. */
export const multipleOf: SchemaRule = ({ base, revision }) => {
  const was = stepsOf(base.shape);
  const is = stepsOf(revision.shape);
  const wider = is.every((step) => was.some((one) => Number.isInteger(one / step)));
  const narrower = was.every((step) => is.some((one) => Number.isInteger(one / step)));
  if (wider && narrower) return [];
  const change = { before: was.join() || null, after: is.join() || null, keyword: 'multipleOf' };
  const what = `it went from multiples of ${change.before ?? 'anything'} to multiples of ${change.after ?? 'anything'}`;
  if (wider) return [{ ...change, rule: '*-multiple-of-widened', move: 'wider', what }];
  return [
    {
      ...change,
      rule: `*-multiple-of-${narrower ? 'narrowed' : 'changed'}`,
      move: narrower ? 'narrower' : 'different',
      what,
    },
  ];
};

/** Whole numbers are multiples of one anyway. */
function stepsOf({ multiples, kinds }: Shape): number[] {
  return [...multiples].filter((step) => step !== 1 || kinds.has('number'));
}
