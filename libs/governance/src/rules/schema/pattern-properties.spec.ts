import { judge } from '../../judge.fixture.js';

describe('pattern-properties', () => {
  judge(
    'names of a form are described',
    [{ type: 'object' }, { type: 'object', patternProperties: { '^x': { type: 'string' } } }],
    {
      request: ['breaking request-body-pattern-property-added'],
      response: ['safe response-body-pattern-property-added'],
    },
  );
  judge(
    'names of a form no longer',
    [{ type: 'object', patternProperties: { '^x': { type: 'string' } } }, { type: 'object' }],
    {
      request: ['safe request-body-pattern-property-removed'],
      response: ['breaking response-body-pattern-property-removed'],
    },
  );
  judge(
    'another type for names of a form',
    [
      { type: 'object', patternProperties: { '^x': { type: 'string' } } },
      { type: 'object', patternProperties: { '^x': { type: 'boolean' } } },
    ],
    { request: ['breaking request-property-type-changed'], response: ['breaking response-property-type-changed'] },
  );
});
