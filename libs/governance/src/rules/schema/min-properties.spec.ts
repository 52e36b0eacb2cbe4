import { judge } from '../../judge.fixture.js';

describe('min-properties', () => {
  judge(
    'a stricter limit',
    [
      { type: 'object', minProperties: 5 },
      { type: 'object', minProperties: 10 },
    ],
    {
      request: ['breaking request-body-min-properties-increased'],
      response: ['safe response-body-min-properties-increased'],
    },
  );
  judge(
    'a looser limit',
    [
      { type: 'object', minProperties: 10 },
      { type: 'object', minProperties: 5 },
    ],
    {
      request: ['safe request-body-min-properties-decreased'],
      response: ['breaking response-body-min-properties-decreased'],
    },
  );
  judge('a limit where there was none', [{ type: 'object' }, { type: 'object', minProperties: 10 }], {
    request: ['dangerous request-body-min-properties-set'],
    response: ['safe response-body-min-properties-set'],
  });
  judge('a limit that is gone', [{ type: 'object', minProperties: 10 }, { type: 'object' }], {
    request: ['safe request-body-min-properties-unset'],
    response: ['breaking response-body-min-properties-unset'],
  });
  judge(
    'a limit inside a property',
    [
      { type: 'object', properties: { a: { type: 'object', minProperties: 5 } } },
      { type: 'object', properties: { a: { type: 'object', minProperties: 10 } } },
    ],
    {
      request: ['breaking request-property-min-properties-increased'],
      response: ['safe response-property-min-properties-increased'],
    },
  );
  judge(
    'a limit beside another type is judged as though it applied',
    [
      { type: 'boolean', minProperties: 5 },
      { type: 'boolean', minProperties: 10 },
    ],
    {
      request: ['breaking request-body-min-properties-increased'],
      response: ['safe response-body-min-properties-increased'],
    },
  );
});
