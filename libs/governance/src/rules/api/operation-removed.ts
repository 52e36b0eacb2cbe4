import { OperationRemoved, note } from '../../compare/note.js';
import { removalOf } from '../../compare/sunset.js';

/** An operation that is gone, alone or with its path; harmless once its announced end has come. */
export const operationRemoved: OperationRemoved = ({ operation, pathGone, today }) => {
  const removal = removalOf(operation.raw, today);
  const name = `${operation.method} ${operation.path}`;
  const why = {
    'without-deprecation': 'without having been deprecated',
    'sunset-parse': 'and its sunset was not a date',
    'before-sunset': 'before its sunset',
    'with-deprecation': 'as announced',
  }[removal];
  const rule =
    removal === 'sunset-parse' ? 'api-path-sunset-parse' : `api-${pathGone ? 'path-' : ''}removed-${removal}`;
  return note({
    rule,
    level: removal === 'with-deprecation' ? 'safe' : 'breaking',
    base: operation.at,
    before: name,
    message: `${name} is gone ${why}: whoever calls it gets an error.`,
    remedy: 'Keep it, marked as deprecated with a sunset date, and name its successor.',
  });
};
