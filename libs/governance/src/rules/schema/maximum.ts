import { upperOf } from '../../schema/subset.js';
import { Shape } from '../../schema/shape.js';
import { SchemaPair, SchemaRule } from '../../compare/change.js';
import { limit } from './limit.js';

const finite = (limited: number): number | undefined => (Number.isFinite(limited) ? limited : undefined);
const of = (shape: Shape): number | undefined => finite(upperOf(shape));
const plain = limit({ id: 'max', keyword: 'maximum', end: 'upper', of });
const strict = limit({ id: 'exclusive-max', keyword: 'exclusiveMaximum', end: 'upper', of });

/** The greatest number, whether it is itself allowed or not. */
export const maximum: SchemaRule = (pair) => {
  const found = isStrict(pair) ? strict(pair) : plain(pair);
  return found.length > 0 || !touched(pair) ? found : [edge(pair)];
};

function isStrict({ base, revision }: SchemaPair): boolean {
  return (revision.shape.maximum ?? base.shape.maximum)?.exclusive === true;
}

/** The limit stayed, but whether it belongs to the range did not; whole numbers were counted before. */
function touched({ base, revision }: SchemaPair): boolean {
  const real = base.shape.kinds.has('number') || revision.shape.kinds.has('number');
  return real && base.shape.maximum?.exclusive !== revision.shape.maximum?.exclusive;
}

function edge({ revision }: SchemaPair): ReturnType<SchemaRule>[number] {
  const out = revision.shape.maximum!.exclusive;
  const value = revision.shape.maximum!.value;
  return {
    rule: out ? '*-exclusive-max-decreased' : '*-max-increased',
    move: out ? 'narrower' : 'wider',
    before: value,
    after: value,
    keyword: 'exclusiveMaximum',
    what: out ? `the maximum ${value} itself is no longer allowed` : `the maximum ${value} itself is now allowed`,
  };
}
