import { diff } from './diff.js';
import { api, equal, inQuery, inRequest, inResponse, ok, told } from './judge.fixture.js';

const money = {
  type: 'object',
  properties: { amount: { type: 'string' }, currency: { type: 'string' } },
  required: ['amount'],
};

describe('spellings of one meaning', () => {
  equal(
    'allOf and the same merged',
    { allOf: [money, { properties: { note: { type: 'string' } } }] },
    { ...money, properties: { ...money.properties, note: { type: 'string' } } },
  );
  equal(
    'the order of required names',
    { ...money, required: ['amount', 'currency'] },
    { ...money, required: ['currency', 'amount'] },
  );
  equal(
    'additional properties of an allOf member concern the others',
    { allOf: [{ properties: { a: { type: 'string' } }, additionalProperties: false }] },
    { properties: { a: { type: 'string' } }, additionalProperties: false },
  );

  const nothing = { ...money, additionalProperties: false };
  equal('nothing, and what is not anything', nothing, { ...money, additionalProperties: { not: {} } });
  equal('numbers in steps of one, and whole numbers', { type: 'number', multipleOf: 1 }, { type: 'integer' });
  equal('names that may be anything', { ...money, propertyNames: {} }, money);
  equal('a list that need not contain anything', { type: 'array', contains: money, minContains: 0 }, { type: 'array' });
  equal('a condition from which nothing follows', { ...money, if: { required: ['currency'] } }, money);
  equal('a property that needs only itself', { ...money, dependentRequired: { amount: ['amount'] } }, money);

  equal('what is refused to be refused, and what is asked for', { not: { not: money } }, money);
  equal('the same beside what is asked for', { type: 'object', not: { description: 'never', not: money } }, money);

  it('numbers in steps of a half are not whole numbers', () => {
    const steps = (multipleOf: number) => inRequest({ type: 'number', multipleOf });
    expect(told(steps(0.5), inRequest({ type: 'integer' }))).toContain('breaking request-body-type-specialized');
  });

  it('what a dynamic reference leads to is compared', () => {
    const as = (type: string): unknown =>
      inResponse({ $dynamicRef: '#node' }, { Node: { $dynamicAnchor: 'node', type } });
    expect(told(as('string'), as('boolean'))).toEqual(['breaking response-body-type-changed']);
  });

  it('a schema moved to a component', () => {
    expect(told(inResponse(money), inResponse({ $ref: '#/components/schemas/Money' }, { Money: money }))).toEqual([]);
  });

  it('a component reached through another', () => {
    const through = { Money: money, Price: { $ref: '#/components/schemas/Money' } };
    expect(
      told(
        inRequest({ $ref: '#/components/schemas/Money' }, { Money: money }),
        inRequest({ $ref: '#/components/schemas/Price' }, through),
      ),
    ).toEqual([]);
  });

  it('nullable of OpenAPI 3.0 and null of 3.1', () => {
    const old = { ...(inResponse({ type: 'string', nullable: true }) as object), openapi: '3.0.3' };
    expect(told(old, inResponse({ type: ['string', 'null'] }))).toEqual([]);
    expect(told(inResponse({ anyOf: [{ type: 'string' }, { type: 'null' }] }), old)).toEqual([]);
  });

  it('nullable on a wrapper of OpenAPI 3.0 is meant for what it wraps', () => {
    const as = (schema: object): unknown => ({
      ...(inResponse(schema as Record<string, unknown>, { Money: money }) as object),
      openapi: '3.0.3',
    });
    const wrapped = { allOf: [{ $ref: '#/components/schemas/Money' }] };
    expect(told(as(wrapped), as({ ...wrapped, nullable: true }))).toEqual(['breaking response-body-became-nullable']);
  });

  it('what stands beside a reference counts from OpenAPI 3.1 on', () => {
    const as = (schema: object, openapi: string): unknown => ({
      ...(inRequest(schema as Record<string, unknown>, { Name: { type: 'string' } }) as object),
      openapi,
    });
    const plain = { $ref: '#/components/schemas/Name' };
    const beside = { ...plain, maxLength: 5 };
    expect(told(as(plain, '3.1.0'), as(beside, '3.1.0'))).toEqual(['dangerous request-body-max-length-set']);
    expect(told(as(plain, '3.0.3'), as(beside, '3.0.3'))).toEqual([]);
  });

  it('path parameters of another name, at the path or at the operation', () => {
    const parameter = (name: string): object => ({ name, in: 'path', required: true, schema: { type: 'string' } });
    const base = {
      openapi: '3.1.0',
      paths: { '/orders/{id}': { parameters: [parameter('id')], get: { responses: ok } } },
    };
    const revision = {
      openapi: '3.1.0',
      paths: { '/orders/{orderId}': { get: { parameters: [parameter('orderId')], responses: ok } } },
    };
    expect(told(base, revision)).toEqual([]);
  });

  it('two paths that differ in the name of a parameter only keep apart', () => {
    const item = (format: string): object => ({
      get: {
        parameters: [{ name: format, in: 'path', required: true, schema: { type: 'string', format } }],
        responses: ok,
      },
    });
    const document = { openapi: '3.1.0', paths: { '/a/{uuid}': item('uuid'), '/a/{date}': item('date') } };
    expect(diff(document, structuredClone(document))).toEqual([]);
  });

  it('a prefix moved from the server to the paths', () => {
    const base = api({ get: { responses: ok } }, {}, { servers: [{ url: 'https://x.test/v1' }] });
    const revision = {
      openapi: '3.1.0',
      servers: [{ url: 'https://x.test' }],
      paths: { '/v1/orders': { get: { responses: ok } } },
    };
    expect(told(base, revision).filter((one) => one.startsWith('breaking'))).toEqual([]);
  });

  it('defaults said aloud', () => {
    const schema = { type: 'array', items: { type: 'string' } };
    expect(
      told(
        inQuery({ schema }),
        inQuery({ schema, style: 'form', explode: true, required: false, allowReserved: false }),
      ),
    ).toEqual([]);
  });
});

describe('recursion ends', () => {
  const tree = (leaf: object): Record<string, unknown> => ({
    Tree: {
      type: 'object',
      properties: { leaf, children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } } },
    },
  });
  const root = { $ref: '#/components/schemas/Tree' };

  it('and equal trees are equal', () => {
    const more = { Tree: { ...(tree({ type: 'string' }).Tree as object) }, Copy: tree({ type: 'string' }).Tree };
    expect(
      told(inRequest(root, tree({ type: 'string' })), inRequest({ $ref: '#/components/schemas/Copy' }, more)),
    ).toEqual([]);
  });

  it('and a change is found once', () => {
    expect(told(inRequest(root, tree({ type: 'string' })), inRequest(root, tree({ type: 'boolean' })))).toEqual([
      'breaking request-property-type-changed',
    ]);
  });

  it.each([
    ['allOf of itself', { Loop: { allOf: [{ $ref: '#/components/schemas/Loop' }], type: 'string' } }],
    ['oneOf with itself', { Loop: { oneOf: [{ $ref: '#/components/schemas/Loop' }, { type: 'string' }] } }],
    ['a reference to itself', { Loop: { $ref: '#/components/schemas/Loop' } }],
    [
      'references in a circle',
      { Loop: { $ref: '#/components/schemas/Other' }, Other: { $ref: '#/components/schemas/Loop' } },
    ],
    ['not itself', { Loop: { not: { $ref: '#/components/schemas/Loop' } } }],
  ])('%s', (_, schemas) => {
    const document = inRequest({ $ref: '#/components/schemas/Loop' }, schemas);
    expect(diff(document, structuredClone(document))).toEqual([]);
  });
});

describe('a finding', () => {
  it('names operation, place in both documents, values, who is hurt and the way out', () => {
    const schema = (maxLength: number): Record<string, unknown> => ({
      type: 'object',
      properties: { name: { type: 'string', maxLength } },
    });
    const at = '#/paths/~1orders/post/requestBody/content/application~1json/schema/properties/name/maxLength';
    expect(diff(inRequest(schema(10)), inRequest(schema(5)))).toEqual([
      {
        rule: 'request-property-max-length-decreased',
        level: 'breaking',
        area: 'schema',
        direction: 'request',
        operation: { method: 'POST', path: '/orders', operationId: null },
        field: 'name',
        base: at,
        revision: at,
        before: 10,
        after: 5,
        message: 'A consumer that goes on sending name as it did can be refused: maxLength went from 10 to 5.',
        remedy: 'Keep accepting what was accepted, and be stricter in a new major version beside this one only.',
      },
    ]);
  });

  it('can be given another level by policy', () => {
    const levels = { 'request-body-max-length-set': 'breaking' } as const;
    const found = diff(inRequest({ type: 'string' }), inRequest({ type: 'string', maxLength: 5 }), { levels });
    expect(found.map(({ level }) => level)).toEqual(['breaking']);
  });

  it('is not made of what is no contract', () => {
    expect(() => diff({}, inRequest({}))).toThrow('base: says neither openapi');
    expect(() => diff(inRequest({}), 'text')).toThrow('revision: is not an object');
  });
});
