import { noCredentials } from '../../core/credentials.fixture.js';
import { host, type Hosted } from '../../core/host.js';
import { MemoryJournal } from '../../core/memory-journal.js';
import type { Worker } from '../../firm/firm.js';
import { northwind } from '../../firm/northwind.fixture.js';
import { entra } from './entra.simulator.js';

/** A firm whose mail is at north.example. */
const firm = northwind({
  workers: [{ email: 'ben@north.example' } as Worker],
});

const own = {
  tenantId: 'a-tenant',
  clientId: 'a-client',
  clientSecret: 'a-secret',
  servicePrincipalId: 'a-principal',
  jobId: 'API2AAD.a-tenant.1',
};

export const upload = '/v1.0/servicePrincipals/a-principal/synchronization/jobs/API2AAD.a-tenant.1/bulkUpload';
export const core = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
export const bulkRequest = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';

export type Row = Record<string, unknown>;

/** A running tenant for tests, and ways to talk to it. Its clock stands still. */
export interface Tenant {
  hosted: Hosted;
  journal: MemoryJournal;
  /** Sets the tenant's clock. */
  at: (moment: string) => void;
  /** Lets so many seconds go by. */
  wait: (seconds: number) => void;
  token: (form: Record<string, string>, tenant?: string) => Promise<Response>;
  call: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Response>;
  get: <T = Row>(path: string, query?: Record<string, string>) => Promise<T>;
  /** Uploads these users. */
  send: (users: object[], headers?: Record<string, string>) => Promise<Response>;
  /** Uploads them, and waits until the logs tell what became of them. */
  provision: (...users: object[]) => Promise<Row[]>;
  act: (action: string, input?: object) => unknown;
}

export const grant = {
  grant_type: 'client_credentials',
  client_id: 'a-client',
  client_secret: 'a-secret',
  scope: 'https://graph.microsoft.com/.default',
};

export const person = (externalId: string | null, userName: string, changes: object = {}): object => ({
  schemas: [core, enterprise],
  externalId,
  userName,
  displayName: userName.split('@')[0],
  active: true,
  ...changes,
});

export const bulk = (users: object[]): object => ({
  schemas: [bulkRequest],
  Operations: users.map((data, index) => ({ method: 'POST', bulkId: String(index), path: '/Users', data })),
  failOnErrors: null,
});

export async function openTenant(): Promise<Tenant> {
  let now = Date.parse('2026-09-01T10:00:00.000Z');
  const journal = new MemoryJournal();
  const credentials = { ...noCredentials, entra: own };
  const hosted = await host(entra, { journal, credentials, firm, port: 0, now: () => new Date(now) });
  const token: Tenant['token'] = (form, tenant = 'a-tenant') =>
    fetch(`${hosted.world.origin}/${tenant}/oauth2/v2.0/token`, { method: 'POST', body: new URLSearchParams(form) });
  const { access_token: bearer } = (await (await token(grant)).json()) as { access_token: string };
  const tenant: Tenant = {
    hosted,
    journal,
    at: (moment) => (now = Date.parse(moment)),
    wait: (seconds) => (now += seconds * 1000),
    token,
    call: (method, path, body, headers = {}) =>
      fetch(new URL(path, hosted.world.origin), {
        method,
        headers: {
          authorization: `Bearer ${bearer}`,
          ...(body !== undefined && { 'content-type': 'application/scim+json' }),
          ...headers,
        },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    get: async <T>(path: string, query: Record<string, string> = {}) => {
      const text = new URLSearchParams(query).toString();
      const reply = await tenant.call('GET', text === '' ? path : `${path}?${text}`);
      if (reply.status !== 200) throw new Error(`${reply.status} ${await reply.text()}`);
      return (await reply.json()) as T;
    },
    send: (users, headers = {}) => tenant.call('POST', upload, bulk(users), headers),
    provision: async (...users) => {
      const before = new Date(now).toISOString();
      const reply = await tenant.send(users);
      if (reply.status !== 202) throw new Error(`${reply.status} ${await reply.text()}`);
      tenant.wait(2);
      const query = { $filter: `activityDateTime gt ${before}`, $orderby: 'activityDateTime asc' };
      return (await tenant.get<{ value: Row[] }>('/v1.0/auditLogs/provisioning', query)).value;
    },
    act: (action, input = {}) => entra.actions[action]!(hosted.world, input as never),
  };
  return tenant;
}

/** A refusal as HTTP status and code, which is all a program may rely on. */
export async function refusal(reply: Response): Promise<[number, string]> {
  const { error } = (await reply.json()) as { error: { code: string } };
  return [reply.status, error.code];
}
