import {
  defineConnector,
  read,
  retryAfter,
  type Session,
  type TokenRequest,
  type VendorReply,
  write,
} from '#connector';
import { Failure } from '#kernel';
import { findAccount, outcome, upload } from './accounts.js';
import { bulkRequestOf } from './mapping.js';
import { EntraSettings } from './settings.js';

async function signIn(settings: EntraSettings, request: TokenRequest): Promise<Session> {
  const { tokenUrl, clientId, clientSecret, scope = 'https://graph.microsoft.com/.default' } = settings;
  const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret, scope };
  const { access_token: token, expires_in: seconds = 3600 } = await request(tokenUrl, form);
  return { headers: { authorization: `Bearer ${String(token)}` }, lifetimeMs: Number(seconds) * 1000 };
}

function classify(reply: VendorReply): Failure | null {
  const { error } = (reply.body ?? {}) as { error?: { code?: string; message?: string } };
  const text = `Entra says: ${error?.message ?? `HTTP ${reply.status}`}`;
  if (reply.status === 429) return new Failure('throttled', text, retryAfter(reply));
  return reply.status === 400 ? new Failure('rejected', text, error?.code ? { code: error.code } : {}) : null;
}

export const entra = defineConnector<EntraSettings>({
  platform: 'entra',
  title: 'Microsoft Entra ID',
  settings: EntraSettings,
  address: (settings) => settings.baseUrl,
  signIn,
  classify,
  // Uploads may be 40 in 5 seconds and 6,000 in a day; what is read has larger limits of its own and asks by 429.
  limits: { concurrency: 4, timeoutMs: 30_000, perMinute: 480 },
  domains: {
    identity: {
      getAccount: read(async (vendor, { reference }) => {
        const account = await findAccount(vendor, reference);
        if (!account) throw new Failure('not-found', `no account for worker ${reference}`);
        return account;
      }),
      putAccount: write({
        safety: {
          strategy: 'job',
          body: (_vendor, { reference, state }) => bulkRequestOf(reference, state),
          submit: (vendor, _input, sent) => upload(vendor, sent),
        },
        run: (vendor, input, sent) => outcome(vendor, input, sent.location!),
      }),
    },
  },
  feeds: [],
});
