import { Change, SchemaPair, SchemaRule } from '../../compare/change.js';
import { Kind, Shape } from '../../schema/shape.js';

/** Types and null. As text every scalar is a string; a repeated parameter takes one value as a list of one. */
export const type: SchemaRule = (pair) => [...nullChange(pair), ...kindChange(pair)];

/** Whether any value at all can be allowed by both. */
export function sharesKinds({ base, revision, place }: SchemaPair): boolean {
  const kinds = reach(revision.shape, place.textual);
  return base.shape.kinds.size === 0 || [...reach(base.shape, place.textual)].some((kind) => kinds.has(kind));
}

function nullChange({ base, revision }: SchemaPair): Change[] {
  const was = allowsNull(base.shape);
  const is = allowsNull(revision.shape);
  if (was === is || !base.shape.typed || !revision.shape.typed) return [];
  const change = { before: was, after: is, keyword: 'type' };
  return is
    ? [{ ...change, rule: '*-became-nullable', move: 'wider', what: 'null is now possible' }]
    : [{ ...change, rule: '*-became-not-nullable', move: 'narrower', what: 'null is no longer possible' }];
}

function allowsNull({ kinds, values }: Shape): boolean {
  return kinds.has('null') && (values === undefined || values.includes(null));
}

function kindChange(pair: SchemaPair): Change[] {
  const { base, revision, place } = pair;
  const was = written(base.shape);
  const is = written(revision.shape);
  if (was === is) return [];
  const wider = covers(revision.shape, base.shape, place.textual) || (place.repeated && isListOf(pair));
  const narrower = covers(base.shape, revision.shape, place.textual);
  if (wider && narrower) return [];
  const several = `${was} ${is}`.includes(' or ');
  const [move, rule] = wider
    ? (['wider', several ? 'list-of-types-widened' : 'type-generalized'] as const)
    : narrower
      ? (['narrower', several ? 'list-of-types-narrowed' : 'type-specialized'] as const)
      : (['different', 'type-changed'] as const);
  const nothingLeft = revision.shape.kinds.size === 0 || base.shape.kinds.size === 0;
  return [
    {
      rule: `*-${rule}`,
      move,
      before: was,
      after: is,
      keyword: 'type',
      what: nothingLeft ? `the value went from ${was} to ${is}` : `the type went from ${was} to ${is}`,
    },
  ];
}

function covers(sup: Shape, sub: Shape, textual: boolean): boolean {
  const taken = reach(sup, textual);
  return [...sub.kinds].every((kind) => kind === 'null' || taken.has(kind));
}

const scalars: readonly Kind[] = ['boolean', 'integer', 'number'];

function reach(shape: Shape, textual: boolean): ReadonlySet<Kind> {
  return textual && shape.kinds.has('string') ? new Set([...shape.kinds, ...scalars]) : shape.kinds;
}

function isListOf({ base, revision }: SchemaPair): boolean {
  if (!revision.shape.kinds.has('array') || (revision.shape.limits.minItems ?? 0) > 1) return false;
  const item = revision.shaper.item(revision.shape, 0);
  return base.shape.kinds.size > 0 && covers(item, base.shape, true);
}

function written({ kinds, typed }: Shape): string {
  if (!typed) return 'anything';
  const names = [...kinds].filter((kind) => kind !== 'null' && !(kind === 'integer' && kinds.has('number')));
  return names.sort().join(' or ') || (kinds.has('null') ? 'null' : 'nothing allowed');
}
