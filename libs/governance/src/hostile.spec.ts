import { diff } from './diff.js';
import { inRequest, inResponse } from './judge.fixture.js';
import { Unreadable } from './read/unreadable.js';
import { matches } from './schema/patterns.js';

/** What grows with the square of a document's size, or without end, would be told by the time limit of the test. */
const many = <Value>(length: number, make: (at: number) => Value): Value[] =>
  Array.from({ length }, (_, at) => make(at));
const ref = (at: number): object => ({ $ref: `#/components/schemas/A${at}` });
const chained = (link: (next: object) => object, length: number, maxLength: number): unknown => {
  const links = many(length, (at) => [`A${at}`, link(ref(at + 1))] as const);
  return inRequest(ref(0) as never, { ...Object.fromEntries(links), [`A${length}`]: { type: 'string', maxLength } });
};

describe('a document made to hurt', () => {
  it.each([
    ['references', (next: object) => next],
    ['allOf', (next: object) => ({ allOf: [next] })],
    ['oneOf', (next: object) => ({ oneOf: [{ type: 'integer' }, next] })],
    ['not', (next: object) => ({ not: next })],
    ['properties', (next: object) => ({ type: 'object', properties: { next } })],
    ['items', (next: object) => ({ type: 'array', items: next })],
  ])('with an endless chain of %s is compared or refused, never a crash', (_what, link) => {
    expect(diff(chained(link, 50, 2), chained(link, 50, 1))).not.toEqual([]);
    try {
      expect(diff(chained(link, 3_000, 2), chained(link, 3_000, 1))).not.toEqual([]);
    } catch (thrown) {
      expect(thrown).toBeInstanceOf(Unreadable);
    }
  });

  it('that doubles with each reference is compared in the size it is written in', () => {
    const twice = (next: object): object => ({ allOf: [next, next] });
    const either = (next: object): object => ({ oneOf: [next, { type: 'object', properties: { next } }] });
    for (const link of [twice, either]) expect(diff(chained(link, 30, 2), chained(link, 30, 1))).not.toEqual([]);
  });

  it('with a list of 20,000 values is compared, reordered without a word', () => {
    const values = many(20_000, (at) => `v${at}`);
    const schema = (list: string[]) => inResponse({ type: 'string', enum: list });
    expect(diff(schema(values), schema(values.toReversed()))).toEqual([]);
    expect(diff(schema(values), schema(values.slice(1)))).toHaveLength(1);
    expect(diff(schema(values.slice(0, 1)), schema(values))).toHaveLength(19_999);
  });

  it('with 3,000 fields, all of which change, is compared', () => {
    const schema = (prefix: string) => inResponse({ type: 'object', required: many(3_000, (at) => `${prefix}${at}`) });
    expect(diff(schema('a'), schema('b'))).toHaveLength(3_000);
  });

  it('with a pattern nobody can finish reading has no text that meets it', () => {
    expect(matches('^(a+)+$', `${'a'.repeat(60)}!`)).toBe(false);
    expect(matches('^(a+)+$', 'aaa')).toBe(true);
    expect(matches('^[A-Z]+(-[A-Z]+)*$', 'ABC-DEF')).toBe(true);
    expect(matches('(', '(')).toBe(false);
  });
});
