import { inRequest, inResponse, told } from '../judge.fixture.js';

const swagger = (operation: object, method: string): unknown => ({
  swagger: '2.0',
  paths: { '/orders': { [method]: operation } },
  definitions: { Order: { type: 'object', properties: { id: { type: 'string' } } } },
});
const body = (schema: object): unknown =>
  swagger(
    { parameters: [{ in: 'body', name: 'body', required: true, schema }], responses: { 200: { description: 'OK' } } },
    'post',
  );
const answer = (schema: object): unknown => swagger({ responses: { 200: { description: 'OK', schema } } }, 'get');
const order = { $ref: '#/definitions/Order' };

it('says the same as its OpenAPI 3 twin', () => {
  const schema = { type: 'object', properties: { id: { type: 'string' } } };
  const quiet = (found: string[]): string[] => found.filter((one) => !one.includes('api-schema-removed'));
  expect(quiet(told(body(order), inRequest(schema)))).toEqual([]);
  expect(quiet(told(answer(order), inResponse(schema)))).toEqual([]);
});

it('is judged by direction', () => {
  const less = { type: 'object' };
  expect(told(body(order), body(less))).toEqual(['dangerous request-property-removed']);
  expect(told(answer({ type: 'string', 'x-nullable': true }), answer({ type: 'string' }))).toEqual([
    'safe response-body-became-not-nullable',
  ]);
});

it('writes lists with commas unless it says otherwise', () => {
  const list = (rest: object): unknown =>
    swagger(
      { parameters: [{ in: 'query', name: 'q', type: 'array', items: { type: 'string' }, ...rest }], responses: {} },
      'get',
    );
  expect(told(list({}), list({ collectionFormat: 'csv' }))).toEqual([]);
  expect(told(list({}), list({ collectionFormat: 'multi' }))).toEqual(['breaking request-parameter-style-changed']);
});

it('has forms', () => {
  const form = (required: boolean): unknown =>
    swagger(
      {
        consumes: ['multipart/form-data'],
        parameters: [{ in: 'formData', name: 'file', type: 'file', required }],
        responses: {},
      },
      'post',
    );
  expect(told(form(false), form(true))).toEqual([
    'breaking request-body-became-required',
    'breaking request-property-became-required',
  ]);
});
