import { type DomainOperations, type Element, soapBody, soapEnvelope, soapHeaders, write } from '#connector';
import type { erp } from '#contracts';
import { derivedId, Failure } from '#kernel';
import { type Company, companyOf, type S4hanaSettings, settingsOf } from './settings.js';
import { codeOf } from './values.js';

/** Replication of people from an HR system: SOAP, answered at once, matched on the person's external id. */
const service = '/sap/bc/srt/scs_ext/sap/workforcepersonmasterdatarepli';

const employee = '1';

/** Person and work agreement both have the worker's number. */
export function toEnvelope(
  reference: string,
  state: erp.EmployeeState,
  company: Company,
  settings: S4hanaSettings,
): string {
  const number = codeOf('reference', reference, 20);
  const person = {
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
  };
  const request = { WorkforcePersonMasterData: person };
  return soapEnvelope(
    { n: 'http://sap.com/xi/PASEIN' },
    { 'n:WorkforcePersonMasterDataReplicationRequest_sync': request },
  );
}

/** 200 says only that the message was read: whether the person was taken stands in the log. */
export function refusalIn(reply: Element): Failure | null {
  const errors = reply.anywhere('LogItem').filter((item) => ['E', 'A'].includes(item.text('SeverityCode') ?? ''));
  if (errors.length === 0) return null;
  const notes = errors.map((item) => item.text('Note') ?? 'no reason given').join('; ');
  return new Failure('rejected', `S/4HANA: ${notes}`, { code: errors[0]!.text('TypeID') ?? 'not-replicated' });
}

export const putEmployee: DomainOperations['erp']['putEmployee'] = write({
  safety: { strategy: 'upsert' },
  run: async (vendor, { reference, state }) => {
    const company = companyOf(vendor, state.legalEntity);
    const reply = await vendor.send({
      method: 'POST',
      path: service,
      headers: soapHeaders,
      body: toEnvelope(reference, state, company, settingsOf(vendor)),
    });
    const body = soapBody(reply);
    if (!body || body.anywhere('PersonExternalID').length === 0)
      throw new Failure('outcome-unknown', `S/4HANA did not say what became of worker ${reference}`, {
        code: 'no-log',
      });
    const refusal = refusalIn(body);
    if (refusal) throw refusal;
    return vendor.recordRef('employee', codeOf('reference', reference, 20));
  },
});
