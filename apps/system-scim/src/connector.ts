import { IsString, IsUrl } from 'class-validator';
import { defineConnector, read, retryAfter, type Vendor, type VendorReply, write } from '#connector';
import { Failure } from '#kernel';
import { fromState, newUser, sameUser, type ScimUser, toAccount } from './mapping.js';

/** What an operator says about one service provider. */
export class ScimSettings {
  /** e.g. https://id.example.com/scim/v2 */
  @IsUrl({ require_tld: false, require_protocol: true }) baseUrl!: string;
  @IsString() token!: string;
}

/** Server time and clock margin: RFC 7644 reads are consistent with writes, so no index lag is added. */
const quarantineMs = 60_000;

const scimJson = { 'content-type': 'application/scim+json', accept: 'application/scim+json, application/json' };

async function findUsers(vendor: Vendor, filter: string): Promise<ScimUser[]> {
  const reply = await vendor.get<{ Resources?: ScimUser[] }>('/Users', { filter, startIndex: 1, count: 100 });
  return reply.Resources ?? [];
}

/** Filters quote as JSON does. */
const byReference = (vendor: Vendor, reference: string): Promise<ScimUser[]> =>
  findUsers(vendor, `externalId eq ${JSON.stringify(reference)}`);

/** `status` is text in the RFC and a number in the wild; the HTTP status decides, the detail explains. */
function classify(reply: VendorReply): Failure | null {
  const { detail, scimType } = (reply.body ?? {}) as { detail?: string; scimType?: string };
  const text = `the identity platform says: ${detail ?? `HTTP ${reply.status}`}`;
  const code = scimType ? { code: scimType } : {};
  if (scimType === 'uniqueness') return new Failure('conflict', text, code);
  if (reply.status === 429) return new Failure('throttled', text, retryAfter(reply));
  return reply.status === 400 || reply.status === 413 ? new Failure('rejected', text, code) : null;
}

export const scim = defineConnector<ScimSettings>({
  platform: 'scim',
  title: 'SCIM 2.0',
  settings: ScimSettings,
  address: (settings) => settings.baseUrl,
  signIn: (settings) => Promise.resolve({ headers: { authorization: `Bearer ${settings.token}` } }),
  headers: scimJson,
  classify,
  limits: { concurrency: 6, timeoutMs: 20_000 },
  domains: {
    identity: {
      getAccount: read(async (vendor, { reference }) => {
        const [user] = await byReference(vendor, reference);
        if (!user) throw new Failure('not-found', `no account for worker ${reference}`);
        return toAccount(user);
      }),
      putAccount: write({
        safety: {
          strategy: 'reference',
          quarantineMs,
          // An account made before the gateway carries no reference of ours and is known by its sign-in name.
          find: async (vendor, { reference, state }) => {
            const ours = await byReference(vendor, reference);
            const found =
              ours.length > 0 ? ours : await findUsers(vendor, `userName eq ${JSON.stringify(state.userName)}`);
            return found.map(toAccount);
          },
        },
        run: async (vendor, { reference, state }) => {
          const body = newUser(reference, state);
          return toAccount((await vendor.send<ScimUser>({ method: 'POST', path: '/Users', body })).body);
        },
        finish: async (vendor, { reference, state }, { id }) => {
          const path = `/Users/${encodeURIComponent(id)}`;
          const { body: user, headers } = await vendor.send<ScimUser>({ method: 'GET', path });
          const wanted = fromState(reference, state);
          if (sameUser(user, wanted)) return toAccount(user);
          const version = headers.get('etag');
          const guard: Record<string, string> = version ? { 'if-match': version } : {};
          const sent = { method: 'PUT' as const, path, body: { ...user, ...wanted }, headers: guard };
          return toAccount((await vendor.send<ScimUser>(sent)).body);
        },
      }),
    },
  },
  feeds: [],
});
