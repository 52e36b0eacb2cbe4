import { bearer, defineConnector, type Session, type TokenRequest } from '#connector';
import { erpOperations } from './erp.js';
import { classify } from './errors.js';
import { Dynamics365Settings } from './settings.js';

/** Client credentials of Microsoft Entra, for the environment as a whole. */
async function signIn(settings: Dynamics365Settings, request: TokenRequest): Promise<Session> {
  const { loginUrl, tenantId, clientId, clientSecret, baseUrl } = settings;
  const reply = await request(`${loginUrl}/${tenantId}/oauth2/v2.0/token`, {
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    scope: `${baseUrl}/.default`,
  });
  return bearer(reply);
}

export const dynamics365 = defineConnector<Dynamics365Settings>({
  platform: 'dynamics365',
  title: 'Microsoft Dynamics 365 Finance',
  settings: Dynamics365Settings,
  address: (settings) => settings.baseUrl,
  signIn,
  headers: { 'odata-version': '4.0', 'odata-maxversion': '4.0' },
  classify,
  // Dynamics slows down by its load and publishes no number; where limits by user are on, 52 are let in at once.
  limits: { concurrency: 8, timeoutMs: 60_000 },
  domains: { erp: erpOperations },
  feeds: [],
});
