import { Change, SchemaRule } from '../../compare/change.js';
import { formatWithin } from '../../schema/subset.js';

/** Formats: int32 is within int64 and float within double; any other is apart from the rest and within none at all. */
export const format: SchemaRule = ({ base, revision }) => {
  const was = [...base.shape.formats];
  const is = [...revision.shape.formats];
  const narrower = was.every((one) => is.some((other) => formatWithin(other, one)));
  const wider = is.every((one) => was.some((other) => formatWithin(other, one)));
  if (narrower && wider) return [];
  const change = { before: was.join() || null, after: is.join() || null, keyword: 'format' };
  const what = `the format went from ${change.before ?? 'any'} to ${change.after ?? 'any'}`;
  const found = (rule: string, move: Change['move']): Change[] => [{ ...change, rule, move, what }];
  if (narrower) return found('*-format-specialized', 'narrower');
  return wider ? found('*-format-generalized', 'wider') : found('*-format-changed', 'different');
};
