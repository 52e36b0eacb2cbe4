import { api, ok, told } from '../../judge.fixture.js';

const schemes = {
  components: {
    securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key' }, token: { type: 'oauth2', flows: {} } },
  },
};
const get = (security?: unknown[]): unknown =>
  api({ get: { responses: ok, ...(security === undefined ? {} : { security }) } }, {}, schemes);

describe('who may call', () => {
  it.each([
    ['credentials are needed', [], [{ key: [] }], ['dangerous api-security-added']],
    ['credentials are no longer needed', [{ key: [] }], [], ['safe api-security-removed']],
    ['other credentials do too', [{ key: [] }], [{ key: [] }, { token: [] }], ['safe api-security-added']],
    ['credentials no longer do', [{ key: [] }, { token: [] }], [{ token: [] }], ['dangerous api-security-removed']],
    ['both credentials are needed', [{ key: [] }], [{ key: [], token: [] }], ['dangerous api-security-removed']],
    ['a scope more is needed', [{ token: ['a'] }], [{ token: ['a', 'b'] }], ['dangerous api-security-scope-added']],
    ['a scope fewer is needed', [{ token: ['a', 'b'] }], [{ token: ['a'] }], ['safe api-security-scope-removed']],
    ['the order says nothing', [{ key: [] }, { token: ['a', 'b'] }], [{ token: ['b', 'a'] }, { key: [] }], []],
    ['nothing and nobody asked', [], [{}], []],
  ])('%s', (_, was, is, expected) => expect(told(get(was), get(is))).toEqual(expected));

  it('is told once where it holds for all operations', () => {
    const all = (security: unknown[]): unknown => ({ ...(get() as object), security });
    expect(told(all([]), all([{ key: [] }]))).toEqual(['dangerous api-global-security-added']);
    expect(told(all([{ key: [] }]), get([{ key: [] }]))).not.toContain('dangerous api-security-added');
  });

  it('by a scheme of another name is the same', () => {
    const named = (name: string): unknown =>
      api(
        { get: { responses: ok, security: [{ [name]: [] }] } },
        {},
        { components: { securitySchemes: { [name]: { type: 'http', scheme: 'bearer' } } } },
      );
    expect(told(named('a'), named('b'))).toEqual(
      ['safe api-security-component-added', 'safe api-security-component-removed'].toReversed(),
    );
  });
});
