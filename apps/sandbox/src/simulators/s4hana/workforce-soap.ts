import type { FastifyRequest } from 'fastify';
import type { World } from '../../core/simulator.js';
import type { Answer } from './gateway.js';
import { companyCode, costCentreOn } from './organisation.js';
import { savePerson } from './partner-rules.js';
import { saveWorker, type Worker, workerOf } from './workforce.js';
import { childOf, escapeXml, parseXml, textAt, type XmlElement } from './xml.js';

/**
 * Replication of workers from an HR system (SOAP, synchronous). It answers 200 for whatever it understands; what
 * became of each worker is in the log of the reply. Element names are those a sample of the vendor's sets.
 * Assumption, unconfirmed by the vendor: the path, the namespace and `WorkplaceInformation`.
 */
export const workforcePath = '/sap/bc/srt/scs_ext/sap/workforcepersonmasterdatarepli';
const namespace = 'http://sap.com/xi/PASEIN';
const operation = 'WorkforcePersonMasterDataReplicationRequest_sync';

export function replicateWorkforce(world: World, request: FastifyRequest): Answer {
  const body = childOf(parseXml(String(request.body)), 'Body');
  const asked = childOf(body, operation);
  if (!asked) return { status: 500, headers: { 'content-type': 'text/xml' }, body: fault() };
  const replies = asked.children
    .filter(({ name }) => name === 'WorkforcePersonMasterData')
    .map((person) => replyTo(world, request, person));
  return { status: 200, headers: { 'content-type': 'text/xml' }, body: envelope(replies.join('')) };
}

/** Creates or changes one worker, found again by the external id. */
function replyTo(world: World, request: FastifyRequest, person: XmlElement): string {
  const worker = workerIn(world, person);
  const id = worker.PersonExternalID;
  const problems = problemsOf(world, worker, person);
  if (problems.length > 0) return reply(id, problems.map((note) => logItem('E', `Worker: ${id} - ${note}`)).join(''));
  const known = workerOf(world, worker.PersonWorkAgreementExternalID);
  saveWorker(world, worker);
  savePerson(world, { FirstName: worker.FirstName, LastName: worker.LastName }, worker.PersonExternalID);
  const operationDone = known ? 'update' : 'create';
  world.ledger(request, { operation: operationDone, entity: 'WorkforcePerson', id, data: { ...worker } });
  return reply(id, logItem('S', `Worker: ${id} - data replicated`));
}

function workerIn(world: World, person: XmlElement): Worker {
  const agreement = childOf(person, 'WorkAgreementInformation');
  const job = childOf(agreement, 'WorkAgreementJobInformation');
  const PersonWorkAgreementExternalID = textAt(agreement, 'PersonWorkAgreementExternalID');
  const known = workerOf(world, PersonWorkAgreementExternalID);
  return {
    PersonExternalID: textAt(person, 'PersonExternalID'),
    PersonWorkAgreementExternalID,
    PersonWorkAgreement: known?.PersonWorkAgreement ?? String(world.store.next('work-agreement', 50_000_021)),
    FirstName: textAt(person, 'PersonalInformation', 'FirstName'),
    LastName: textAt(person, 'PersonalInformation', 'LastName'),
    UserName: textAt(person, 'UserName'),
    EmailAddress: textAt(person, 'WorkplaceInformation', 'EmailAddress'),
    WorkAgreementStatus: textAt(job, 'WorkAgreementStatus'),
    CompanyCode: textAt(job, 'CompanyCode'),
    CostCenter: textAt(job, 'CostCenter'),
    StartDate: textAt(job, 'ValidityPeriod', 'StartDate'),
    EndDate: textAt(job, 'ValidityPeriod', 'EndDate'),
  };
}

const day = /^\d{4}-\d\d-\d\d$/;

function problemsOf(world: World, worker: Worker, person: XmlElement): string[] {
  const centre = costCentreOn(world, worker.CostCenter, `${worker.StartDate}T00:00:00`);
  const required: (keyof Worker)[] = ['PersonExternalID', 'PersonWorkAgreementExternalID', 'FirstName', 'LastName'];
  const isPeriod = day.test(worker.StartDate) && day.test(worker.EndDate) && worker.StartDate <= worker.EndDate;
  // Service performers need a work order (SAP KBA 2863231), which this firm does not keep here.
  const isPerformer = textAt(person, 'WorkAgreementInformation', 'PersonWorkAgreementType') === '3';
  return [
    ...required.filter((name) => !worker[name]).map((name) => `${name} is mandatory.`),
    ...(worker.PersonWorkAgreementExternalID.length > 20 ? ['PersonWorkAgreementExternalID is too long.'] : []),
    ...(isPerformer ? ['Work Order is mandatory.'] : []),
    ...(/^[0-3]$/.test(worker.WorkAgreementStatus) ? [] : ['WorkAgreementStatus is not valid.']),
    ...(isPeriod ? [] : ['ValidityPeriod is not valid.']),
    ...(companyCode(world, worker.CompanyCode) ? [] : [`Company code ${worker.CompanyCode} does not exist.`]),
    ...(centre?.CompanyCode === worker.CompanyCode
      ? []
      : [`Cost center ${worker.CostCenter} does not exist in company code ${worker.CompanyCode}.`]),
  ];
}

const logItem = (severity: 'S' | 'E', note: string): string =>
  `<LogItem><TypeID>000(010)</TypeID><SeverityCode>${severity}</SeverityCode><Note>${escapeXml(note)}</Note></LogItem>`;

const reply = (id: string, items: string): string =>
  `<WorkforcePersonMasterDataReplResponse><PersonExternalID>${escapeXml(id)}</PersonExternalID>` +
  `<WorkforcePersonMasterDataReplConfLogMessage>${items}</WorkforcePersonMasterDataReplConfLogMessage>` +
  `</WorkforcePersonMasterDataReplResponse>`;

const soap = (content: string): string =>
  `<soap-env:Envelope xmlns:soap-env="http://schemas.xmlsoap.org/soap/envelope/"><soap-env:Header/>` +
  `<soap-env:Body>${content}</soap-env:Body></soap-env:Envelope>`;

const envelope = (content: string): string =>
  soap(
    `<n0:WorkforcePersonMasterDataReplicationResponse_sync xmlns:n0="${namespace}">${content}` +
      `</n0:WorkforcePersonMasterDataReplicationResponse_sync>`,
  );

const fault = (): string =>
  soap(
    '<soap-env:Fault><faultcode>soap-env:Client</faultcode>' +
      '<faultstring xml:lang="en">Web service processing error</faultstring></soap-env:Fault>',
  );
