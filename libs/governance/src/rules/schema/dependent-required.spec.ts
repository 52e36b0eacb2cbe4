import { judge } from '../../judge.fixture.js';

describe('dependent-required', () => {
  judge('a property brings another', [{ type: 'object' }, { type: 'object', dependentRequired: { a: ['b'] } }], {
    request: ['breaking request-body-dependent-required-added'],
    response: ['safe response-body-dependent-required-added'],
  });
  judge('a property brings none', [{ type: 'object', dependentRequired: { a: ['b'] } }, { type: 'object' }], {
    request: ['safe request-body-dependent-required-removed'],
    response: ['breaking response-body-dependent-required-removed'],
  });
  judge(
    'a property brings something else',
    [
      { type: 'object', dependentRequired: { a: ['b'] } },
      { type: 'object', dependentRequired: { a: ['c'] } },
    ],
    {
      request: ['breaking request-body-dependent-required-changed'],
      response: ['breaking response-body-dependent-required-changed'],
    },
  );
  judge(
    'a property brings two',
    [
      { type: 'object', dependentRequired: { a: ['b'] } },
      { type: 'object', dependentRequired: { a: ['b', 'c'] } },
    ],
    {
      request: ['breaking request-body-dependent-required-changed'],
      response: ['safe response-body-dependent-required-changed'],
    },
  );
});
