import { Change, SchemaPair, SchemaRule, shown } from '../../compare/change.js';
import { same, without } from '../../document/json.js';
import { Shape } from '../../schema/shape.js';

/** Lists of values and single constants. */
export const enumeration: SchemaRule = (pair) => {
  const was = pair.base.shape.values;
  const is = pair.revision.shape.values;
  if (was === undefined && is === undefined) return [];
  if (isConst(pair.base.shape) || isConst(pair.revision.shape)) return constChange(pair);
  if (was === undefined) return [opened('*-became-enum', 'narrower', is, `only ${shown(is)} are allowed now`)];
  if (is === undefined) {
    return [
      {
        ...opened('*-enum-removed', 'wider', is, 'the list of values is gone: any value may come'),
        before: was,
        ...mild(pair),
      },
    ];
  }
  return [...valuesRemoved(was, is), ...valuesAdded(was, is, pair)];
};

/** Consumers are expected to meet values they do not know, though many do not. */
const mild = ({ place }: SchemaPair): Pick<Change, 'level'> =>
  place.direction === 'response' ? { level: 'dangerous' } : {};

function opened(rule: string, move: Change['move'], after: unknown, what: string): Change {
  return { rule, move, before: undefined, after, what, keyword: 'enum' };
}

function valuesRemoved(was: readonly unknown[], is: readonly unknown[]): Change[] {
  return missing(was, is).map((value) => ({
    rule: '*-enum-value-removed',
    move: 'narrower',
    before: value,
    after: undefined,
    what: `the value ${shown(value)} was removed`,
    keyword: 'enum',
  }));
}

function valuesAdded(was: readonly unknown[], is: readonly unknown[], pair: SchemaPair): Change[] {
  const told = pair.base.shape.extensible !== undefined;
  return missing(is, was).map((value) => ({
    rule: '*-enum-value-added',
    move: 'wider',
    before: undefined,
    after: value,
    what: `the value ${shown(value)} was added`,
    keyword: 'enum',
    ...mild(pair),
    ...(told ? { level: 'safe' } : {}),
  }));
}

/** Null is told by the type rule. */
function missing(from: readonly unknown[], to: readonly unknown[]): unknown[] {
  return without(from, to).filter((value) => value !== null);
}

function isConst(shape: Shape): boolean {
  return shape.parts.some(({ raw }) => Object.hasOwn(raw, 'const'));
}

function constChange({ base, revision }: SchemaPair): Change[] {
  const was = base.shape.values;
  const is = revision.shape.values;
  if (same(was, is)) return [];
  const change = { before: was ?? null, after: is ?? null, keyword: 'const' };
  if (was === undefined)
    return [{ ...change, rule: '*-const-added', move: 'narrower', what: `only ${shown(is)} is allowed now` }];
  const freed = is === undefined || without(was, is).length === 0;
  if (freed)
    return [{ ...change, rule: '*-const-removed', move: 'wider', what: `it is no longer always ${shown(was)}` }];
  return [
    {
      ...change,
      rule: '*-const-changed',
      move: 'different',
      what: `the only value went from ${shown(was)} to ${shown(is)}`,
    },
  ];
}
