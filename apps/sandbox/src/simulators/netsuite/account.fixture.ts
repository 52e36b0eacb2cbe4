import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { SignJWT } from 'jose';
import { host, type Hosted } from '../../core/host.js';
import { MemoryJournal } from '../../core/memory-journal.js';
import { noCredentials } from '../../core/credentials.fixture.js';
import type { Credentials } from '../../core/simulator.js';
import { customer, northwind, oldProject } from '../../firm/northwind.fixture.js';
import { netsuite } from './netsuite.simulator.js';

/** Two legal entities, a customer of each, an open and a closed project of the first. */
const firm = northwind({
  legalEntities: [
    { code: 'NW-US', name: 'Northwind US', currency: 'USD', country: 'US' },
    { code: 'NW-DE', name: 'Northwind DE', currency: 'EUR', country: 'DE' },
  ],
  costCentres: [{ code: 'CC-1', name: 'Strategy', legalEntity: 'NW-US' }],
  roles: [{ code: 'CONS', name: 'Consultant' }],
  customers: [
    customer('C-1', 'Acme', { taxNumber: 'TAX-C-1' }),
    customer('C-2', "O'Hara & Sons", { currency: 'EUR', taxNumber: 'TAX-C-2' }),
  ],
  legacyProjects: [oldProject('LEG-1', 'open'), oldProject('LEG-2', 'closed')],
});

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

const credentials: Credentials = {
  ...noCredentials,
  netsuite: {
    account: '1234567',
    clientId: 'consumer-key',
    certificateId: 'certificate',
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }) as string,
  },
};

export type Json = Record<string, unknown>;
type Headers = Record<string, string>;

/** A running account for tests, and ways to talk to it. */
export interface Account {
  hosted: Hosted;
  journal: MemoryJournal;
  /** Sets the account's clock. */
  at: (moment: string) => void;
  assertion: (claims?: Json, header?: Json, key?: KeyObject) => Promise<string>;
  token: (assertion: string, form?: Json) => Promise<Response>;
  signIn: (claims?: Json) => Promise<void>;
  /** Calls the record service, unless the path starts with `/services`. */
  call: (method: string, path: string, body?: unknown, headers?: Headers) => Promise<Response>;
  read: <T = Json>(path: string) => Promise<T>;
  /** Creates a record that must be good, and answers its id. */
  create: (type: string, body: Json) => Promise<string>;
  query: (q: string, paging?: string, headers?: Headers) => Promise<Response>;
  rows: (q: string) => Promise<Json[]>;
  act: (action: string, input?: object) => unknown;
  authorization: () => string;
}

export const start = '2026-09-01T10:00:00.000Z';
export const tokenPath = '/services/rest/auth/oauth2/v1/token';

export async function openAccount(): Promise<Account> {
  let now = new Date(start);
  let session = '';
  const journal = new MemoryJournal();
  const hosted = await host(netsuite, { journal, credentials, firm, port: 0, now: () => now });
  const { origin } = hosted.world;
  const account: Account = {
    hosted,
    journal,
    at: (moment) => (now = new Date(moment)),
    assertion: (claims = {}, header = {}, key = privateKey) => {
      const iat = now.getTime() / 1000;
      const expected = {
        iss: 'consumer-key',
        scope: ['rest_webservices'],
        aud: origin + tokenPath,
        iat,
        exp: iat + 300,
      };
      return new SignJWT({ ...expected, ...claims })
        .setProtectedHeader({ alg: 'PS256', typ: 'JWT', kid: 'certificate', ...header })
        .sign(key);
    },
    token: (assertion, form = {}) =>
      fetch(origin + tokenPath, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
          client_assertion: assertion,
          ...(form as Headers),
        }),
      }),
    signIn: async (claims) => {
      const reply = await account.token(await account.assertion(claims));
      session = ((await reply.json()) as { access_token: string }).access_token;
    },
    call: (method, path, body, headers = {}) =>
      fetch(path.startsWith('/services') ? `${origin}${path}` : `${origin}/services/rest/record/v1${path}`, {
        method,
        headers: {
          authorization: account.authorization(),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    read: async <T>(path: string) => (await (await account.call('GET', path)).json()) as T,
    create: async (type, body) => {
      const reply = await account.call('POST', `/${type}`, body);
      if (reply.status !== 204) throw new Error(`the ${type} was refused: ${await reply.text()}`);
      return reply.headers.get('location')!.split('/').at(-1)!;
    },
    query: (q, paging = '', headers = { prefer: 'transient' }) =>
      account.call('POST', `/services/rest/query/v1/suiteql${paging}`, { q }, headers),
    rows: async (q) => {
      const { items } = (await (await account.query(q)).json()) as { items: Json[] };
      return items.map(({ links: _links, ...row }) => row);
    },
    act: (action, input = {}) => netsuite.actions[action]!(hosted.world, input as never),
    authorization: () => `Bearer ${session}`,
  };
  await account.signIn();
  return account;
}

interface Problem {
  'o:errorDetails': [{ detail: string; 'o:errorCode': string; 'o:errorPath'?: string }];
}

/** A refusal as status, code and, where there is one, the property it is about. */
export async function refusal(reply: Response): Promise<(string | number)[]> {
  const [error] = ((await reply.json()) as Problem)['o:errorDetails'];
  return [reply.status, error['o:errorCode'], ...(error['o:errorPath'] ? [error['o:errorPath']] : [])];
}

/** What a refusal says to people. */
export const detailOf = async (reply: Response): Promise<string> =>
  ((await reply.json()) as Problem)['o:errorDetails'][0].detail;
