import { type DomainOperations, type VendorReply, write } from '#connector';
import type { erp } from '#contracts';
import { derivedId, Failure } from '#kernel';
import { type Company, companyOf, type S4hanaSettings, settingsOf } from './settings.js';
import { codeOf } from './values.js';

/** Replication of people from an HR system: SOAP, answered at once, matched on the person's external id. */
const service = '/sap/bc/srt/scs_ext/sap/workforcepersonmasterdatarepli';

const special: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
const plain = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => special[sign]!);

type Node = string | { [name: string]: Node };

const xml = (node: Node): string =>
  typeof node === 'string'
    ? plain(node)
    : Object.entries(node)
        .map(([name, content]) => `<${name}>${xml(content)}</${name}>`)
        .join('');

const employee = '1';

/** Person and work agreement both have the worker's number. */
export function toEnvelope(
  reference: string,
  state: erp.EmployeeState,
  company: Company,
  settings: S4hanaSettings,
): string {
  const number = codeOf('reference', reference, 20);
  const person = xml({
    PersonUUID: derivedId('s4hana person', number),
    PersonExternalID: number,
    UserName: state.email,
    PersonalInformation: {
      FirstName: state.firstName,
      LastName: state.lastName,
      PersonFullName: `${state.firstName} ${state.lastName}`,
    },
    WorkAgreementInformation: {
      PersonWorkAgreementExternalID: number,
      PersonWorkAgreementUUID: derivedId('s4hana work agreement', number),
      PersonWorkAgreementType: employee,
      WorkAgreementJobInformation: {
        ValidityPeriod: { StartDate: settings.employeesSince, EndDate: '9999-12-31' },
        WorkAgreementStatus: state.active ? settings.statusOfActive : settings.statusOfLeft,
        CompanyCode: company.companyCode,
        CostCenter: codeOf('costCentre', state.costCentre, 10),
      },
    },
  });
  const request = `<n:WorkforcePersonMasterDataReplicationRequest_sync xmlns:n="http://sap.com/xi/PASEIN"><WorkforcePersonMasterData>${person}</WorkforcePersonMasterData></n:WorkforcePersonMasterDataReplicationRequest_sync>`;
  return `<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>${request}</soap:Body></soap:Envelope>`;
}

const element = (text: string, name: string): string | undefined =>
  new RegExp(`<(?:\\w+:)?${name}[^>]*>([^<]*)<`).exec(text)?.[1];

/** 200 says only that the message was read: whether the person was taken stands in the log. */
export function refusalIn(reply: string): Failure | null {
  const items = reply.match(/<(?:\w+:)?LogItem>[\s\S]*?<\/(?:\w+:)?LogItem>/g) ?? [];
  const errors = items.filter((item) => ['E', 'A'].includes(element(item, 'SeverityCode') ?? ''));
  if (errors.length === 0) return null;
  const notes = errors.map((item) => element(item, 'Note') ?? 'no reason given').join('; ');
  return new Failure('rejected', `S/4HANA: ${notes}`, { code: element(errors[0]!, 'TypeID') ?? 'not-replicated' });
}

export const putEmployee: DomainOperations['erp']['putEmployee'] = write({
  safety: { strategy: 'upsert' },
  run: async (vendor, { reference, state }) => {
    const company = companyOf(vendor, state.legalEntity);
    const { body }: VendorReply<string | null> = await vendor.send({
      method: 'POST',
      path: service,
      headers: { 'content-type': 'text/xml; charset=utf-8', accept: 'text/xml' },
      body: toEnvelope(reference, state, company, settingsOf(vendor)),
    });
    if (!body || element(body, 'PersonExternalID') === undefined)
      throw new Failure('outcome-unknown', `S/4HANA did not say what became of worker ${reference}`, {
        code: 'no-log',
      });
    const refusal = refusalIn(body);
    if (refusal) throw refusal;
    const id = codeOf('reference', reference, 20);
    return { id, url: vendor.recordUrl('employee', id) };
  },
});
