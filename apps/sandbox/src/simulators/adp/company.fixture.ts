import { type Dispatcher, Agent, request } from 'undici';
import { type Identity, makeAuthority, makeClient } from '../../core/certificates.js';
import { noCredentials } from '../../core/credentials.fixture.js';
import { host, type Hosted } from '../../core/host.js';
import { MemoryJournal } from '../../core/memory-journal.js';
import type { Worker } from '../../firm/firm.js';
import { northwind, worker } from '../../firm/northwind.fixture.js';
import { adp } from './adp.simulator.js';

export const paid = (number: string, firstName: string, changes: Partial<Worker> = {}): Worker =>
  worker(number, firstName, { pay: '98765.43 USD', skills: [], ...changes });

/** Ben and Eva are paid in the US, Cem in Canada; Dora is a contractor, and Finn is paid in Germany by somebody else. */
const firm = northwind({
  legalEntities: [
    { code: 'NW-US', name: 'Northwind Inc.', currency: 'USD', country: 'US' },
    { code: 'NW-CA', name: 'Northwind Ltd.', currency: 'CAD', country: 'CA' },
    { code: 'NW-DE', name: 'Northwind GmbH', currency: 'EUR', country: 'DE' },
  ],
  workers: [
    paid('11', 'Ben'),
    paid('12', 'Eva', { employmentType: 'Part-Time' }),
    paid('13', 'Cem', { legalEntity: 'NW-CA' }),
    paid('14', 'Dora', { employmentType: 'Contractor' }),
    paid('15', 'Finn', { legalEntity: 'NW-DE' }),
  ],
});

const authority = makeAuthority('ADP Sandbox CA');
export const client: Identity = makeClient(authority, 'Throughline');

export type Row = Record<string, unknown>;

export interface Answer {
  status: number;
  headers: Dispatcher.ResponseData['headers'];
  text: string;
}

export interface Call {
  body?: string;
  headers?: Record<string, string>;
  identity?: Partial<Identity>;
}

/** A running company for tests, and ways to talk to it. */
export interface Company {
  hosted: Hosted;
  journal: MemoryJournal;
  /** Sets the company's clock. */
  at: (moment: string) => void;
  /** Sends what is given and nothing else. */
  send: (method: 'GET' | 'POST', path: string, call?: Call) => Promise<Answer>;
  /** Calls the API with a token, as a practitioner. */
  call: (method: 'GET' | 'POST', path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;
  get: <T = Row>(path: string) => Promise<T>;
  token: (form: Record<string, string>, headers?: Record<string, string>) => Promise<Answer>;
  act: (action: string, input?: object) => unknown;
  close: () => Promise<void>;
}

export async function openCompany(): Promise<Company> {
  let now = new Date('2026-09-01T10:00:00.000Z');
  const journal = new MemoryJournal();
  const credentials = { ...noCredentials, adp: { clientId: 'gateway', clientSecret: 'a-secret', authority } };
  const hosted = await host(adp, { journal, credentials, firm, port: 0, now: () => now });
  const agents: Agent[] = [];
  const agentOf = ({ key, certificate: cert }: Partial<Identity>): Agent => {
    const agent = new Agent({ connect: { ca: authority.certificate, ...(key && { key }), ...(cert && { cert }) } });
    agents.push(agent);
    return agent;
  };
  const ours = agentOf(client);
  const send: Company['send'] = async (method, path, { body, headers = {}, identity } = {}) => {
    const dispatcher = identity ? agentOf(identity) : ours;
    const options = { method, headers, dispatcher, ...(body !== undefined && { body }) };
    const reply = await request(`${hosted.world.origin}${path}`, options);
    return { status: reply.statusCode, headers: reply.headers, text: await reply.body.text() };
  };
  const token: Company['token'] = (form, headers = {}) => {
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    const body = new URLSearchParams(form).toString();
    return send('POST', '/auth/oauth/v2/token', { body, headers: { ...type, ...headers } });
  };
  const granted = await token({ grant_type: 'client_credentials', client_id: 'gateway', client_secret: 'a-secret' });
  const { access_token: bearer } = JSON.parse(granted.text) as { access_token: string };
  const company: Company = {
    hosted,
    journal,
    at: (moment) => (now = new Date(moment)),
    send,
    token,
    call: (method, path, body, headers = {}) =>
      send(method, path, {
        headers: {
          authorization: `Bearer ${bearer}`,
          rolecode: 'practitioner',
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    get: async <T>(path: string) => {
      const { status, text } = await company.call('GET', path);
      if (status !== 200) throw new Error(`${status} ${text}`);
      return JSON.parse(text) as T;
    },
    act: (action, input = {}) => adp.actions[action]!(hosted.world, input as never),
    close: async () => {
      await Promise.all(agents.map((agent) => agent.close()));
      await hosted.close();
    },
  };
  return company;
}
