import { judge, equal } from '../../judge.fixture.js';

describe('property-required', () => {
  judge(
    'an optional property is needed',
    [
      { type: 'object', properties: { a: { type: 'string' } } },
      { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] },
    ],
    { request: ['breaking request-property-became-required'], response: ['safe response-property-became-required'] },
  );
  judge(
    'a needed property is optional',
    [
      { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] },
      { type: 'object', properties: { a: { type: 'string' } } },
    ],
    { request: ['safe request-property-became-optional'], response: ['breaking response-property-became-optional'] },
  );
  judge(
    'an optional property with a default is needed',
    [
      { type: 'object', properties: { a: { type: 'string', default: '' } } },
      { type: 'object', properties: { a: { type: 'string', default: '' } }, required: ['a'] },
    ],
    {
      request: ['breaking request-property-became-required-with-default'],
      response: ['safe response-property-became-required'],
    },
  );
  judge(
    'a read-only property is needed',
    [
      { type: 'object', properties: { a: { type: 'string', readOnly: true } } },
      { type: 'object', properties: { a: { type: 'string', readOnly: true } }, required: ['a'] },
    ],
    {
      request: ['safe request-read-only-property-became-required'],
      response: ['safe response-property-became-required'],
    },
  );
  judge(
    'a write-only property is optional',
    [
      { type: 'object', properties: { a: { type: 'string', writeOnly: true } }, required: ['a'] },
      { type: 'object', properties: { a: { type: 'string', writeOnly: true } } },
    ],
    {
      request: ['safe request-property-became-optional'],
      response: ['safe response-write-only-property-became-optional'],
    },
  );
  equal(
    'needed in one part, described in another',
    { allOf: [{ type: 'object', properties: { a: { type: 'string' } } }, { required: ['a'] }] },
    { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] },
  );
});
