import { SchemaRule } from '../../compare/change.js';

export const uniqueItems: SchemaRule = ({ base, revision }) => {
  const [before, after] = [base.shape.unique, revision.shape.unique];
  if (before === after) return [];
  const change = { before, after, keyword: 'uniqueItems' };
  return after
    ? [{ ...change, rule: '*-unique-items-added', move: 'narrower', what: 'an item may no longer come twice' }]
    : [{ ...change, rule: '*-unique-items-removed', move: 'wider', what: 'an item may now come twice' }];
};
