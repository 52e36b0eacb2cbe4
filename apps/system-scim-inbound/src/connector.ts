import { defineConnector, read, unsupported, type Vendor, write } from '#connector';
import type { PageQuery } from '#contracts';
import { Failure, isId } from '#kernel';
import { ScimInboundSettings } from './settings.js';
import type { UserRepository, UserRow } from './users.repository.js';
import { toAccount, toWorker } from './worker.js';

/** The users that identity platforms have told us of. */
export type Told = Pick<UserRepository, 'find' | 'withNumber' | 'after'>;

const workerOf = (vendor: Vendor, user: UserRow) =>
  toWorker(user, (vendor.settings as ScimInboundSettings).contractorTypes);

async function accountOf(told: Told, vendor: Vendor, reference: string) {
  const [user, another] = await told.withNumber(vendor.instance, reference);
  if (!another) return user ? toAccount(user) : null;
  throw new Failure('conflict', `several users of ${vendor.instance} have the employee number ${reference}`, {
    code: 'ambiguous-reference',
    record: `worker ${reference}`,
    remedy: 'leave the number with one of them in the identity platform, and retry',
  });
}

/** The platform calls us, and is never called. */
const neverCalled = () =>
  Promise.reject(new Failure('unsupported', 'an identity platform that provisions into us is never called'));

/** What an identity platform that leads has told, behind the contracts: no question leaves the gateway. */
export const scimInboundFrom = (told: Told) =>
  defineConnector<ScimInboundSettings>({
    platform: 'scim-inbound',
    title: 'SCIM 2.0 (inbound)',
    settings: ScimInboundSettings,
    address: (settings) => settings.publicUrl,
    signIn: neverCalled,
    classify: () => null,
    limits: { concurrency: 1, timeoutMs: 1_000 },
    domains: {
      hr: {
        getWorker: read(async (vendor, { id }) => {
          const user = isId(id) ? await told.find(vendor.instance, id) : undefined;
          if (user) return workerOf(vendor, user);
          throw new Failure('not-found', `${vendor.instance} has told of no user ${id}`, { code: 'unknown-worker' });
        }),
        listWorkers: read(async (vendor, { cursor = '0', limit = 50 }: PageQuery) => {
          const users = await told.after(vendor.instance, /^\d{1,18}$/.test(cursor) ? cursor : '0', limit + 1);
          return {
            items: users.slice(0, limit).map((user) => workerOf(vendor, user)),
            nextCursor: users.length > limit ? users[limit - 1]!.position : null,
          };
        }),
        getLeave: unsupported('an identity platform knows no leave'),
        listLeave: unsupported('an identity platform knows no leave'),
        listHolidays: unsupported('an identity platform knows no holidays'),
      },
      identity: {
        getAccount: read(async (vendor, { reference }) => {
          const account = await accountOf(told, vendor, reference);
          if (!account) throw new Failure('not-found', `no account for worker ${reference}`);
          return account;
        }),
        putAccount: write({
          safety: {
            strategy: 'transition',
            // What it is called and where it belongs is for the platform that leads to say.
            isDone: async (vendor, { reference, state }) => {
              const account = await accountOf(told, vendor, reference);
              return account?.active === state.active ? account : null;
            },
          },
          run: (vendor, { reference, state }) => {
            throw new Failure('conflict', `${vendor.instance} leads, and has not told of such an account`, {
              code: 'identity-platform-leads',
              record: `worker ${reference}`,
              remedy: `make the account ${state.active ? 'active' : 'inactive'} in the identity platform, and retry`,
            });
          },
        }),
      },
    },
    feeds: [],
  });

/** Without anybody told of: what it can do, for those who only ask that. */
export const scimInbound = scimInboundFrom({
  find: () => Promise.resolve(undefined),
  withNumber: () => Promise.resolve([]),
  after: () => Promise.resolve([]),
});
