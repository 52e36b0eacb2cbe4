import { judge } from '../../judge.fixture.js';

describe('min-items', () => {
  judge(
    'a stricter limit',
    [
      { type: 'array', minItems: 5 },
      { type: 'array', minItems: 10 },
    ],
    { request: ['breaking request-body-min-items-increased'], response: ['safe response-body-min-items-increased'] },
  );
  judge(
    'a looser limit',
    [
      { type: 'array', minItems: 10 },
      { type: 'array', minItems: 5 },
    ],
    { request: ['safe request-body-min-items-decreased'], response: ['breaking response-body-min-items-decreased'] },
  );
  judge('a limit where there was none', [{ type: 'array' }, { type: 'array', minItems: 10 }], {
    request: ['dangerous request-body-min-items-set'],
    response: ['safe response-body-min-items-set'],
  });
  judge('a limit that is gone', [{ type: 'array', minItems: 10 }, { type: 'array' }], {
    request: ['safe request-body-min-items-unset'],
    response: ['breaking response-body-min-items-unset'],
  });
  judge(
    'a limit inside a property',
    [
      { type: 'object', properties: { a: { type: 'array', minItems: 5 } } },
      { type: 'object', properties: { a: { type: 'array', minItems: 10 } } },
    ],
    {
      request: ['breaking request-property-min-items-increased'],
      response: ['safe response-property-min-items-increased'],
    },
  );
  judge(
    'a limit beside another type is judged as though it applied',
    [
      { type: 'boolean', minItems: 5 },
      { type: 'boolean', minItems: 10 },
    ],
    { request: ['breaking request-body-min-items-increased'], response: ['safe response-body-min-items-increased'] },
  );
});
