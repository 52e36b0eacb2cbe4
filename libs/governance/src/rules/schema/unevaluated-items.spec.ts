import { judge, equal } from '../../judge.fixture.js';

describe('unevaluated-items', () => {
  judge('what is left over is refused', [{ type: 'array' }, { type: 'array', unevaluatedItems: false }], {
    request: ['breaking request-body-unevaluated-items-added'],
    response: ['safe response-body-unevaluated-items-added'],
  });
  judge('what is left over is taken', [{ type: 'array', unevaluatedItems: false }, { type: 'array' }], {
    request: ['safe request-body-unevaluated-items-removed'],
    response: ['breaking response-body-unevaluated-items-removed'],
  });
  judge(
    'what is left over must be otherwise',
    [
      { type: 'array', unevaluatedItems: false },
      { type: 'array', unevaluatedItems: { type: 'string' } },
    ],
    {
      request: ['breaking request-body-unevaluated-items-changed'],
      response: ['breaking response-body-unevaluated-items-changed'],
    },
  );
  equal('true says nothing', { type: 'array', unevaluatedItems: true }, { type: 'array' });
});
