import { Change, SchemaRule } from '../../compare/change.js';
import { canonical } from '../../document/json.js';
import { Located } from '../../document/source.js';
import { Side } from '../../schema/subset.js';
import { alike } from '../../schema/alike.js';

interface Constraint {
  id: string;
  keyword: string;
  /** Words for the sentence: `a condition`. */
  name: string;
  of: (side: Side) => readonly Located[];
  /** What a changed constraint does; left out where its schemas are compared one by one. */
  changed?: Change['move'];
  /** Values are not refused by it, so no proof speaks of it. */
  firm?: boolean;
}

/** A rule for schemas that values must also meet: one more allows less, one fewer allows more. */
export function constraint({ id, keyword, name, of, changed, firm = false }: Constraint): SchemaRule {
  return ({ base, revision }) => {
    const was = of(base);
    const is = of(revision);
    const said = { before: written(was), after: written(is), keyword, firm };
    if (is.length > was.length)
      return [{ ...said, rule: `*-${id}-added`, move: 'narrower', what: `${name} must now be met` }];
    if (is.length < was.length)
      return [{ ...said, rule: `*-${id}-removed`, move: 'wider', what: `${name} need no longer be met` }];
    if (changed === undefined) return [];
    const kept = was.every((one, index) => alike(one, base.shaper.source, is[index]!, revision.shaper.source));
    return kept ? [] : [{ ...said, rule: `*-${id}-changed`, move: changed, what: `${name} changed` }];
  };
}

function written(schemas: readonly Located[]): unknown {
  return schemas.length === 0 ? null : schemas.map(({ value }) => canonical(value)).join(' and ');
}
