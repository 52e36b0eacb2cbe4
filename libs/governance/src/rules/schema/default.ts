import { SchemaRule, shown } from '../../compare/change.js';
import { same } from '../../document/json.js';

/** Defaults. What a parameter's absence means is part of the contract; in a body it is a hint. */
export const defaults: SchemaRule = ({ base, revision, place }) => {
  const was = base.shape.notes;
  const is = revision.shape.notes;
  if (was.hasDefault === is.hasDefault && same(was.default, is.default)) return [];
  const done = was.hasDefault ? (is.hasDefault ? 'changed' : 'removed') : 'added';
  const meant = place.kind === 'parameter';
  return [
    {
      rule: `*-default-value-${done}`,
      move: 'none',
      level: meant ? 'breaking' : 'safe',
      before: was.default ?? null,
      after: is.default ?? null,
      keyword: 'default',
      what: `where it is left out, ${shown(is.default)} is meant instead of ${shown(was.default)}`,
      ...(meant
        ? { remedy: 'Keep what its absence meant; a new parameter, or a new major version, can mean something else.' }
        : {}),
    },
  ];
};
