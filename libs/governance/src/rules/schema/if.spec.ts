/* oxlint-disable unicorn/no-thenable -- JSON Schema's own word; nothing here is awaited */
import { judge } from '../../judge.fixture.js';

describe('if', () => {
  judge('a condition', [{ type: 'object' }, { type: 'object', if: { required: ['a'] }, then: { required: ['b'] } }], {
    request: ['breaking request-body-if-added', 'breaking request-body-then-added'],
    response: ['safe response-body-if-added', 'safe response-body-then-added'],
  });
  judge(
    'no condition any more',
    [{ type: 'object', if: { required: ['a'] }, then: { required: ['b'] } }, { type: 'object' }],
    {
      request: ['safe request-body-if-removed', 'safe request-body-then-removed'],
      response: ['breaking response-body-if-removed', 'breaking response-body-then-removed'],
    },
  );
  judge(
    'another condition',
    [
      { type: 'object', if: { required: ['a'] }, then: { required: ['b'] } },
      { type: 'object', if: { required: ['x'] }, then: { required: ['b'] } },
    ],
    { request: ['breaking request-body-if-changed'], response: ['breaking response-body-if-changed'] },
  );
});
