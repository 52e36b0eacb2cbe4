import { Change, SchemaRule, shown } from '../../compare/change.js';
import { Json, recordOf } from '../../document/json.js';

/** How the alternatives are told apart. The alternatives themselves are compared as schemas. */
export const discriminator: SchemaRule = ({ base, revision }) => {
  const was = recordOf(base.shape.notes.raw('discriminator'));
  const is = recordOf(revision.shape.notes.raw('discriminator'));
  const [before, after] = [was.propertyName, is.propertyName];
  if (before === undefined && after === undefined) return [];
  if (before === undefined) return [told('added', [before, after], `${shown(after)} now tells the alternatives apart`)];
  if (after === undefined)
    return [told('removed', [before, after], `${shown(before)} no longer tells the alternatives apart`)];
  const renamed = `${shown(after)} tells the alternatives apart instead of ${shown(before)}`;
  return [
    ...(before === after ? [] : [told('property-name-changed', [before, after], renamed)]),
    ...mapping(recordOf(was.mapping), recordOf(is.mapping)),
  ];
};

function told(done: string, [before, after]: readonly [unknown, unknown], what: string): Change {
  const level = done.endsWith('added') || done === 'removed' ? 'safe' : 'dangerous';
  return { rule: `*-discriminator-${done}`, move: 'none', level, before, after, keyword: 'discriminator', what };
}

function mapping(was: Json, is: Json): Change[] {
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((value) => {
    const pair = [was[value], is[value]] as const;
    if (pair[0] === pair[1]) return [];
    if (pair[0] === undefined) return told('mapping-added', pair, `the value ${value} now means ${shown(pair[1])}`);
    if (pair[1] === undefined) return told('mapping-deleted', pair, `the value ${value} means nothing any more`);
    return told('mapping-changed', pair, `the value ${value} means ${shown(pair[1])} instead of ${shown(pair[0])}`);
  });
}
