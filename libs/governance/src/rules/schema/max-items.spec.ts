import { judge } from '../../judge.fixture.js';

describe('max-items', () => {
  judge(
    'a stricter limit',
    [
      { type: 'array', maxItems: 10 },
      { type: 'array', maxItems: 5 },
    ],
    { request: ['breaking request-body-max-items-decreased'], response: ['safe response-body-max-items-decreased'] },
  );
  judge(
    'a looser limit',
    [
      { type: 'array', maxItems: 5 },
      { type: 'array', maxItems: 10 },
    ],
    { request: ['safe request-body-max-items-increased'], response: ['breaking response-body-max-items-increased'] },
  );
  judge('a limit where there was none', [{ type: 'array' }, { type: 'array', maxItems: 10 }], {
    request: ['dangerous request-body-max-items-set'],
    response: ['safe response-body-max-items-set'],
  });
  judge('a limit that is gone', [{ type: 'array', maxItems: 10 }, { type: 'array' }], {
    request: ['safe request-body-max-items-unset'],
    response: ['breaking response-body-max-items-unset'],
  });
  judge(
    'a limit inside a property',
    [
      { type: 'object', properties: { a: { type: 'array', maxItems: 10 } } },
      { type: 'object', properties: { a: { type: 'array', maxItems: 5 } } },
    ],
    {
      request: ['breaking request-property-max-items-decreased'],
      response: ['safe response-property-max-items-decreased'],
    },
  );
  judge(
    'a limit beside another type is judged as though it applied',
    [
      { type: 'boolean', maxItems: 10 },
      { type: 'boolean', maxItems: 5 },
    ],
    { request: ['breaking request-body-max-items-decreased'], response: ['safe response-body-max-items-decreased'] },
  );
});
