import { judge, equal } from '../../judge.fixture.js';

describe('pattern', () => {
  judge('a pattern where there was none', [{ type: 'string' }, { type: 'string', pattern: '^a' }], {
    request: ['breaking request-body-pattern-added'],
    response: ['safe response-body-pattern-added'],
  });
  judge('a pattern that is gone', [{ type: 'string', pattern: '^a' }, { type: 'string' }], {
    request: ['safe request-body-pattern-removed'],
    response: ['safe response-body-pattern-removed'],
  });
  judge(
    'another pattern',
    [
      { type: 'string', pattern: '^a' },
      { type: 'string', pattern: '^b' },
    ],
    { request: ['dangerous request-body-pattern-changed'], response: ['safe response-body-pattern-changed'] },
  );
  judge(
    'a pattern that takes everything',
    [
      { type: 'string', pattern: '^a' },
      { type: 'string', pattern: '^.*$' },
    ],
    { request: ['safe request-body-pattern-generalized'], response: ['safe response-body-pattern-generalized'] },
  );
  equal('a pattern that takes everything says nothing', { type: 'string', pattern: '.*' }, { type: 'string' });
});
