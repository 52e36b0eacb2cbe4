import { Level } from '../../finding.js';
import { Change, SchemaRule } from '../../compare/change.js';
import { isRecord, listOf, own } from '../../document/json.js';
import { Located, Source, below } from '../../document/source.js';
import { alike, isAnnotation } from '../../schema/alike.js';
import { Side } from '../../schema/subset.js';

/**
 * Schemas added to, or taken from, a list all of which must be met, while nothing else went or came: whoever writes that
 * means a constraint, even one that today's others already imply.
 */
export const allOf: SchemaRule = ({ base, revision, place }) => {
  const was = members(base);
  const is = members(revision);
  const removed = unmatched(was, base.shaper.source, is, revision.shaper.source);
  const added = unmatched(is, revision.shaper.source, was, base.shaper.source);
  const taken = place.direction === 'request' ? 'dangerous' : 'safe';
  if (added.length > 0 && removed.length === 0 && keeps(base, revision))
    return added.map((one) => change('added', one, revision.shaper.source));
  if (removed.length > 0 && added.length === 0 && keeps(revision, base))
    return removed.map((one) => change('removed', one, base.shaper.source, taken));
  return [];
};

function members({ shape }: Side): Located[] {
  const part = shape.parts[0];
  if (part === undefined) return [];
  return listOf(own(part.raw, 'allOf')).map((value, index) => ({ value, at: below(part.at, 'allOf', index) }));
}

function unmatched(from: readonly Located[], source: Source, to: readonly Located[], other: Source): Located[] {
  const name = (one: Located, of: Source): string | undefined => of.follow(one).name;
  return from.filter((one) => {
    const named = name(one, source);
    return !to.some((each) => {
      const theirs = name(each, other);
      return named !== undefined && theirs !== undefined ? named === theirs : alike(one, source, each, other);
    });
  });
}

/** Whether everything the one schema says for itself the other says too. */
function keeps(less: Side, more: Side): boolean {
  const raw = less.shape.parts[0]?.raw ?? {};
  const other = more.shape.parts[0]?.raw ?? {};
  const said = Object.keys(raw).filter((key) => key !== 'allOf' && !isAnnotation(key));
  return said.every((key) => Object.hasOwn(other, key)) && names(raw).every((name) => names(other).includes(name));
}

function names(raw: Record<string, unknown>): string[] {
  return isRecord(raw.properties) ? Object.keys(raw.properties) : [];
}

function change(done: 'added' | 'removed', member: Located, source: Source, level?: Level): Change {
  const { value, name } = source.follow(member);
  const empty = isRecord(value) && Object.keys(value).every(isAnnotation);
  const shownAs = name ?? 'a schema without a name';
  return {
    rule: `*-all-of-${done}${empty ? '-annotation-only' : ''}`,
    move: done === 'added' ? 'narrower' : 'wider',
    ...(empty ? { level: 'safe' } : level === undefined ? {} : { level }),
    firm: true,
    before: done === 'removed' ? shownAs : null,
    after: done === 'added' ? shownAs : null,
    keyword: 'allOf',
    what: done === 'added' ? `every value must now also meet ${shownAs}` : `values need no longer meet ${shownAs}`,
  };
}
