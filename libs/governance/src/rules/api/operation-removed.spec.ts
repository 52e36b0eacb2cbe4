import { api, ok, told } from '../../judge.fixture.js';

const get = { responses: ok };
const path = (post: object): unknown => api({ get, post: { responses: ok, ...post } });

describe('an operation that is gone', () => {
  it.each([
    ['breaking api-removed-without-deprecation', {}],
    ['breaking api-removed-before-sunset', { deprecated: true, 'x-sunset': '2026-06-02' }],
    ['safe api-removed-with-deprecation', { deprecated: true, 'x-sunset': '2026-06-01' }],
    ['safe api-removed-with-deprecation', { deprecated: true, 'x-sunset': 'Mon, 01 Jun 2026 00:00:00 GMT' }],
    ['safe api-removed-with-deprecation', { deprecated: true }],
    ['breaking api-path-sunset-parse', { deprecated: true, 'x-sunset': 'soon' }],
  ])('%s', (expected, post) => expect(told(path(post), api({ get }))).toEqual([expected]));

  it('with its path', () => {
    expect(told(api({ get }), { ...(api({}) as object), paths: {} })).toEqual([
      'breaking api-path-removed-without-deprecation',
    ]);
  });

  it('was only a draft', () => expect(told(path({ 'x-stability-level': 'alpha' }), api({ get }))).toEqual([]));
});
