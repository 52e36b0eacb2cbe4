import { judge, equal } from '../../judge.fixture.js';

describe('contains-count', () => {
  judge(
    'more are needed',
    [
      { type: 'array', contains: { type: 'string' }, minContains: 1 },
      { type: 'array', contains: { type: 'string' }, minContains: 2 },
    ],
    {
      request: ['breaking request-body-min-contains-increased'],
      response: ['safe response-body-min-contains-increased'],
    },
  );
  judge(
    'fewer are needed',
    [
      { type: 'array', contains: { type: 'string' }, minContains: 2 },
      { type: 'array', contains: { type: 'string' }, minContains: 1 },
    ],
    {
      request: ['safe request-body-min-contains-decreased'],
      response: ['breaking response-body-min-contains-decreased'],
    },
  );
  judge(
    'more are allowed',
    [
      { type: 'array', contains: { type: 'string' }, maxContains: 2 },
      { type: 'array', contains: { type: 'string' }, maxContains: 3 },
    ],
    {
      request: ['safe request-body-max-contains-increased'],
      response: ['breaking response-body-max-contains-increased'],
    },
  );
  judge(
    'fewer are allowed',
    [
      { type: 'array', contains: { type: 'string' }, maxContains: 3 },
      { type: 'array', contains: { type: 'string' }, maxContains: 2 },
    ],
    {
      request: ['breaking request-body-max-contains-decreased'],
      response: ['safe response-body-max-contains-decreased'],
    },
  );
  equal(
    'one is needed where nothing is said',
    { type: 'array', contains: { type: 'string' }, minContains: 1 },
    { type: 'array', contains: { type: 'string' } },
  );
});
