/* oxlint-disable unicorn/no-thenable -- JSON Schema's own word; nothing here is awaited */
import { judge } from '../../judge.fixture.js';

describe('else', () => {
  judge(
    'more follows otherwise',
    [
      { type: 'object', if: { required: ['a'] }, then: { required: ['b'] } },
      { type: 'object', if: { required: ['a'] }, then: { required: ['b'] }, else: { required: ['c'] } },
    ],
    { request: ['breaking request-body-else-added'], response: ['safe response-body-else-added'] },
  );
  judge(
    'less follows otherwise',
    [
      { type: 'object', if: { required: ['a'] }, then: { required: ['b'] }, else: { required: ['c'] } },
      { type: 'object', if: { required: ['a'] }, then: { required: ['b'] } },
    ],
    { request: ['safe request-body-else-removed'], response: ['breaking response-body-else-removed'] },
  );
  judge(
    'something else follows otherwise',
    [
      { type: 'object', if: { required: ['a'] }, else: { required: ['c'] } },
      { type: 'object', if: { required: ['a'] }, else: { required: ['d'] } },
    ],
    { request: ['breaking request-body-else-changed'], response: ['breaking response-body-else-changed'] },
  );
});
