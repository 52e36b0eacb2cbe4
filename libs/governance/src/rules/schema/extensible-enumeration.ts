import { Change, SchemaRule, shown } from '../../compare/change.js';
import { without } from '../../document/json.js';

/** `x-extensible-enum`: values known today, more to come. */
export const extensibleEnumeration: SchemaRule = ({ base, revision }) => {
  const was = base.shape.extensible;
  const is = revision.shape.extensible;
  if (was === undefined || is === undefined) return [];
  const keyword = 'x-extensible-enum';
  const removed = without(was, is).map((value): Change => ({
    rule: '*-x-extensible-enum-value-removed',
    move: 'narrower',
    firm: true,
    before: value,
    after: undefined,
    what: `the value ${shown(value)} was removed`,
    keyword,
  }));
  const added = without(is, was).map((value): Change => ({
    rule: '*-x-extensible-enum-value-added',
    move: 'none',
    level: 'safe',
    before: undefined,
    after: value,
    what: `the value ${shown(value)} was added, as was announced`,
    keyword,
  }));
  return [...removed, ...added];
};
