import { host, type Hosted } from '../../core/host.js';
import { MemoryJournal } from '../../core/memory-journal.js';
import { noCredentials } from '../../core/credentials.fixture.js';
import type { Credentials } from '../../core/simulator.js';
import { northwind, oldProject, worker } from '../../firm/northwind.fixture.js';
import { kantata } from './kantata.simulator.js';

/** Two roles, a skill, and one project from before with Ben on it. */
const firm = northwind({
  roles: [
    { code: 'CONS', name: 'Consultant' },
    { code: 'PRIN', name: 'Principal' },
  ],
  skills: [{ code: 'SQL', name: 'SQL', category: 'Data' }],
  workers: [worker('1', 'Ben')],
  legacyProjects: [oldProject('OLD-1', 'open', { name: 'Old ledger', startDate: '2026-01-05', workers: ['1'] })],
});

const credentials: Credentials = {
  ...noCredentials,
  kantata: { token: 'a-token' },
};

export type Row = { id: string } & Record<string, unknown>;

/** The product's envelope; every other key is a map of records by id. */
export interface Envelope {
  count: number;
  meta: { count: number; page_count: number; page_number: number; page_size: number };
  results: { key: string; id: string }[];
  [collection: string]: unknown;
}

/** A running account for tests, and ways to talk to it. */
export interface Account {
  hosted: Hosted;
  journal: MemoryJournal;
  /** Sets the account's clock. */
  at: (moment: string) => void;
  /** Calls the API, below `/api/v1`. */
  call: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Response>;
  get: (path: string) => Promise<Envelope>;
  /** The records an index answers, in order. */
  rows: (path: string) => Promise<Row[]>;
  /** Creates one record and answers what came back. */
  make: (resource: string, body: object, query?: string) => Promise<Row>;
  put: (resource: string, id: string, body: object, query?: string) => Promise<Response>;
  act: (action: string, input?: object) => unknown;
}

export const start = '2026-09-01T10:00:00.000Z';

/** An account that answers as the published API does, and no more kindly. */
export async function openAccount(): Promise<Account> {
  let now = new Date(start);
  const journal = new MemoryJournal();
  const hosted = await host(kantata, { journal, credentials, firm, port: 0, now: () => now });
  const call: Account['call'] = (method, path, body, headers = {}) =>
    fetch(`${hosted.world.origin}/api/v1${path}`, {
      method,
      headers: {
        authorization: 'Bearer a-token',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const account: Account = {
    hosted,
    journal,
    call,
    at: (moment) => (now = new Date(moment)),
    get: async (path) => answered(await call('GET', path)),
    rows: async (path) => rowsOf(await account.get(path)),
    make: async (resource, body, query = '') =>
      rowsOf(await answered(await call('POST', `/${resource}${query}`, { [singular(resource)]: body })))[0]!,
    put: (resource, id, body, query = '') => call('PUT', `/${resource}/${id}${query}`, { [singular(resource)]: body }),
    act: (action, input = {}) => kantata.actions[action]!(hosted.world, input as never),
  };
  return account;
}

async function answered(reply: Response): Promise<Envelope> {
  if (!reply.ok) throw new Error(`${reply.status} ${await reply.text()}`);
  return (await reply.json()) as Envelope;
}

export const rowsOf = (reply: Envelope): Row[] =>
  reply.results.map(({ key, id }) => (reply[key] as Record<string, Row>)[id]!);

const singular = (resource: string): string => resource.replace(/ies$/, 'y').replace(/s$/, '');

/** A refusal as status and the fields it names, which is all a program may rely on. */
export async function refusal(reply: Response): Promise<[number, (string | undefined)[]]> {
  const { errors } = (await reply.json()) as { errors: { field?: string }[] };
  return [reply.status, errors.map(({ field }) => field)];
}

export const project = (changes: object = {}): object => ({
  title: 'New ledger',
  creator_role: 'maven',
  currency: 'EUR',
  ...changes,
});

export const marked = (ref: string, model = 'Project'): object => ({
  external_reference: { service_name: 'esb', service_model: model, service_model_ref: ref },
});

/** A role of the account by name. */
export async function roleId(account: Account, name: string): Promise<string> {
  return (await account.rows('/roles')).find((role) => role.name === name)!.id;
}

/** Somebody new in the account; on no project yet. */
export async function invite(account: Account, name: string): Promise<string> {
  const email = `${name.toLowerCase()}@north.example`;
  const body = { full_name: `${name} Marsh`, email_address: email };
  return String((await account.make('account_invitations', body, '?include=invitee')).invitee_id);
}
