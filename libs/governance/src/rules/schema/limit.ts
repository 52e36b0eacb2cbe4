import { Change, SchemaRule } from '../../compare/change.js';
import { LimitKey, Shape } from '../../schema/shape.js';

interface Limited {
  /** Id of the rule: `max-length`. */
  id: string;
  keyword: string;
  end: 'upper' | 'lower';
  of: (shape: Shape) => number | undefined;
}

/** A rule for a number that bounds: moving it inward allows less, outward more. */
export function limit({ id, keyword, end, of }: Limited): SchemaRule {
  return ({ base, revision, place }) => {
    const was = of(base.shape);
    const is = of(revision.shape);
    if (was === is) return [];
    const change = { before: was ?? null, after: is ?? null, keyword };
    if (was === undefined) {
      const level = place.direction === 'request' ? ('dangerous' as const) : ('safe' as const);
      return [{ ...change, rule: `*-${id}-set`, move: 'narrower', level, what: `${keyword} is now ${is}` }];
    }
    if (is === undefined)
      return [{ ...change, rule: `*-${id}-unset`, move: 'wider', what: `${keyword} is no longer ${was}` }];
    const what = `${keyword} went from ${was} to ${is}`;
    return [{ ...change, rule: `*-${id}-${is > was ? 'increased' : 'decreased'}`, move: moved(is > was, end), what }];
  };
}

export function sized(id: string, keyword: LimitKey): SchemaRule {
  return limit({
    id,
    keyword,
    end: keyword.startsWith('max') ? 'upper' : 'lower',
    of: (shape) => shape.limits[keyword],
  });
}

function moved(up: boolean, end: 'upper' | 'lower'): Change['move'] {
  return up === (end === 'upper') ? 'wider' : 'narrower';
}
