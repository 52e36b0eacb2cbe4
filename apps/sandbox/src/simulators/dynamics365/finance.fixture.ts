import { noCredentials } from '../../core/credentials.fixture.js';
import { host, type Hosted } from '../../core/host.js';
import { MemoryJournal } from '../../core/memory-journal.js';
import type { Credentials } from '../../core/simulator.js';
import type { Opportunity } from '../../firm/firm.js';
import { northwindBooks } from '../../firm/northwind.fixture.js';
import { dynamics365 } from './dynamics365.simulator.js';

/** The legal entities are the companies `nwus` and `nwde`. */
const firm = northwindBooks({ opportunities: [{ taxCode: 'US-SVC' } as Opportunity] });

export const tenant = 'northwind.example';
export const clientId = 'd2f2e7a0-5a34-4f0e-9a8e-6a7f2a0b1c11';

const credentials: Credentials = {
  ...noCredentials,
  dynamics365: { tenant, clientId, clientSecret: 'secret' },
};

export type Json = Record<string, unknown>;
type Headers = Record<string, string>;

/** A running environment for tests, and ways to talk to it. */
export interface Finance {
  hosted: Hosted;
  origin: string;
  journal: MemoryJournal;
  /** Sets its clock. */
  at: (moment: string) => void;
  /** What the directory answers to a form. */
  token: (form: Json, path?: string) => Promise<Response>;
  signIn: () => Promise<void>;
  /** The header of the token in use. */
  authorization: string;
  /** Calls the data service across companies, authorised. */
  call: (method: string, path: string, body?: unknown, headers?: Headers) => Promise<Response>;
  /** Calls the data service with the address as it is. */
  plainly: (method: string, path: string, body?: unknown, headers?: Headers) => Promise<Response>;
  /** The rows that must be there. */
  rows: (path: string) => Promise<Json[]>;
  /** Creates a row that must be good, and answers it. */
  create: (set: string, body: Json) => Promise<Json>;
  act: (action: string, input?: object) => unknown;
  /** Entities and operations of what was done by programs. */
  deeds: () => string[];
}

const start = '2026-09-01T10:00:00.000Z';

export async function openFinance(): Promise<Finance> {
  let now = new Date(start);
  const journal = new MemoryJournal();
  const hosted = await host(dynamics365, { journal, credentials, firm, port: 0, now: () => now });
  const { origin } = hosted.world;
  const finance: Finance = {
    hosted,
    origin,
    journal,
    at: (moment) => (now = new Date(moment)),
    token: (form, path = `/${tenant}/oauth2/v2.0/token`) =>
      fetch(`${origin}${path}`, { method: 'POST', body: new URLSearchParams(form as Record<string, string>) }),
    authorization: '',
    signIn: async () => {
      const reply = await finance.token(grant(origin));
      finance.authorization = `Bearer ${((await reply.json()) as { access_token: string }).access_token}`;
    },
    call: (method, path, body, headers) =>
      finance.plainly(method, `${path}${path.includes('?') ? '&' : '?'}cross-company=true`, body, headers),
    plainly: (method, path, body, headers = {}) =>
      fetch(`${origin}/data/${path}`, {
        method,
        headers: {
          authorization: finance.authorization,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    rows: async (path) => ((await (await finance.call('GET', path)).json()) as { value: Json[] }).value,
    create: async (set, body) => {
      const reply = await finance.call('POST', set, body);
      if (reply.status !== 201) throw new Error(`${set} was refused: ${await reply.text()}`);
      return (await reply.json()) as Json;
    },
    act: (action, input = {}) => dynamics365.actions[action]!(hosted.world, input as never),
    deeds: () =>
      journal.entries.filter(({ by }) => by === 'api').map(({ operation, entity }) => `${operation} ${entity}`),
  };
  await finance.signIn();
  return finance;
}

export const grant = (origin: string, more: Json = {}): Json => ({
  grant_type: 'client_credentials',
  client_id: clientId,
  client_secret: 'secret',
  scope: `${origin}/.default`,
  ...more,
});

/** A key in an address, e.g. `dataAreaId='nwus',ProjectId='P-1'`. */
export const at = (set: string, keys: Record<string, string | number>): string =>
  `${set}(${Object.entries(keys)
    .map(
      ([name, value]) =>
        `${name}=${typeof value === 'string' && !/^\d{4}-.*Z$/.test(value) ? `'${value.replaceAll("'", "''")}'` : value}`,
    )
    .map(encodeURIComponent)
    .map((part) => part.replace('%3D', '='))
    .join(',')})`;

/** What the vendor has against a request: its status, and what stands in the infolog without the framework's own lines. */
export async function refusal(reply: Response): Promise<[number, string[]]> {
  const { error } = (await reply.json()) as { error: { message: string; innererror?: { message: string } } };
  const [, told = error.message] = /Infolog: (.*)\.$/s.exec(error.innererror?.message ?? '') ?? [];
  const lines = told.split('; ').filter((line) => !line.startsWith('Warning: validateWrite failed'));
  return [reply.status, lines.map((line) => line.replace(/^Warning: /, ''))];
}

/** A customer, a contract and a project in progress of the company `nwus`; somebody who can work on it. */
export async function openProject(finance: Finance, code: string): Promise<void> {
  const [acme] = await finance.rows("CustomersV3?$filter=OrganizationName eq 'Acme'");
  await finance.create('ProjectContractHeaders', {
    dataAreaId: 'nwus',
    ProjectContractId: code,
    Name: 'Harbour audit',
    SalesCurrencyCode: 'USD',
    CustomerAccountNumber: acme!.CustomerAccount,
  });
  await finance.create('ProjectsV2', projectOf(code));
  await finance.call('PATCH', at('ProjectsV2', { dataAreaId: 'nwus', ProjectId: code }), { ProjectStage: 'InProcess' });
}

export const projectOf = (code: string, more: Json = {}): Json => ({
  dataAreaId: 'nwus',
  ProjectId: code,
  ProjectName: 'Harbour audit',
  ProjectGroupId: 'TM',
  ProjectContractId: code,
  ProjectedStartDate: '2026-10-01T12:00:00Z',
  ProjectedEndDate: '2027-03-31T12:00:00Z',
  ...more,
});

/** Somebody who works for the company `nwus`. */
export async function hire(finance: Finance, number: string): Promise<void> {
  await finance.create('Workers', { PersonnelNumber: number, FirstName: 'Ada', LastName: 'Rowe' });
  await finance.create('Employments', {
    PersonnelNumber: number,
    LegalEntityId: 'NWUS',
    EmploymentStartDate: '2026-01-01T00:00:00Z',
  });
}
