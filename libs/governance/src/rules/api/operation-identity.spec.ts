import { diff } from '../../diff.js';
import { api, ok, told } from '../../judge.fixture.js';

const get = (rest: object): unknown => api({ get: { responses: ok, ...rest } });

it('a name for generated clients comes, goes and changes without hurting callers', () => {
  expect(told(get({}), get({ operationId: 'a' }))).toEqual(['safe api-operation-id-added']);
  expect(told(get({ operationId: 'a' }), get({}))).toEqual(['safe api-operation-id-removed']);
  expect(told(get({ operationId: 'a' }), get({ operationId: 'b' }))).toEqual([
    'safe api-operation-id-removed',
    'safe api-operation-id-added',
  ]);
});

it('tags and words are documentation', () => {
  const rules = diff(get({ tags: ['a'], summary: 'x' }), get({ tags: ['b'], summary: 'y' })).map(
    ({ rule, level }) => `${level} ${rule}`,
  );
  expect(rules).toEqual([
    'documentation api-tag-removed',
    'documentation api-tag-added',
    'documentation api-summary-changed',
  ]);
});
