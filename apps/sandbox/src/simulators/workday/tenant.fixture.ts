import { host, type Hosted } from '../../core/host.js';
import { MemoryJournal } from '../../core/memory-journal.js';
import type { Credentials } from '../../core/simulator.js';
import type { Worker } from '../../firm/firm.js';
import { northwind, worker as somebody } from '../../firm/northwind.fixture.js';
import { workday } from './workday.simulator.js';
import { attributeOf, childOf, readXml, type XmlNode } from './xml.js';

export const person = (number: string, firstName: string, lastName: string, changes: Partial<Worker> = {}): Worker =>
  somebody(number, firstName, {
    lastName,
    manager: '1',
    grade: 'Senior Consultant',
    pay: '104000.00 USD',
    ...changes,
  });

/** Who leads the firm, a team leader, one of her people, and a contractor in Germany. */
const fourPeople = northwind({
  legalEntities: [
    { code: 'NW-US', name: 'Northwind US', currency: 'USD', country: 'US' },
    { code: 'NW-DE', name: 'Northwind DE', currency: 'EUR', country: 'DE' },
  ],
  costCentres: [
    { code: 'CC-1', name: 'Strategy', legalEntity: 'NW-US' },
    { code: 'CC-2', name: 'Data', legalEntity: 'NW-US' },
  ],
  skills: [{ code: 'SQL', name: 'SQL queries', category: 'Data' }],
  workers: [
    person('1', 'Cleo', 'Marsh', { manager: '' }),
    person('2', 'Ben', 'Hale', { weeklyHours: 30 }),
    person('3', 'Dora', 'Lind', { manager: '2', hireDate: '2024-07-15' }),
    person('4', 'Emil', 'Voss', {
      employmentType: 'Contractor',
      legalEntity: 'NW-DE',
      costCentre: '',
      country: 'DE',
      location: 'Berlin',
      pay: '97.00 EUR',
      skills: [],
    }),
  ],
});

const credentials = {
  workday: {
    tenant: 'north1',
    username: 'ISU_Gateway',
    password: 'p<ss&w0rd',
    clientId: 'a-client',
    clientSecret: 'a-secret',
    refreshToken: 'a-refresh-token',
  },
} as Credentials;

const passwordText = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText';

export const security = (username = 'ISU_Gateway@north1', password = 'p&lt;ss&amp;w0rd', type = passwordText): string =>
  '<wsse:Security soapenv:mustUnderstand="1" xmlns:wsse="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd">' +
  `<wsse:UsernameToken><wsse:Username>${username}</wsse:Username>` +
  `<wsse:Password Type="${type}">${password}</wsse:Password></wsse:UsernameToken></wsse:Security>`;

export const withDescriptors =
  '<bsvc:Workday_Common_Header><bsvc:Include_Reference_Descriptors_In_Response>true' +
  '</bsvc:Include_Reference_Descriptors_In_Response></bsvc:Workday_Common_Header>';

export const envelope = (body: string, header = security()): string =>
  '<soapenv:Envelope xmlns:bsvc="urn:com.workday/bsvc" xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/">' +
  `<soapenv:Header>${header}</soapenv:Header><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`;

export const getWorkers = (content = ''): string =>
  `<bsvc:Get_Workers_Request bsvc:version="v44.0">${content}</bsvc:Get_Workers_Request>`;

export const flags = (...names: string[]): string =>
  `<bsvc:Response_Group>${names.map((name) => `<bsvc:${name}>true</bsvc:${name}>`).join('')}</bsvc:Response_Group>`;

export const workerReference = (id: string, type = 'Employee_ID'): string =>
  `<bsvc:Worker_Reference><bsvc:ID bsvc:type="${type}">${id}</bsvc:ID></bsvc:Worker_Reference>`;

export interface Fault {
  status: number;
  code: string | undefined;
  text: string | undefined;
  messages: string[];
  xpaths: string[];
}

/** A running tenant for tests, and ways to talk to it. */
export interface Tenant {
  hosted: Hosted;
  journal: MemoryJournal;
  /** Sets the tenant's clock. */
  at: (moment: string) => void;
  post: (source: string, path?: string, headers?: Record<string, string>) => Promise<Response>;
  /** The operation's response; whatever else comes is an error. */
  ask: (body: string, options?: { path?: string; header?: string }) => Promise<XmlNode>;
  fault: (source: string, path?: string) => Promise<Fault>;
  /** The numbers of the workers a request finds, in the order of the reply. */
  found: (content?: string) => Promise<string[]>;
  /** One worker, by employee number. */
  worker: (number: string, responseGroup?: string, filter?: string) => Promise<XmlNode>;
  token: (form?: Record<string, string>, authorization?: string) => Promise<Response>;
  /** Gets a new token for `get`, which otherwise keeps the first. */
  signIn: () => Promise<void>;
  /** Calls the absence service, unless the path starts with `/ccx`. */
  get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  act: <T = { id: string }>(action: string, input?: object) => T;
}

export const servicePath = '/ccx/service/north1/Human_Resources/v44.0';
export const restPath = '/ccx/api/absenceManagement/v1/north1';
/** In the tenant it is six in the morning of 1 October. */
export const start = '2026-10-01T13:00:00.000Z';

export async function openTenant(firm = fourPeople): Promise<Tenant> {
  let now = new Date(start);
  const journal = new MemoryJournal();
  const hosted = await host(workday, { journal, credentials, firm, port: 0, now: () => now });
  const { origin } = hosted.world;
  let session: string | undefined;
  const post: Tenant['post'] = (source, path = servicePath, headers = {}) =>
    fetch(origin + path, {
      method: 'POST',
      headers: { 'content-type': 'text/xml;charset=UTF-8', soapaction: '""', ...headers },
      body: source,
    });
  const token: Tenant['token'] = (form = {}, authorization = basic('a-client:a-secret')) =>
    fetch(`${origin}/ccx/oauth2/north1/token`, {
      method: 'POST',
      headers: { authorization },
      body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: 'a-refresh-token', ...form }),
    });
  const signIn = async (): Promise<void> => {
    session = ((await (await token()).json()) as { access_token: string }).access_token;
  };
  const ask: Tenant['ask'] = async (body, { path, header } = {}) => {
    const reply = await post(envelope(body, header), path);
    const text = await reply.text();
    if (reply.status !== 200) throw new Error(text);
    return readXml(text).children[0]!.children[0]!;
  };
  return {
    hosted,
    journal,
    post,
    ask,
    token,
    at: (moment) => (now = new Date(moment)),
    fault: async (source, path) => {
      const reply = await post(source, path);
      const node = readXml(await reply.text()).children[0]!.children[0]!;
      const errors = at(node, 'detail', 'Validation_Fault')?.children ?? [];
      return {
        status: reply.status,
        code: textAt(node, 'faultcode'),
        text: textAt(node, 'faultstring'),
        messages: errors.map((error) => textAt(error, 'Message')!),
        xpaths: errors.map((error) => textAt(error, 'Xpath')!),
      };
    },
    found: async (content) => numbersOn(await ask(getWorkers(content))),
    worker: async (number, responseGroup = '', filter = '') => {
      const type = number === '4' ? 'Contingent_Worker_ID' : 'Employee_ID';
      const references = `<bsvc:Request_References>${workerReference(number, type)}</bsvc:Request_References>`;
      const response = await ask(getWorkers(references + filter + responseGroup));
      const worker = at(response, 'Response_Data', 'Worker');
      if (!worker) throw new Error(`worker ${number} is not there`);
      return worker;
    },
    signIn,
    get: async (path, headers = {}) => {
      if (session === undefined) await signIn();
      return fetch(origin + (path.startsWith('/ccx') ? path : restPath + path), {
        headers: { authorization: `Bearer ${session}`, ...headers },
      });
    },
    act: <T>(action: string, input: object = {}) =>
      (workday.actions[action] as (...args: unknown[]) => unknown)(hosted.world, input) as T,
  };
}

export const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`;

/** The first element down a path of names. */
export const at = (node: XmlNode | undefined, ...path: string[]): XmlNode | undefined =>
  path.reduce((current, name) => childOf(current, name), node);

export const textAt = (node: XmlNode | undefined, ...path: string[]): string | undefined => at(node, ...path)?.text;

export const attribute = (node: XmlNode | undefined, name: string): string | undefined =>
  node && attributeOf(node, 'urn:com.workday/bsvc', name);

/** The ids of a reference by their types. */
export const idsOf = (node: XmlNode | undefined): Record<string, string> =>
  Object.fromEntries((node?.children ?? []).map((id) => [attribute(id, 'type')!, id.text]));

/** Who is on a page, by number. */
export const numbersOn = (response: XmlNode): string[] =>
  (at(response, 'Response_Data')?.children ?? []).map((worker) => textAt(worker, 'Worker_Data', 'Worker_ID')!);
