import { judge } from '../../judge.fixture.js';

describe('dependent-schemas', () => {
  judge(
    'a schema where a property comes',
    [{ type: 'object' }, { type: 'object', dependentSchemas: { a: { required: ['b'] } } }],
    {
      request: ['breaking request-body-dependent-schema-added'],
      response: ['safe response-body-dependent-schema-added'],
    },
  );
  judge(
    'no schema where a property comes',
    [{ type: 'object', dependentSchemas: { a: { required: ['b'] } } }, { type: 'object' }],
    {
      request: ['safe request-body-dependent-schema-removed'],
      response: ['breaking response-body-dependent-schema-removed'],
    },
  );
  judge(
    'another schema where a property comes',
    [
      { type: 'object', dependentSchemas: { a: { required: ['b'] } } },
      { type: 'object', dependentSchemas: { a: { required: ['c'] } } },
    ],
    {
      request: ['breaking request-body-dependent-schema-changed'],
      response: ['breaking response-body-dependent-schema-changed'],
    },
  );
});
