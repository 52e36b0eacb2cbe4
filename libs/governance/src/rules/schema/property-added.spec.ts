import { judge } from '../../judge.fixture.js';

describe('property-added', () => {
  judge('an optional property', [{ type: 'object' }, { type: 'object', properties: { a: { type: 'string' } } }], {
    request: ['safe new-optional-request-property'],
    response: ['safe response-optional-property-added'],
  });
  judge(
    'a needed property',
    [{ type: 'object' }, { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] }],
    { request: ['breaking new-required-request-property'], response: ['safe response-required-property-added'] },
  );
  judge(
    'a needed property with a default',
    [{ type: 'object' }, { type: 'object', properties: { a: { type: 'string', default: '' } }, required: ['a'] }],
    {
      request: ['breaking new-required-request-property-with-default'],
      response: ['safe response-required-property-added'],
    },
  );
  judge(
    'a needed read-only property',
    [{ type: 'object' }, { type: 'object', properties: { a: { type: 'string', readOnly: true } }, required: ['a'] }],
    { request: ['safe new-optional-request-read-only-property'], response: ['safe response-required-property-added'] },
  );
  judge(
    'a write-only property',
    [{ type: 'object' }, { type: 'object', properties: { a: { type: 'string', writeOnly: true } } }],
    { request: ['safe new-optional-request-property'], response: ['safe response-optional-write-only-property-added'] },
  );
  judge(
    'a property where no other was to come',
    [
      { type: 'object', additionalProperties: false },
      { type: 'object', properties: { a: { type: 'string' } }, additionalProperties: false },
    ],
    { request: ['safe new-optional-request-property'], response: ['dangerous response-optional-property-added'] },
  );
  judge(
    'a name that only inherits',
    [{ type: 'object' }, { type: 'object', properties: { constructor: { type: 'string' } } }],
    { request: ['safe new-optional-request-property'], response: ['safe response-optional-property-added'] },
  );
});
