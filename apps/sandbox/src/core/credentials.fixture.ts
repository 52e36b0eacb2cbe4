import type { Credentials } from './simulator.js';

/** Nobody's; a product under test brings its own. */
export const noCredentials: Credentials = {
  salesforce: { clientId: '', username: '', publicKey: '' },
  netsuite: { account: '', clientId: '', certificateId: '', publicKey: '' },
  bamboohr: { apiKey: '', webhookKey: '', webhookUrl: '' },
  kantata: { token: '' },
  scim: { token: '' },
  s4hana: { user: '', password: '' },
  workday: { tenant: '', username: '', password: '', clientId: '', clientSecret: '', refreshToken: '' },
  float: { token: '' },
  certinia: { clientId: '', username: '', publicKey: '' },
  adp: { clientId: '', clientSecret: '', authority: { key: '', certificate: '' } },
  entra: { tenantId: '', clientId: '', clientSecret: '', servicePrincipalId: '', jobId: '' },
  dynamics365: { tenant: '', clientId: '', clientSecret: '' },
};
