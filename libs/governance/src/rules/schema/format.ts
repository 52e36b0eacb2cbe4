import { Change, SchemaRule } from '../../compare/change.js';
import { respelt } from './content.js';
import { Shape } from '../../schema/shape.js';
import { formatWithin } from '../../schema/subset.js';

/** Formats: int32 is within int64 and float within double; any other is apart from the rest and within none at all. */
export const format: SchemaRule = ({ base, revision }) => {
  const was = formatsOf(base.shape, revision.shape);
  const is = formatsOf(revision.shape, base.shape);
  const narrower = was.every((one) => is.some((other) => formatWithin(other, one)));
  const wider = is.every((one) => was.some((other) => formatWithin(other, one)));
  if (narrower && wider) return [];
  const change = { before: was.join() || null, after: is.join() || null, keyword: 'format' };
  const what = `the format went from ${change.before ?? 'any'} to ${change.after ?? 'any'}`;
  const found = (rule: string, move: Change['move']): Change[] => [{ ...change, rule, move, what }];
  if (narrower) return found('*-format-specialized', 'narrower');
  return wider ? found('*-format-generalized', 'wider') : found('*-format-changed', 'different');
};

/** Without a format that the other version says as an encoding or media type. */
function formatsOf(shape: Shape, other: Shape): string[] {
  return [...shape.formats].filter((one) => !Object.keys(respelt).some((key) => said(one, key, other)));
}

function said(name: string, keyword: string, other: Shape): boolean {
  return respelt[keyword]?.format === name && other.notes.raw(keyword) === respelt[keyword]?.value;
}
