import { lowerOf } from '../../schema/subset.js';
import { Shape } from '../../schema/shape.js';
import { SchemaPair, SchemaRule } from '../../compare/change.js';
import { limit } from './limit.js';

const finite = (limited: number): number | undefined => (Number.isFinite(limited) ? limited : undefined);
const of = (shape: Shape): number | undefined => finite(lowerOf(shape));
const plain = limit({ id: 'min', keyword: 'minimum', end: 'lower', of });
const strict = limit({ id: 'exclusive-min', keyword: 'exclusiveMinimum', end: 'lower', of });

/** The least number, whether it is itself allowed or not. */
export const minimum: SchemaRule = (pair) => {
  const found = isStrict(pair) ? strict(pair) : plain(pair);
  return found.length > 0 || !touched(pair) ? found : [edge(pair)];
};

function isStrict({ base, revision }: SchemaPair): boolean {
  return (revision.shape.minimum ?? base.shape.minimum)?.exclusive === true;
}

/** The limit stayed, but whether it belongs to the range did not; whole numbers were counted before. */
function touched({ base, revision }: SchemaPair): boolean {
  const real = base.shape.kinds.has('number') || revision.shape.kinds.has('number');
  return real && base.shape.minimum?.exclusive !== revision.shape.minimum?.exclusive;
}

function edge({ revision }: SchemaPair): ReturnType<SchemaRule>[number] {
  const out = revision.shape.minimum!.exclusive;
  const value = revision.shape.minimum!.value;
  return {
    rule: out ? '*-exclusive-min-increased' : '*-min-decreased',
    move: out ? 'narrower' : 'wider',
    before: value,
    after: value,
    keyword: 'exclusiveMinimum',
    what: out ? `the minimum ${value} itself is no longer allowed` : `the minimum ${value} itself is now allowed`,
  };
}
