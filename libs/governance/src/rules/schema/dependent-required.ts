import { Change, SchemaRule } from '../../compare/change.js';

/** Properties that must come where another comes. */
export const dependentRequired: SchemaRule = ({ base, revision }) => {
  const names = new Set([...base.shape.dependentRequired.keys(), ...revision.shape.dependentRequired.keys()]);
  return [...names].flatMap((name) => {
    const was = base.shape.dependentRequired.get(name);
    const is = revision.shape.dependentRequired.get(name);
    return moved(name, was ?? new Set(), is ?? new Set());
  });
};

function moved(name: string, was: ReadonlySet<string>, is: ReadonlySet<string>): Change[] {
  const gone = [...was].filter((one) => !is.has(one));
  const come = [...is].filter((one) => !was.has(one));
  if (gone.length + come.length === 0) return [];
  const change = { before: [...was], after: [...is], keyword: 'dependentRequired' };
  if (was.size === 0) {
    const what = `where ${name} comes, ${come.join(' and ')} must now come too`;
    return [{ ...change, rule: '*-dependent-required-added', move: 'narrower', what }];
  }
  if (is.size === 0) {
    const what = `where ${name} comes, ${gone.join(' and ')} need no longer come`;
    return [{ ...change, rule: '*-dependent-required-removed', move: 'wider', what }];
  }
  const move = come.length === 0 ? 'wider' : gone.length === 0 ? 'narrower' : 'different';
  const what = `where ${name} comes, ${[...is].join(' and ')} must come instead of ${[...was].join(' and ')}`;
  return [{ ...change, rule: '*-dependent-required-changed', move, what }];
}
