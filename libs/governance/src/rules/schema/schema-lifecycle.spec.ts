import { judge } from '../../judge.fixture.js';

describe('schema-lifecycle', () => {
  judge(
    'a field is deprecated',
    [
      { type: 'object', properties: { a: { type: 'string' } } },
      { type: 'object', properties: { a: { type: 'string', deprecated: true } } },
    ],
    { request: ['safe request-property-deprecated'], response: ['safe response-property-deprecated'] },
  );
  judge(
    'with a sunset',
    [
      { type: 'object', properties: { a: { type: 'string' } } },
      { type: 'object', properties: { a: { type: 'string', deprecated: true, 'x-sunset': '2027-01-01' } } },
    ],
    {
      request: ['safe request-property-deprecated-with-sunset'],
      response: ['safe response-property-deprecated-with-sunset'],
    },
  );
  judge(
    'with a sunset that is no date',
    [
      { type: 'object', properties: { a: { type: 'string' } } },
      { type: 'object', properties: { a: { type: 'string', deprecated: true, 'x-sunset': 'soon' } } },
    ],
    {
      request: ['breaking request-property-deprecated-sunset-invalid'],
      response: ['breaking response-property-deprecated-sunset-invalid'],
    },
  );
  judge(
    'with a sunset that has passed',
    [
      { type: 'object', properties: { a: { type: 'string' } } },
      { type: 'object', properties: { a: { type: 'string', deprecated: true, 'x-sunset': '2026-05-01' } } },
    ],
    {
      request: ['breaking request-property-sunset-date-too-small'],
      response: ['breaking response-property-sunset-date-too-small'],
    },
  );
  judge(
    'no longer',
    [
      { type: 'object', properties: { a: { type: 'string', deprecated: true } } },
      { type: 'object', properties: { a: { type: 'string' } } },
    ],
    { request: ['safe request-property-reactivated'], response: ['safe response-property-reactivated'] },
  );
  judge(
    'less stable',
    [
      { type: 'object', properties: { a: { type: 'string', 'x-stability-level': 'stable' } } },
      { type: 'object', properties: { a: { type: 'string', 'x-stability-level': 'beta' } } },
    ],
    {
      request: ['breaking request-property-stability-decreased'],
      response: ['breaking response-property-stability-decreased'],
    },
  );
  judge(
    'more stable',
    [
      { type: 'object', properties: { a: { type: 'string', 'x-stability-level': 'beta' } } },
      { type: 'object', properties: { a: { type: 'string', 'x-stability-level': 'stable' } } },
    ],
    {
      request: ['safe request-property-stability-increased'],
      response: ['safe response-property-stability-increased'],
    },
  );
});
