import { judge, equal } from '../../judge.fixture.js';

describe('all-of', () => {
  judge(
    'one more to meet',
    [
      { allOf: [{ type: 'object', title: 'A' }] },
      {
        allOf: [
          { type: 'object', title: 'A' },
          { type: 'object', minProperties: 1 },
        ],
      },
    ],
    {
      request: ['breaking request-body-all-of-added', 'dangerous request-body-min-properties-set'],
      response: ['safe response-body-all-of-added', 'safe response-body-min-properties-set'],
    },
  );
  judge(
    'one fewer to meet',
    [
      {
        allOf: [
          { type: 'object', title: 'A' },
          { type: 'object', minProperties: 1 },
        ],
      },
      { allOf: [{ type: 'object', title: 'A' }] },
    ],
    {
      request: ['dangerous request-body-all-of-removed', 'safe request-body-min-properties-unset'],
      response: ['breaking response-body-min-properties-unset', 'safe response-body-all-of-removed'],
    },
  );
  judge(
    'one more that only describes',
    [{ allOf: [{ type: 'object' }] }, { allOf: [{ type: 'object' }, { description: 'words' }] }],
    {
      request: ['safe request-body-all-of-added-annotation-only'],
      response: ['safe response-body-all-of-added-annotation-only'],
    },
  );
  equal(
    'merged by hand',
    { allOf: [{ type: 'object', properties: { a: { type: 'string' } } }, { required: ['a'] }] },
    { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] },
  );
  equal(
    'the order of its members',
    { allOf: [{ type: 'object' }, { minProperties: 1 }] },
    { allOf: [{ minProperties: 1 }, { type: 'object' }] },
  );
  equal(
    'a property two of them describe',
    { allOf: [{ properties: { a: { type: 'string', maxLength: 9 } } }, { properties: { a: { minLength: 1 } } }] },
    { properties: { a: { type: 'string', minLength: 1, maxLength: 9 } } },
  );
});
