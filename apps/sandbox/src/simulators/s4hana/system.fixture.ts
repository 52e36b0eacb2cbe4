import { host, type Hosted } from '../../core/host.js';
import { MemoryJournal } from '../../core/memory-journal.js';
import { noCredentials } from '../../core/credentials.fixture.js';
import type { Credentials } from '../../core/simulator.js';
import { northwindBooks } from '../../firm/northwind.fixture.js';
import { s4hana } from './s4hana.simulator.js';

/** The legal entities have the company codes 1710 and 1010. */
const firm = northwindBooks();

const credentials: Credentials = {
  ...noCredentials,
  s4hana: { user: 'COMM_USER', password: 'secret' },
};

export type Json = Record<string, unknown>;
type Headers = Record<string, string>;

export const projects = 'API_ENTERPRISE_PROJECT_SRV;v=0002';
export const partners = 'API_BUSINESS_PARTNER';
export const timeSheets = 'API_MANAGE_WORKFORCE_TIMESHEET/TimeSheetEntryCollection';
export const debitMemos = 'API_DEBIT_MEMO_REQUEST_SRV';
export const creditMemos = 'API_CREDIT_MEMO_REQUEST_SRV';
export const purchasing = 'API_PURCHASEORDER_PROCESS_SRV';
export const billingAction =
  '/sap/opu/odata4/sap/api_billingdocument/srvd_a2x/sap/billingdocument/0001/BillingDocument/SAP__self.CreateFromSDDocument';

/** A running system for tests, and ways to talk to it. */
export interface System {
  hosted: Hosted;
  journal: MemoryJournal;
  /** Sets the system's clock. */
  at: (moment: string) => void;
  authorization: string;
  /** The token and its cookies, as headers to send. */
  session: Headers;
  signIn: () => Promise<void>;
  /** Calls an OData V2 service, unless the path starts with a slash. Authorised, asking for JSON. */
  call: (method: string, path: string, body?: unknown, headers?: Headers) => Promise<Response>;
  /** The entity, or the rows, that must be there. */
  read: <T = Json>(path: string) => Promise<T>;
  /** Creates an entity that must be good, and answers it. */
  create: (path: string, body: unknown) => Promise<Json>;
  /** Replicates a worker who is active in a company code. */
  hire: (id: string, companyCode?: string, costCentre?: string) => Promise<Response>;
  /** A released project with one element, and its id. */
  openProject: (code: string, more?: Json) => Promise<string>;
  act: (action: string, input?: object) => unknown;
}

const start = '2026-09-01T10:00:00.000Z';

export async function openSystem(): Promise<System> {
  let now = new Date(start);
  const journal = new MemoryJournal();
  const hosted = await host(s4hana, { journal, credentials, firm, port: 0, now: () => now });
  const { origin } = hosted.world;
  const system: System = {
    hosted,
    journal,
    at: (moment) => (now = new Date(moment)),
    authorization: `Basic ${btoa('COMM_USER:secret')}`,
    session: {},
    signIn: async () => {
      const reply = await system.call('GET', `${partners}/`, undefined, { 'x-csrf-token': 'Fetch' });
      const cookies = reply.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
      system.session = { 'x-csrf-token': reply.headers.get('x-csrf-token') ?? '', cookie: cookies.join('; ') };
    },
    call: (method, path, body, headers = {}) =>
      fetch(path.startsWith('/') ? `${origin}${path}` : `${origin}/sap/opu/odata/sap/${path}`, {
        method,
        headers: {
          accept: 'application/json',
          authorization: system.authorization,
          ...system.session,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    read: async <T>(path: string) => {
      const { d } = (await (await system.call('GET', path)).json()) as { d: { results?: T } };
      return (d.results ?? d) as T;
    },
    create: async (path, body) => {
      const reply = await system.call('POST', path, body);
      if (reply.status !== 201) throw new Error(`${path} was refused: ${await reply.text()}`);
      return ((await reply.json()) as { d: Json }).d;
    },
    hire: (id, companyCode = '1710', costCentre = 'CC-1') =>
      system.call('POST', workforcePath, workerXml(id, companyCode, costCentre), { 'content-type': 'text/xml' }),
    openProject: async (code, more = {}) => {
      const created = await system.create(`${projects}/A_EnterpriseProject`, projectOf(code, more));
      await release(system, String(created.ProjectUUID));
      return String(created.ProjectUUID);
    },
    act: (action, input = {}) => s4hana.actions[action]!(hosted.world, input as never),
  };
  await system.signIn();
  return system;
}

export const projectOf = (code: string, more: Json = {}): Json => ({
  Project: code,
  ProjectDescription: 'Harbour audit',
  ProjectProfileCode: 'YP03',
  ProjectStartDate: '/Date(1790812800000)/', // 2026-10-01
  ProjectEndDate: '2027-03-31T00:00:00',
  ResponsibleCostCenter: 'CC-1',
  to_EnterpriseProjectElement: [
    { ProjectElement: `${code}.1`, ProjectElementDescription: 'Fieldwork', WBSElementIsBillingElement: true },
  ],
  ...more,
});

export const setStatus = (system: System, id: string, status: string): Promise<Response> =>
  system.call('POST', `${projects}/ChangeEntProjProcgStatus?ProjectUUID=guid'${id}'&ProcessingStatus='${status}'`);

async function release(system: System, id: string): Promise<void> {
  const reply = await setStatus(system, id, '10');
  if (reply.status !== 200) throw new Error(`not released: ${await reply.text()}`);
}

export const workforcePath = '/sap/bc/srt/scs_ext/sap/workforcepersonmasterdatarepli';

export const workerXml = (
  id: string,
  companyCode: string,
  costCentre: string,
  status = '3',
): string => `<?xml version="1.0"?>
<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:p="http://sap.com/xi/PASEIN">
  <soapenv:Body><p:WorkforcePersonMasterDataReplicationRequest_sync><WorkforcePersonMasterData>
    <PersonExternalID>${id}</PersonExternalID>
    <PersonalInformation><FirstName>Ada</FirstName><LastName>O&apos;Neil</LastName></PersonalInformation>
    <WorkAgreementInformation>
      <PersonWorkAgreementExternalID>${id}</PersonWorkAgreementExternalID>
      <PersonWorkAgreementType>1</PersonWorkAgreementType>
      <WorkAgreementJobInformation>
        <ValidityPeriod><StartDate>2026-01-01</StartDate><EndDate>9999-12-31</EndDate></ValidityPeriod>
        <WorkAgreementStatus>${status}</WorkAgreementStatus>
        <CompanyCode>${companyCode}</CompanyCode><CostCenter>${costCentre}</CostCenter>
      </WorkAgreementJobInformation>
    </WorkAgreementInformation>
  </WorkforcePersonMasterData></p:WorkforcePersonMasterDataReplicationRequest_sync></soapenv:Body>
</soapenv:Envelope>`;

interface Problem {
  error: { code: string; message: { value: string }; innererror: { errordetails: { target: string }[] } };
}

/** A refusal as status, code and the words of the vendor. */
export async function refusal(reply: Response): Promise<[number, string, string]> {
  const { error } = (await reply.json()) as Problem;
  return [reply.status, error.code, error.message.value];
}

/** The properties a refusal is about, all of them. */
export async function targets(reply: Response): Promise<string[]> {
  const { error } = (await reply.json()) as Problem;
  return error.innererror.errordetails.map(({ target }) => target);
}
