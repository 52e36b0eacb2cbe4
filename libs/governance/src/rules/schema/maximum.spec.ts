import { judge, equal } from '../../judge.fixture.js';

describe('maximum', () => {
  judge(
    'a lower maximum',
    [
      { type: 'number', maximum: 10 },
      { type: 'number', maximum: 5 },
    ],
    { request: ['breaking request-body-max-decreased'], response: ['safe response-body-max-decreased'] },
  );
  judge(
    'a higher maximum',
    [
      { type: 'number', maximum: 5 },
      { type: 'number', maximum: 10 },
    ],
    { request: ['safe request-body-max-increased'], response: ['breaking response-body-max-increased'] },
  );
  judge('a maximum where there was none', [{ type: 'number' }, { type: 'number', maximum: 5 }], {
    request: ['dangerous request-body-max-set'],
    response: ['safe response-body-max-set'],
  });
  judge('a maximum that is gone', [{ type: 'number', maximum: 5 }, { type: 'number' }], {
    request: ['safe request-body-max-unset'],
    response: ['breaking response-body-max-unset'],
  });
  judge(
    'a lower excluded maximum',
    [
      { type: 'number', exclusiveMaximum: 10 },
      { type: 'number', exclusiveMaximum: 5 },
    ],
    {
      request: ['breaking request-body-exclusive-max-decreased'],
      response: ['safe response-body-exclusive-max-decreased'],
    },
  );
  judge(
    'the maximum itself no longer allowed',
    [
      { type: 'number', maximum: 5 },
      { type: 'number', exclusiveMaximum: 5 },
    ],
    {
      request: ['breaking request-body-exclusive-max-decreased'],
      response: ['safe response-body-exclusive-max-decreased'],
    },
  );
  judge(
    'the maximum itself now allowed',
    [
      { type: 'number', exclusiveMaximum: 5 },
      { type: 'number', maximum: 5 },
    ],
    { request: ['safe request-body-max-increased'], response: ['breaking response-body-max-increased'] },
  );
  equal(
    'of whole numbers, below 11 is up to 10',
    { type: 'integer', exclusiveMaximum: 11 },
    { type: 'integer', maximum: 10 },
  );
  equal(
    'the flag of OpenAPI 3.0 and the limit of 3.1',
    { type: 'number', maximum: 5, exclusiveMaximum: true },
    { type: 'number', exclusiveMaximum: 5 },
  );
});
