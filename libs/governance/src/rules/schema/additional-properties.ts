import { SchemaRule } from '../../compare/change.js';
import { onlyLeftOver } from '../../schema/leftover.js';

/** Whether properties nobody named may come; what they must look like is compared as a schema. */
export const additionalProperties: SchemaRule = ({ base, revision, place }) => {
  const was = base.shaper.shape(base.shape.additional).kinds.size > 0;
  const is = revision.shaper.shape(revision.shape.additional).kinds.size > 0;
  if (was === is || onlyLeftOver(base.shape.additional, revision.shape.additional)) return [];
  const change = { before: was, after: is, keyword: 'additionalProperties' };
  if (is) {
    const level = place.direction === 'response' ? ('dangerous' as const) : ('safe' as const);
    return [
      {
        ...change,
        level,
        rule: '*-additional-properties-opened',
        move: 'wider',
        what: 'properties that are not named may now come',
      },
    ];
  }
  return [
    {
      ...change,
      rule: '*-additional-properties-closed',
      move: 'narrower',
      what: 'properties that are not named may no longer come',
    },
  ];
};
