import { judge } from '../../judge.fixture.js';

describe('max-properties', () => {
  judge(
    'a stricter limit',
    [
      { type: 'object', maxProperties: 10 },
      { type: 'object', maxProperties: 5 },
    ],
    {
      request: ['breaking request-body-max-properties-decreased'],
      response: ['safe response-body-max-properties-decreased'],
    },
  );
  judge(
    'a looser limit',
    [
      { type: 'object', maxProperties: 5 },
      { type: 'object', maxProperties: 10 },
    ],
    {
      request: ['safe request-body-max-properties-increased'],
      response: ['breaking response-body-max-properties-increased'],
    },
  );
  judge('a limit where there was none', [{ type: 'object' }, { type: 'object', maxProperties: 10 }], {
    request: ['dangerous request-body-max-properties-set'],
    response: ['safe response-body-max-properties-set'],
  });
  judge('a limit that is gone', [{ type: 'object', maxProperties: 10 }, { type: 'object' }], {
    request: ['safe request-body-max-properties-unset'],
    response: ['breaking response-body-max-properties-unset'],
  });
  judge(
    'a limit inside a property',
    [
      { type: 'object', properties: { a: { type: 'object', maxProperties: 10 } } },
      { type: 'object', properties: { a: { type: 'object', maxProperties: 5 } } },
    ],
    {
      request: ['breaking request-property-max-properties-decreased'],
      response: ['safe response-property-max-properties-decreased'],
    },
  );
  judge(
    'a limit beside another type is judged as though it applied',
    [
      { type: 'boolean', maxProperties: 10 },
      { type: 'boolean', maxProperties: 5 },
    ],
    {
      request: ['breaking request-body-max-properties-decreased'],
      response: ['safe response-body-max-properties-decreased'],
    },
  );
});
