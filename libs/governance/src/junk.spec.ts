import fc from 'fast-check';
import { diff } from './diff.js';
import { api, ok } from './judge.fixture.js';

const contract = api(
  {
    parameters: [{ $ref: '#/components/schemas/A' }, { name: 'q', in: 'query', schema: { type: 'array', items: {} } }],
    post: {
      requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/A' } } } },
      responses: {
        ...ok,
        '4XX': { headers: { 'X-A': { schema: { enum: ['a'] } } }, content: {}, links: { next: {} } },
      },
      callbacks: { paid: { '{$url}': { post: { responses: ok } } } },
      security: [{ key: ['a'] }],
    },
  },
  {
    A: {
      type: 'object',
      properties: { a: { oneOf: [{ const: 1 }, { $ref: '#/components/schemas/A' }] } },
      required: ['a'],
      dependentRequired: { a: ['b'] },
    },
    B: {
      allOf: [{ anyOf: [{ not: {} }, { if: {}, else: {} }] }],
      patternProperties: { '^a': true },
      discriminator: { propertyName: 'a' },
    },
  },
  { servers: [{ url: '/v1' }], security: [], webhooks: { told: { post: { responses: ok } } } },
);

const places = (value: unknown): string[][] =>
  typeof value !== 'object' || value === null
    ? [[]]
    : [[], ...Object.entries(value).flatMap(([key, inner]) => places(inner).map((rest) => [key, ...rest]))];

function replaced(value: unknown, [key, ...rest]: readonly string[], junk: unknown): unknown {
  if (key === undefined) return junk;
  if (Array.isArray(value)) return value.map((one, index) => (String(index) === key ? replaced(one, rest, junk) : one));
  return { ...(value as object), [key]: replaced((value as Record<string, unknown>)[key], rest, junk) };
}

it('junk anywhere in a contract is compared, not stumbled over', () => {
  const inner = places(contract).filter((place) => place.length > 1 && place[0] !== 'openapi');
  const junk = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom<unknown>({ $ref: '#/nowhere' }, { $ref: '#' }, { $ref: 1 }, [{ $ref: '#/components/schemas/B' }]),
  );
  fc.assert(
    fc.property(fc.constantFrom(...inner), junk, (place, value) => {
      const other = replaced(contract, place, value);
      expect(Array.isArray(diff(contract, other)) && Array.isArray(diff(other, contract))).toBe(true);
      expect(diff(other, structuredClone(other))).toEqual([]);
    }),
    { numRuns: 1000, seed: 4 },
  );
});
