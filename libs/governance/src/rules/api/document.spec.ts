import { diff } from '../../diff.js';
import { api, told } from '../../judge.fixture.js';

it('a component that is gone hurts nobody by itself', () => {
  expect(told(api({}, { A: {} }), api({}, {}))).toEqual(['safe api-schema-removed']);
});

it('a server that is gone hurts whoever calls it; its variables are what they stand for', () => {
  const at = (...servers: object[]): unknown => api({}, {}, { servers });
  const [a, b] = [{ url: 'https://a.test/' }, { url: 'https://b.test' }];
  expect(told(at(a), at(b))).toEqual(['dangerous server-removed', 'safe server-added']);
  expect(told(at(a), at(a, b))).toEqual(['safe server-added']);
  expect(told(at(a), at({ url: 'https://{host}', variables: { host: { default: 'a.test' } } }))).toEqual([]);
});

it('what a contract says of itself is documentation', () => {
  const found = diff(api({}), { ...(api({}) as object), info: { title: 'Other' } });
  expect(found.map(({ level, rule }) => `${level} ${rule}`)).toEqual(['documentation info-title-changed']);
});
