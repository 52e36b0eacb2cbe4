import { Change, SchemaRule } from '../../compare/change.js';
import { takesAll } from '../../schema/patterns.js';

/** Patterns. Two that differ cannot be compared in general, so a change is dangerous; what is sent back is trusted. */
export const pattern: SchemaRule = ({ base, revision, place }) => {
  const was = [...base.shape.patterns]
    .filter((one) => !takesAll(one))
    .sort()
    .join(' and ');
  const is = [...revision.shape.patterns]
    .filter((one) => !takesAll(one))
    .sort()
    .join(' and ');
  if (was === is) return [];
  const change = { before: was || null, after: is || null, keyword: 'pattern' };
  const trusted = place.direction === 'response' ? ({ level: 'safe' } as const) : {};
  const told = (rule: string, rest: Pick<Change, 'move' | 'what' | 'level'>): Change[] => [
    { ...change, rule, ...rest, ...trusted },
  ];
  if (was === '') return told('*-pattern-added', { move: 'narrower', what: `it must now match ${is}` });
  if (is === '') {
    const rule = revision.shape.patterns.size > 0 ? '*-pattern-generalized' : '*-pattern-removed';
    return told(rule, { move: 'wider', what: `it need no longer match ${was}` });
  }
  return told('*-pattern-changed', {
    move: 'different',
    level: 'dangerous',
    what: `its pattern went from ${was} to ${is}`,
  });
};
