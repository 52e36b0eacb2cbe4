import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { diff } from './diff.js';
import { inRequest, inResponse } from './judge.fixture.js';

type Schema = Record<string, unknown>;

/** Schemas of the kinds contracts are made of; values of them are generated apart from the engine. */
const scalar: fc.Arbitrary<Schema> = fc.oneof(
  fc.record(
    { type: fc.constant('string'), minLength: fc.nat(3), maxLength: fc.integer({ min: 3, max: 6 }) },
    { requiredKeys: ['type'] },
  ),
  fc.record(
    {
      type: fc.constant('integer'),
      minimum: fc.integer({ min: -3, max: 0 }),
      maximum: fc.integer({ min: 0, max: 3 }),
      multipleOf: fc.constantFrom(1, 2),
    },
    { requiredKeys: ['type'] },
  ),
  fc.record(
    {
      type: fc.constant('number'),
      exclusiveMinimum: fc.integer({ min: -3, max: 0 }),
      exclusiveMaximum: fc.integer({ min: 1, max: 3 }),
    },
    { requiredKeys: ['type'] },
  ),
  fc.record({ enum: fc.uniqueArray(fc.constantFrom('a', 'bb', 'ccc', 1, 2), { minLength: 1 }) }),
  fc.constantFrom<Schema>(
    { type: 'boolean' },
    { type: 'null' },
    { type: ['string', 'null'] },
    { type: ['integer', 'string'] },
    { const: 'a' },
  ),
);

/** Open objects name all there is: what nobody named is taken as not sent, and no value shows otherwise. */
function object(properties: fc.Arbitrary<object>, open: boolean): fc.Arbitrary<Schema> {
  const required = fc.uniqueArray(fc.constantFrom('a', 'b', 'c'));
  return fc.record({ type: fc.constant('object'), properties, required, additionalProperties: fc.constant(open) });
}

const { schema } = fc.letrec<{ schema: Schema }>((tie) => ({
  schema: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    object(fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('schema'), { noNullPrototype: true }), false),
    object(fc.record({ a: tie('schema'), b: tie('schema'), c: tie('schema') }, { noNullPrototype: true }), true),
    fc.record(
      {
        type: fc.constant('array'),
        items: tie('schema'),
        minItems: fc.nat(1),
        maxItems: fc.constantFrom(1, 2),
        uniqueItems: fc.boolean(),
      },
      { requiredKeys: ['type', 'items'] },
    ),
    fc.record({ anyOf: fc.array(tie('schema'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ allOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }) }),
  ),
}));

const leaf = fc.constantFrom<unknown>(
  '',
  'a',
  'bb',
  'ccc',
  'dddd',
  'eeeeeee',
  -4,
  -3,
  -1,
  0,
  1,
  2,
  3,
  4,
  0.5,
  2.5,
  true,
  null,
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
}));

const levelsOf = (base: unknown, revision: unknown): string[] => diff(base, revision).map(({ level }) => level);
const ajv = new Ajv2020({ strict: false, addUsedSchema: false });

/** Whether some value is accepted by the one schema and refused by the other. */
function differ(wide: Schema, narrow: Schema, values: readonly unknown[]): boolean {
  const [accepted, refused] = [ajv.compile(wide), ajv.compile(narrow)];
  return values.some((one) => accepted(one) && !refused(one));
}

/** A pair whose halves have most in common: one place of a schema is replaced. */
const pair = fc
  .tuple(schema, schema, fc.nat())
  .map(([base, other, seed]): [Schema, Schema] => [base, changed(base, other, seed)]);

function changed(base: Schema, other: Schema, seed: number): Schema {
  const properties = Object.entries((base.properties ?? {}) as Record<string, Schema>);
  if (properties.length > 0 && seed % 3 > 0) {
    const [name, inner] = properties[seed % properties.length]!;
    return {
      ...base,
      properties: { ...Object.fromEntries(properties), [name]: changed(inner, other, Math.floor(seed / 3)) },
    };
  }
  if (base.items !== undefined && seed % 2 > 0)
    return { ...base, items: changed(base.items as Schema, other, Math.floor(seed / 2)) };
  return base.type === other.type ? { ...base, ...other } : other;
}

const runs = { numRuns: 300, seed: 20_260_101 };

describe('generated schemas', () => {
  it('do not differ from themselves', () => {
    fc.assert(
      fc.property(schema, (one) => expect(diff(inRequest(one), inRequest(structuredClone(one)))).toEqual([])),
      runs,
    );
  });

  it('do not differ when they are written another way', () => {
    const another = (one: Schema): Schema => ({
      allOf: [{ anyOf: [{ $ref: '#/components/schemas/Moved' }] }, { description: 'moved' }],
      'x-of': Object.keys(one).length,
    });
    fc.assert(
      fc.property(schema, (one) => {
        const respelt = inRequest(another(one), { Moved: Object.fromEntries(Object.entries(one).toReversed()) });
        expect(levelsOf(inRequest(one), respelt).filter((level) => level !== 'documentation')).toEqual([]);
      }),
      runs,
    );
  });

  it('that refuse what was accepted hurt senders; that allow what was not, readers', () => {
    fc.assert(
      fc.property(pair, fc.array(value, { minLength: 12, maxLength: 24 }), ([base, revision], values) => {
        const hurt = ['breaking', 'dangerous'];
        if (differ(base, revision, values)) {
          expect(levelsOf(inRequest(base), inRequest(revision)).some((level) => hurt.includes(level))).toBe(true);
        }
        if (differ(revision, base, values)) {
          expect(levelsOf(inResponse(base), inResponse(revision)).some((level) => hurt.includes(level))).toBe(true);
        }
      }),
      runs,
    );
  });
});
