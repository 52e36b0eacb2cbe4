import { judge } from '../../judge.fixture.js';

describe('visibility', () => {
  judge(
    'an optional property is read-only',
    [
      { type: 'object', properties: { a: { type: 'string' } } },
      { type: 'object', properties: { a: { type: 'string', readOnly: true } } },
    ],
    {
      request: ['dangerous request-optional-property-became-read-only'],
      response: ['safe response-optional-property-became-read-only'],
    },
  );
  judge(
    'an optional property is no longer read-only',
    [
      { type: 'object', properties: { a: { type: 'string', readOnly: true } } },
      { type: 'object', properties: { a: { type: 'string' } } },
    ],
    {
      request: ['safe request-optional-property-became-not-read-only'],
      response: ['safe response-optional-property-became-not-read-only'],
    },
  );
  judge(
    'a needed property is no longer read-only',
    [
      { type: 'object', properties: { a: { type: 'string', readOnly: true } }, required: ['a'] },
      { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] },
    ],
    {
      request: ['dangerous request-required-property-became-not-read-only'],
      response: ['safe response-required-property-became-not-read-only'],
    },
  );
  judge(
    'a needed property is write-only',
    [
      { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] },
      { type: 'object', properties: { a: { type: 'string', writeOnly: true } }, required: ['a'] },
    ],
    {
      request: ['safe request-required-property-became-write-only'],
      response: ['dangerous response-required-property-became-write-only'],
    },
  );
  judge(
    'a needed property is no longer write-only',
    [
      { type: 'object', properties: { a: { type: 'string', writeOnly: true } }, required: ['a'] },
      { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] },
    ],
    {
      request: ['safe request-required-property-became-not-write-only'],
      response: ['dangerous response-required-property-became-not-write-only'],
    },
  );
  judge(
    'what a read-only property looks like',
    [
      { type: 'object', properties: { a: { type: 'string', readOnly: true, maxLength: 9 } } },
      { type: 'object', properties: { a: { type: 'string', readOnly: true, maxLength: 5 } } },
    ],
    {
      request: ['safe request-read-only-property-max-length-decreased'],
      response: ['safe response-property-max-length-decreased'],
    },
  );
});
