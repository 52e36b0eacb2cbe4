/* oxlint-disable unicorn/no-thenable -- JSON Schema's own word; nothing here is awaited */
import { equal, inRequest, inResponse, judge, told } from '../judge.fixture.js';

const text = { type: 'string' };
const order = { type: 'object', properties: { id: text, note: text }, required: ['id'] };
const pair = { type: 'array', prefixItems: [text, { type: 'integer' }] };

describe('properties that are not named', () => {
  equal(
    'left over and refused, and refused at once',
    { ...order, unevaluatedProperties: false },
    { ...order, additionalProperties: false },
  );
  equal(
    'left over and described, and described at once',
    { ...order, unevaluatedProperties: text },
    { ...order, additionalProperties: text },
  );
  equal(
    'left over, where there is none left',
    { ...order, additionalProperties: text, unevaluatedProperties: false },
    { ...order, additionalProperties: text },
  );
  equal(
    'in a member of an allOf, which names nothing but its own',
    { allOf: [{ ...order, unevaluatedProperties: false }] },
    { ...order, additionalProperties: false },
  );
  equal(
    'all of a pattern that takes every name',
    { type: 'object', patternProperties: { '^.*$': text } },
    { type: 'object', additionalProperties: text },
  );
  equal(
    'names that are text, and names',
    { ...order, propertyNames: { type: 'string' }, additionalProperties: text },
    { ...order, additionalProperties: text },
  );

  // What the neighbour names is not left over, but it is additional: only one of the two takes it.
  const beside: readonly (readonly [string, Record<string, unknown>])[] = [
    ['allOf', { allOf: [{ properties: { total: text } }] }],
    ['anyOf', { anyOf: [{ properties: { total: text } }, { properties: { sum: text } }] }],
    ['a condition', { if: { required: ['note'] }, then: { properties: { total: text } } }],
    ['dependent schemas', { dependentSchemas: { note: { properties: { total: text } } } }],
    ['a reference', { $ref: '#/components/schemas/Total' }],
  ];
  it.each(beside)('are not the same as those left over beside %s', (_, other) => {
    const components = { Total: { properties: { total: text } } };
    const open = inRequest({ ...order, ...other, unevaluatedProperties: false }, components);
    const closed = inRequest({ ...order, ...other, additionalProperties: false }, components);
    expect(told(open, closed)).toContain('breaking request-body-additional-properties-closed');
  });

  judge(
    'of one pattern among several',
    [
      { type: 'object', patternProperties: { '.*': text, '^x': { maxLength: 5 } } },
      { type: 'object', additionalProperties: text },
    ],
    {
      request: [
        'breaking request-property-type-specialized',
        'safe request-body-pattern-property-removed',
        'safe request-body-pattern-property-removed',
      ],
      response: [
        'breaking response-body-pattern-property-removed',
        'breaking response-body-pattern-property-removed',
        'safe response-property-type-specialized',
      ],
    },
  );
  judge('whose names must be short', [{ ...order, propertyNames: { type: 'string', maxLength: 5 } }, order], {
    request: ['safe request-body-property-names-removed'],
    response: ['breaking response-body-property-names-removed'],
  });
});

describe('items that are not listed', () => {
  const two = { ...pair, maxItems: 2 };
  equal('refused, and more than are listed', { ...pair, items: false }, two);
  equal('refused as OpenAPI 3.0 writes it', { type: 'array', items: pair.prefixItems, additionalItems: false }, two);
  equal('left over and refused, and refused at once', { ...pair, unevaluatedItems: false }, { ...pair, items: false });
  equal('refused where none is listed', { type: 'array', items: false }, { type: 'array', maxItems: 0 });
  equal(
    'left over, where there is none left',
    { type: 'array', items: text, unevaluatedItems: false },
    { type: 'array', items: text },
  );
  judge(
    'refused, and one more than are listed',
    [
      { ...pair, items: false },
      { ...pair, maxItems: 3 },
    ],
    {
      request: ['safe request-body-max-items-increased'],
      response: ['breaking response-body-max-items-increased'],
    },
  );

  it.each([
    ['allOf', { allOf: [{ prefixItems: [{}, {}, text] }] }],
    ['what must be contained', { contains: { type: 'boolean' } }],
  ])('are not the same as those left over beside %s', (_, other) => {
    const open = inResponse({ ...pair, ...other, items: false });
    const closed = inResponse({ ...pair, ...other, unevaluatedItems: false });
    expect(told(open, closed)).toContain('breaking response-body-max-items-unset');
  });
});

describe('what follows from a condition', () => {
  const asked = { ...order, if: { required: ['note'] }, else: { required: ['total'] } };
  equal('and allows everything', { ...asked, then: {} }, asked);
});

describe('whole numbers of a format', () => {
  const int32 = { type: 'integer', format: 'int32' };
  const bounded = { ...int32, minimum: -2_147_483_648, maximum: 2_147_483_647 };
  judge('and the same with the ends of that format', [int32, bounded], {
    request: ['safe request-body-max-set', 'safe request-body-min-set'],
    response: ['safe response-body-max-set', 'safe response-body-min-set'],
  });
  judge('without the ends of that format', [bounded, int32], {
    request: ['safe request-body-max-unset', 'safe request-body-min-unset'],
    response: ['safe response-body-max-unset', 'safe response-body-min-unset'],
  });
  judge('and one less than the format takes', [int32, { ...int32, maximum: 2_147_483_646 }], {
    request: ['dangerous request-body-max-set'],
    response: ['safe response-body-max-set'],
  });
});
