import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { SignJWT } from 'jose';
import { host, type Hosted } from '../../core/host.js';
import { MemoryJournal } from '../../core/memory-journal.js';
import { noCredentials } from '../../core/credentials.fixture.js';
import type { Credentials, Simulator } from '../../core/simulator.js';
import type { Firm, Opportunity } from '../../firm/firm.js';
import { customer, northwind } from '../../firm/northwind.fixture.js';
import { salesforce } from './salesforce.simulator.js';

export const deal = (code: string, customerCode: string, changes: Partial<Opportunity> = {}): Opportunity => ({
  code,
  name: `Deal ${code}`,
  customer: customerCode,
  legalEntity: 'NW-US',
  currency: 'USD',
  amount: '1000.00',
  closeDate: '2026-09-11',
  startDate: '2026-10-01',
  endDate: '2027-03-31',
  deliveryModel: 'onsite',
  billingType: 'time-and-materials',
  taxCode: 'US-SVC',
  template: 'standard',
  costCentre: 'CC-1',
  practice: 'Strategy',
  region: '',
  contractNumber: 'CT-1',
  outcome: 'win',
  ...changes,
});

/** Two customers, two deals, one of them with lines. */
export const firm = northwind({
  legalEntities: [{ code: 'NW-US', name: 'Northwind US', currency: 'USD', country: 'US' }],
  roles: [
    { code: 'CONS', name: 'Consultant' },
    { code: 'PRIN', name: 'Principal' },
  ],
  customers: [
    customer('C-1', 'Acme', { inErp: false }),
    customer('C-2', "O'Hara & Sons", { currency: 'EUR', country: 'IE', inErp: false }),
  ],
  opportunities: [
    deal('OPP-1', 'C-1'),
    deal('OPP-2', 'C-2', { currency: 'EUR', amount: '500.50', closeDate: '2026-08-01', outcome: 'lost' }),
  ],
  opportunityLines: [
    { opportunity: 'OPP-1', role: 'CONS', hours: 12.5, hourlyRate: '150.00' },
    { opportunity: 'OPP-1', role: 'PRIN', hours: 4, hourlyRate: '310.00' },
  ],
});

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

const consumer = {
  clientId: 'consumer-key',
  username: 'integration@north.example',
  publicKey: publicKey.export({ type: 'spki', format: 'pem' }) as string,
};

const credentials: Credentials = { ...noCredentials, salesforce: consumer, certinia: consumer };

export type Json = Record<string, unknown>;

/** A running org for tests, and ways to talk to it. */
export interface Org {
  hosted: Hosted;
  journal: MemoryJournal;
  /** Sets the org's clock. */
  at: (moment: string) => void;
  assertion: (changes?: Json, key?: KeyObject) => Promise<string>;
  token: (assertion: string, grant?: string) => Promise<Response>;
  signIn: () => Promise<void>;
  /** Calls the data API, below `/services/data/v67.0` unless the path is absolute. */
  call: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Response>;
  query: (soql: string, headers?: Record<string, string>) => Promise<Response>;
  rows: <T = Json>(soql: string) => Promise<T[]>;
  act: (action: string, input?: object) => unknown;
}

export const start = '2026-09-01T10:00:00.000Z';

export async function openOrg(changes: Partial<Firm> = {}, simulator: Simulator = salesforce): Promise<Org> {
  let now = new Date(start);
  const journal = new MemoryJournal();
  const hosted = await host(simulator, {
    journal,
    credentials,
    firm: { ...firm, ...changes },
    port: 0,
    now: () => now,
  });
  const { origin } = hosted.world;
  let session = '';
  const org: Org = {
    hosted,
    journal,
    at: (moment) => (now = new Date(moment)),
    assertion: (claims = {}, key = privateKey) => {
      const exp = Math.floor(now.getTime() / 1000) + 180;
      const payload = { iss: 'consumer-key', sub: 'integration@north.example', aud: origin, exp, ...claims };
      return new SignJWT(payload).setProtectedHeader({ alg: 'RS256' }).sign(key);
    },
    token: (assertion, grant = 'urn:ietf:params:oauth:grant-type:jwt-bearer') =>
      fetch(`${origin}/services/oauth2/token`, {
        method: 'POST',
        body: new URLSearchParams({ grant_type: grant, assertion }),
      }),
    signIn: async () => {
      const reply = (await (await org.token(await org.assertion())).json()) as { access_token: string };
      session = reply.access_token;
    },
    call: (method, path, body, headers = {}) =>
      fetch(/^\/(services|cometd)\//.test(path) ? `${origin}${path}` : `${origin}/services/data/v67.0${path}`, {
        method,
        headers: {
          authorization: `Bearer ${session}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    query: (soql, headers) =>
      org.call('GET', `/query?${new URLSearchParams({ q: soql }).toString()}`, undefined, headers),
    rows: async <T>(soql: string) => ((await (await org.query(soql)).json()) as { records: T[] }).records,
    act: (action, input = {}) => simulator.actions[action]!(hosted.world, input as never),
  };
  await org.signIn();
  return org;
}

/** A refusal as status and code, which is all a program may rely on. */
export async function refusal(reply: Response): Promise<[number, string]> {
  const [error] = (await reply.json()) as [{ errorCode: string }];
  return [reply.status, error.errorCode];
}
