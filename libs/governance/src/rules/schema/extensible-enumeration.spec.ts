import { judge } from '../../judge.fixture.js';

describe('extensible-enumeration', () => {
  judge(
    'a value more',
    [
      { type: 'string', 'x-extensible-enum': ['a'] },
      { type: 'string', 'x-extensible-enum': ['a', 'b'] },
    ],
    {
      request: ['safe request-body-x-extensible-enum-value-added'],
      response: ['safe response-body-x-extensible-enum-value-added'],
    },
  );
  judge(
    'a value fewer',
    [
      { type: 'string', 'x-extensible-enum': ['a', 'b'] },
      { type: 'string', 'x-extensible-enum': ['a'] },
    ],
    {
      request: ['breaking request-body-x-extensible-enum-value-removed'],
      response: ['safe response-body-x-extensible-enum-value-removed'],
    },
  );
});
