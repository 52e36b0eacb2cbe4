/* oxlint-disable unicorn/no-thenable -- JSON Schema's own word; nothing here is awaited */
import { judge } from '../../judge.fixture.js';

describe('then', () => {
  judge(
    'more follows',
    [
      { type: 'object', if: { required: ['a'] }, else: { required: ['c'] } },
      { type: 'object', if: { required: ['a'] }, else: { required: ['c'] }, then: { required: ['b'] } },
    ],
    { request: ['breaking request-body-then-added'], response: ['safe response-body-then-added'] },
  );
  judge(
    'less follows',
    [
      { type: 'object', if: { required: ['a'] }, else: { required: ['c'] }, then: { required: ['b'] } },
      { type: 'object', if: { required: ['a'] }, else: { required: ['c'] } },
    ],
    { request: ['safe request-body-then-removed'], response: ['breaking response-body-then-removed'] },
  );
  judge(
    'something else follows',
    [
      { type: 'object', if: { required: ['a'] }, then: { required: ['b'] } },
      { type: 'object', if: { required: ['a'] }, then: { required: ['d'] } },
    ],
    { request: ['breaking request-body-then-changed'], response: ['breaking response-body-then-changed'] },
  );
});
