import { judge } from '../../judge.fixture.js';

describe('max-length', () => {
  judge(
    'a stricter limit',
    [
      { type: 'string', maxLength: 10 },
      { type: 'string', maxLength: 5 },
    ],
    { request: ['breaking request-body-max-length-decreased'], response: ['safe response-body-max-length-decreased'] },
  );
  judge(
    'a looser limit',
    [
      { type: 'string', maxLength: 5 },
      { type: 'string', maxLength: 10 },
    ],
    { request: ['safe request-body-max-length-increased'], response: ['breaking response-body-max-length-increased'] },
  );
  judge('a limit where there was none', [{ type: 'string' }, { type: 'string', maxLength: 10 }], {
    request: ['dangerous request-body-max-length-set'],
    response: ['safe response-body-max-length-set'],
  });
  judge('a limit that is gone', [{ type: 'string', maxLength: 10 }, { type: 'string' }], {
    request: ['safe request-body-max-length-unset'],
    response: ['breaking response-body-max-length-unset'],
  });
  judge(
    'a limit inside a property',
    [
      { type: 'object', properties: { a: { type: 'string', maxLength: 10 } } },
      { type: 'object', properties: { a: { type: 'string', maxLength: 5 } } },
    ],
    {
      request: ['breaking request-property-max-length-decreased'],
      response: ['safe response-property-max-length-decreased'],
    },
  );
  judge(
    'a limit beside another type is judged as though it applied',
    [
      { type: 'boolean', maxLength: 10 },
      { type: 'boolean', maxLength: 5 },
    ],
    { request: ['breaking request-body-max-length-decreased'], response: ['safe response-body-max-length-decreased'] },
  );
});
