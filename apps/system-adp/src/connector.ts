import { basic, bearer, defineConnector } from '#connector';
import { classify } from './errors.js';
import { putPayData } from './pay-data.js';
import { AdpSettings } from './settings.js';

export const adp = defineConnector<AdpSettings>({
  platform: 'adp',
  title: 'ADP Workforce Now',
  settings: AdpSettings,
  address: ({ baseUrl }) => baseUrl,
  certificate: ({ certificate, privateKey, authority }) => ({
    cert: certificate,
    key: privateKey,
    ...(authority && { ca: authority }),
  }),
  signIn: async ({ tokenUrl, clientId, clientSecret }, request) =>
    bearer(await request(tokenUrl, { grant_type: 'client_credentials' }, basic(clientId, clientSecret))),
  // The published contract wants it in every call.
  headers: { rolecode: 'practitioner' },
  classify,
  limits: { concurrency: 2, timeoutMs: 30_000 },
  domains: { payroll: { putPayData } },
  feeds: [],
});
