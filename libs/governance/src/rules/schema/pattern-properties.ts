import { Change, SchemaRule } from '../../compare/change.js';

/** Schemas for properties by their names' pattern. Known ones are compared as schemas. */
export const patternProperties: SchemaRule = ({ base, revision }) => {
  const was = base.shape.patternProperties;
  const is = revision.shape.patternProperties;
  const change = (pattern: string): Pick<Change, 'before' | 'after' | 'keyword'> => ({
    before: was.has(pattern) ? pattern : null,
    after: is.has(pattern) ? pattern : null,
    keyword: 'patternProperties',
  });
  const removed = [...was.keys()].filter((pattern) => !is.has(pattern));
  const added = [...is.keys()].filter((pattern) => !was.has(pattern));
  return [
    ...removed.map((one): Change => ({
      ...change(one),
      rule: '*-pattern-property-removed',
      move: 'wider',
      what: `properties named like ${one} are no longer described`,
    })),
    ...added.map((one): Change => ({
      ...change(one),
      rule: '*-pattern-property-added',
      move: 'narrower',
      what: `properties named like ${one} must now meet a schema`,
    })),
  ];
};
