import { Change, SchemaRule } from '../../compare/change.js';

/** How many items of the kind that must be contained. */
export const containsCount: SchemaRule = ({ base, revision }) => {
  if (base.shape.contains.length !== revision.shape.contains.length) return [];
  return base.shape.contains.flatMap((was, index) => {
    const is = revision.shape.contains[index]!;
    return [
      ...counted('minContains', [was.min, is.min], 'narrower'),
      ...counted('maxContains', [was.max ?? Infinity, is.max ?? Infinity], 'wider'),
    ];
  });
};

function counted(
  keyword: 'minContains' | 'maxContains',
  [was, is]: readonly [number, number],
  up: Change['move'],
): Change[] {
  if (was === is) return [];
  const down = up === 'wider' ? 'narrower' : 'wider';
  const said = (count: number): number | null => (Number.isFinite(count) ? count : null);
  return [
    {
      rule: `*-${keyword === 'minContains' ? 'min' : 'max'}-contains-${is > was ? 'increased' : 'decreased'}`,
      move: is > was ? up : down,
      before: said(was),
      after: said(is),
      keyword,
      what: `${keyword} went from ${said(was) ?? 'any number'} to ${said(is) ?? 'any number'}`,
    },
  ];
}
