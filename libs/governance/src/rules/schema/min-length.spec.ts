import { judge } from '../../judge.fixture.js';

describe('min-length', () => {
  judge(
    'a stricter limit',
    [
      { type: 'string', minLength: 5 },
      { type: 'string', minLength: 10 },
    ],
    { request: ['breaking request-body-min-length-increased'], response: ['safe response-body-min-length-increased'] },
  );
  judge(
    'a looser limit',
    [
      { type: 'string', minLength: 10 },
      { type: 'string', minLength: 5 },
    ],
    { request: ['safe request-body-min-length-decreased'], response: ['breaking response-body-min-length-decreased'] },
  );
  judge('a limit where there was none', [{ type: 'string' }, { type: 'string', minLength: 10 }], {
    request: ['dangerous request-body-min-length-set'],
    response: ['safe response-body-min-length-set'],
  });
  judge('a limit that is gone', [{ type: 'string', minLength: 10 }, { type: 'string' }], {
    request: ['safe request-body-min-length-unset'],
    response: ['breaking response-body-min-length-unset'],
  });
  judge(
    'a limit inside a property',
    [
      { type: 'object', properties: { a: { type: 'string', minLength: 5 } } },
      { type: 'object', properties: { a: { type: 'string', minLength: 10 } } },
    ],
    {
      request: ['breaking request-property-min-length-increased'],
      response: ['safe response-property-min-length-increased'],
    },
  );
  judge(
    'a limit beside another type is judged as though it applied',
    [
      { type: 'boolean', minLength: 5 },
      { type: 'boolean', minLength: 10 },
    ],
    { request: ['breaking request-body-min-length-increased'], response: ['safe response-body-min-length-increased'] },
  );
});
