import { judge } from '../../judge.fixture.js';

describe('property-removed', () => {
  judge('an optional property', [{ type: 'object', properties: { a: { type: 'string' } } }, { type: 'object' }], {
    request: ['dangerous request-property-removed'],
    response: ['dangerous response-optional-property-removed'],
  });
  judge(
    'a needed property',
    [{ type: 'object', properties: { a: { type: 'string' } }, required: ['a'] }, { type: 'object' }],
    { request: ['dangerous request-property-removed'], response: ['breaking response-required-property-removed'] },
  );
  judge(
    'a property nobody else may take the place of',
    [
      { type: 'object', properties: { a: { type: 'string' } }, additionalProperties: false },
      { type: 'object', additionalProperties: false },
    ],
    { request: ['breaking request-property-removed'], response: ['dangerous response-optional-property-removed'] },
  );
  judge(
    'a read-only property',
    [{ type: 'object', properties: { a: { type: 'string', readOnly: true } } }, { type: 'object' }],
    {
      request: ['safe request-read-only-property-removed'],
      response: ['dangerous response-optional-property-removed'],
    },
  );
  judge(
    'a write-only property',
    [{ type: 'object', properties: { a: { type: 'string', writeOnly: true } } }, { type: 'object' }],
    {
      request: ['dangerous request-property-removed'],
      response: ['safe response-optional-write-only-property-removed'],
    },
  );
  judge(
    'a property that is now one of any',
    [
      { type: 'object', properties: { a: { type: 'string' } }, additionalProperties: { type: 'string' } },
      { type: 'object', additionalProperties: { type: 'string' } },
    ],
    { request: [], response: [] },
  );
});
