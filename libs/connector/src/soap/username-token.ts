import type { Content } from './xml.js';

const oasis = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss';

/** A SOAP header that proves who asks by name and password (WS-Security UsernameToken Profile 1.0). */
export const usernameToken = (name: string, password: string): Content => ({
  'wsse:Security': {
    '@soapenv:mustUnderstand': '1',
    '@xmlns:wsse': `${oasis}-wssecurity-secext-1.0.xsd`,
    'wsse:UsernameToken': {
      'wsse:Username': name,
      'wsse:Password': { '@Type': `${oasis}-username-token-profile-1.0#PasswordText`, '#text': password },
    },
  },
});
