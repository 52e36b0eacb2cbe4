import { judge, equal } from '../../judge.fixture.js';

describe('unevaluated-properties', () => {
  judge('what is left over is refused', [{ type: 'object' }, { type: 'object', unevaluatedProperties: false }], {
    request: ['breaking request-body-unevaluated-properties-added'],
    response: ['safe response-body-unevaluated-properties-added'],
  });
  judge('what is left over is taken', [{ type: 'object', unevaluatedProperties: false }, { type: 'object' }], {
    request: ['safe request-body-unevaluated-properties-removed'],
    response: ['breaking response-body-unevaluated-properties-removed'],
  });
  judge(
    'what is left over is taken where it is text',
    [
      { type: 'object', unevaluatedProperties: false },
      { type: 'object', unevaluatedProperties: { type: 'string' } },
    ],
    {
      request: ['safe request-body-additional-properties-opened'],
      response: ['dangerous response-body-additional-properties-opened'],
    },
  );
  judge(
    'what is left over beside a combination must be otherwise',
    [
      { type: 'object', allOf: [{ properties: { a: {} } }], unevaluatedProperties: false },
      { type: 'object', allOf: [{ properties: { a: {} } }], unevaluatedProperties: { type: 'string' } },
    ],
    {
      request: ['breaking request-body-unevaluated-properties-changed'],
      response: ['breaking response-body-unevaluated-properties-changed'],
    },
  );
  equal('true says nothing', { type: 'object', unevaluatedProperties: true }, { type: 'object' });
});
