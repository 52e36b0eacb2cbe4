import { basic, defineConnector } from '#connector';
import { erpOperations } from './erp.js';
import { classify } from './errors.js';
import { S4hanaSettings } from './settings.js';

/** A communication user signs in with each request: by password, or by the certificate of the connection. */
const headersOf = ({ username, password }: S4hanaSettings): Record<string, string> =>
  username && password ? basic(username, password) : {};

export const s4hana = defineConnector<S4hanaSettings>({
  platform: 's4hana',
  title: 'SAP S/4HANA Cloud',
  settings: S4hanaSettings,
  address: (settings) => settings.baseUrl,
  signIn: (settings) => Promise.resolve({ headers: headersOf(settings) }),
  certificate: ({ certificate, privateKey }) =>
    certificate && privateKey ? { cert: certificate, key: privateKey } : undefined,
  // Units and messages come in the language of the request.
  headers: { 'accept-language': 'en' },
  classify,
  // SAP publishes no number.
  limits: { concurrency: 6, timeoutMs: 60_000 },
  domains: { erp: erpOperations },
  feeds: [],
});
