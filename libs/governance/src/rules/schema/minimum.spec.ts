import { judge, equal } from '../../judge.fixture.js';

describe('minimum', () => {
  judge(
    'a higher minimum',
    [
      { type: 'number', minimum: 5 },
      { type: 'number', minimum: 10 },
    ],
    { request: ['breaking request-body-min-increased'], response: ['safe response-body-min-increased'] },
  );
  judge(
    'a lower minimum',
    [
      { type: 'number', minimum: 10 },
      { type: 'number', minimum: 5 },
    ],
    { request: ['safe request-body-min-decreased'], response: ['breaking response-body-min-decreased'] },
  );
  judge('a minimum where there was none', [{ type: 'number' }, { type: 'number', minimum: 5 }], {
    request: ['dangerous request-body-min-set'],
    response: ['safe response-body-min-set'],
  });
  judge('a minimum that is gone', [{ type: 'number', minimum: 5 }, { type: 'number' }], {
    request: ['safe request-body-min-unset'],
    response: ['breaking response-body-min-unset'],
  });
  judge(
    'a higher excluded minimum',
    [
      { type: 'number', exclusiveMinimum: 5 },
      { type: 'number', exclusiveMinimum: 10 },
    ],
    {
      request: ['breaking request-body-exclusive-min-increased'],
      response: ['safe response-body-exclusive-min-increased'],
    },
  );
  judge(
    'the minimum itself no longer allowed',
    [
      { type: 'number', minimum: 5 },
      { type: 'number', exclusiveMinimum: 5 },
    ],
    {
      request: ['breaking request-body-exclusive-min-increased'],
      response: ['safe response-body-exclusive-min-increased'],
    },
  );
  equal(
    'of whole numbers, above 0 is from 1',
    { type: 'integer', exclusiveMinimum: 0 },
    { type: 'integer', minimum: 1 },
  );
});
