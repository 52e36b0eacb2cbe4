import { api, told } from '../../judge.fixture.js';

const schemes = (securitySchemes: object): unknown => api({}, {}, { components: { securitySchemes } });
const flow = (rest: object): unknown =>
  schemes({
    a: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: 't', scopes: { read: 'Read' }, ...rest } } },
  });

it.each([
  ['a scheme more', schemes({}), schemes({ a: { type: 'http' } }), ['safe api-security-component-added']],
  ['a scheme fewer', schemes({ a: { type: 'http' } }), schemes({}), ['safe api-security-component-removed']],
  [
    'another kind',
    schemes({ a: { type: 'http' } }),
    schemes({ a: { type: 'apiKey' } }),
    ['dangerous api-security-component-type-changed'],
  ],
  [
    'tokens from elsewhere',
    flow({}),
    flow({ tokenUrl: 'u' }),
    ['dangerous api-security-component-oauth-token-url-changed'],
  ],
  [
    'consent elsewhere',
    flow({}),
    flow({ authorizationUrl: 'u' }),
    ['dangerous api-security-component-oauth-url-changed'],
  ],
  [
    'a scope more',
    flow({}),
    flow({ scopes: { read: 'Read', write: 'Write' } }),
    ['safe api-security-component-oauth-scope-added'],
  ],
  ['a scope fewer', flow({}), flow({ scopes: {} }), ['dangerous api-security-component-oauth-scope-removed']],
  ['a scope in other words', flow({}), flow({ scopes: { read: 'To read' } }), []],
])('%s', (_, was, is, expected) => expect(told(was, is)).toEqual(expected));
