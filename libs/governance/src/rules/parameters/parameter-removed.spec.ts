import { api, inQuery, ok, told } from '../../judge.fixture.js';

const none = api({ get: { responses: ok } });

it.each([
  ['dangerous request-parameter-removed', {}],
  ['breaking request-parameter-removed-before-sunset', { deprecated: true, 'x-sunset': '2026-12-01' }],
  ['breaking request-parameter-sunset-parse', { deprecated: true, 'x-sunset': 'soon' }],
  ['safe request-parameter-removed-with-deprecation', { deprecated: true }],
])('%s', (expected, rest) => expect(told(inQuery({ schema: {}, ...rest }), none)).toEqual([expected]));

it('headers are the same in capitals', () => {
  const header = (name: string): unknown =>
    api({ get: { parameters: [{ name, in: 'header', schema: {} }], responses: ok } });
  expect(told(header('X-Key'), header('x-key'))).toEqual([]);
});
