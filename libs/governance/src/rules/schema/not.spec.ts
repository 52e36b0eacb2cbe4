import { judge, equal } from '../../judge.fixture.js';

describe('not', () => {
  judge('a shape is refused', [{ type: 'string' }, { type: 'string', not: { const: 'a' } }], {
    request: ['breaking request-body-not-added'],
    response: ['safe response-body-not-added'],
  });
  judge('a shape is no longer refused', [{ type: 'string', not: { const: 'a' } }, { type: 'string' }], {
    request: ['safe request-body-not-removed'],
    response: ['breaking response-body-not-removed'],
  });
  judge(
    'another shape is refused',
    [
      { type: 'string', not: { const: 'a' } },
      { type: 'string', not: { const: 'b' } },
    ],
    { request: ['breaking request-body-not-changed'], response: ['breaking response-body-not-changed'] },
  );
  judge(
    'more is refused',
    [
      { type: 'string', not: { minLength: 5 } },
      { type: 'string', not: { minLength: 3 } },
    ],
    { request: ['breaking request-body-not-changed'], response: ['safe response-body-not-changed'] },
  );
  equal(
    'a description in what is refused',
    { type: 'string', not: { const: 'a' } },
    { type: 'string', not: { const: 'a', description: 'never' } },
  );
});
