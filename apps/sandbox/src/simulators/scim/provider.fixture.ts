import { host, type Hosted } from '../../core/host.js';
import { MemoryJournal } from '../../core/memory-journal.js';
import { noCredentials } from '../../core/credentials.fixture.js';
import type { Credentials } from '../../core/simulator.js';
import { northwind } from '../../firm/northwind.fixture.js';
import { scim } from './scim.simulator.js';

const firm = northwind();

const credentials: Credentials = {
  ...noCredentials,
  scim: { token: 'a-token' },
};

export const userSchema = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
export const patchSchema = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

export type Json = Record<string, unknown>;
export type User = Json & { id: string; userName: string; meta: Record<string, string> };
export interface List {
  totalResults: number;
  startIndex: number;
  itemsPerPage: number;
  Resources: User[];
}

/** A running provider for tests, and ways to talk to it. */
export interface Provider {
  hosted: Hosted;
  journal: MemoryJournal;
  /** Sets the provider's clock. */
  at: (moment: string) => void;
  /** Calls the API, below `/scim/v2`. */
  call: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Response>;
  /** Creates a user and answers it. */
  make: (user: object) => Promise<User>;
  read: (id: string) => Promise<User>;
  list: (query: Record<string, string>) => Promise<List>;
  patch: (id: string, ...operations: object[]) => Promise<Response>;
  act: (action: string, input?: object) => unknown;
}

export const start = '2026-09-01T10:00:00.000Z';

export async function openProvider(): Promise<Provider> {
  let now = new Date(start);
  const journal = new MemoryJournal();
  const hosted = await host(scim, { journal, credentials, firm, port: 0, now: () => now });
  const call: Provider['call'] = (method, path, body, headers = {}) =>
    fetch(`${hosted.world.origin}/scim/v2${path}`, {
      method,
      headers: { authorization: 'Bearer a-token', 'content-type': 'application/scim+json', ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  return {
    hosted,
    journal,
    call,
    at: (moment) => (now = new Date(moment)),
    make: async (user) => {
      const reply = await call('POST', '/Users', user);
      if (reply.status !== 201) throw new Error(`${reply.status} ${await reply.text()}`);
      return (await reply.json()) as User;
    },
    read: async (id) => (await (await call('GET', `/Users/${id}`)).json()) as User,
    list: async (query) =>
      (await (await call('GET', `/Users?${new URLSearchParams(query).toString()}`)).json()) as List,
    patch: (id, ...operations) => call('PATCH', `/Users/${id}`, { schemas: [patchSchema], Operations: operations }),
    act: (action, input = {}) => scim.actions[action]!(hosted.world, input as never),
  };
}

export const person = (userName: string, changes: object = {}): object => ({
  schemas: [userSchema],
  userName,
  active: true,
  ...changes,
});

/** A refusal as HTTP status and keyword, which is all a program may rely on. */
export async function refusal(reply: Response): Promise<[number, string | undefined]> {
  const { scimType } = (await reply.json()) as { scimType?: string };
  return [reply.status, scimType];
}
