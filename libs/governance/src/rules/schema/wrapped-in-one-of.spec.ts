import { judge } from '../../judge.fixture.js';

const both = { type: 'object', properties: { a: { type: 'string' }, b: { type: 'string' } }, required: ['a', 'b'] };
const one = (name: string): Record<string, unknown> => ({
  type: 'object',
  properties: { a: { type: 'string' }, b: { type: 'string' } },
  required: [name],
});
const tagged = (kind: string): Record<string, unknown> => ({
  type: 'object',
  properties: { kind: { const: kind } },
  required: ['kind'],
});

describe('wrapped-in-one-of', () => {
  judge('values that meet two of them meet neither', [both, { oneOf: [one('a'), one('b')] }], {
    request: [
      'breaking request-body-wrapped-in-one-of',
      'safe request-body-one-of-added',
      'safe request-property-became-optional',
    ],
    response: [
      'breaking response-body-one-of-added',
      'breaking response-property-became-optional',
      'safe response-body-wrapped-in-one-of',
    ],
  });
  judge('of other types', [{ type: 'integer' }, { oneOf: [{ type: 'integer' }, { type: 'string' }] }], {
    request: ['safe request-body-list-of-types-widened'],
    response: ['breaking response-body-list-of-types-widened'],
  });
  judge('told apart by a property', [tagged('x'), { oneOf: [tagged('x'), tagged('y')] }], {
    request: ['safe request-body-one-of-added'],
    response: ['breaking response-body-one-of-added'],
  });
  judge('any of them will do', [both, { anyOf: [both, one('a')] }], {
    request: ['safe request-body-any-of-added'],
    response: ['dangerous response-body-any-of-added'],
  });
});
