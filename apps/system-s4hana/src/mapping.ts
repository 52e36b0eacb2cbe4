import { Decimal } from 'decimal.js';
import type { erp } from '#contracts';
import { Failure, money } from '#kernel';
import { type Entity, related } from './odata.js';
import type { Company, S4hanaSettings } from './settings.js';

/** Codes and ids are kept in capitals; ours must survive the way there and back. */
export function codeOf(field: string, text: string, longest: number): string {
  if (text.length <= longest) return text.toUpperCase();
  throw new Failure('rejected', `${field} ${text} is longer than the ${longest} characters SAP has for it`, {
    code: 'too-long-for-sap',
    fields: [{ field, message: `is longer than ${longest} characters` }],
  });
}

/** Descriptions may end early. */
const shortened = (text: string, longest: number): string =>
  text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;

/** `2026-11-20` → `/Date(1795132800000)/` */
export const toDate = (day: string): string => `/Date(${Date.parse(`${day}T00:00:00Z`)})/`;

/** `/Date(1795132800000)/`, or with an offset after the milliseconds, which are UTC already → `2026-11-20` */
export function toDay(value: unknown): string | null {
  const ms = /^\/Date\((-?\d+)(?:[+-]\d+)?\)\/$/.exec(String(value))?.[1];
  return ms === undefined ? null : new Date(Number(ms)).toISOString().slice(0, 10);
}

const filled = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const nameFields = [
  'OrganizationBPName1',
  'OrganizationBPName2',
  'OrganizationBPName3',
  'OrganizationBPName4',
] as const;
const nameLength = 40;

/** A name over four fields of 40 characters, parted between words where that can be. */
export function toNames(name: string): Record<(typeof nameFields)[number], string> {
  const parts = ['', '', '', ''];
  let part = 0;
  for (const word of name.trim().split(/\s+/)) {
    const longer = parts[part] === '' ? word : `${parts[part]} ${word}`;
    if (longer.length <= nameLength) parts[part] = longer;
    else parts[(part += 1)] = word;
  }
  if (parts.length > nameFields.length || parts.some((text) => text.length > nameLength))
    throw new Failure('rejected', 'the name does not fit into four lines of 40 characters', {
      code: 'too-long-for-sap',
      fields: [{ field: 'name', message: 'does not fit into four lines of 40 characters' }],
    });
  return Object.fromEntries(nameFields.map((field, index) => [field, parts[index]])) as ReturnType<typeof toNames>;
}

export const nameOf = (partner: Entity): string =>
  nameFields.flatMap((field) => filled(partner[field]) ?? []).join(' ');

const shortTaxNumber = 20;

export const toTaxNumber = (company: Company, taxNumber: string) => ({
  BPTaxType: company.taxCategory,
  ...(taxNumber.length > shortTaxNumber ? { BPTaxLongNumber: taxNumber } : { BPTaxNumber: taxNumber.toUpperCase() }),
});

export const taxNumberOf = (tax: Entity): string | null => filled(tax.BPTaxLongNumber) ?? filled(tax.BPTaxNumber);

export const toCompanyData = ({ companyCode, reconciliationAccount }: Company) => ({
  CompanyCode: companyCode,
  ReconciliationAccount: reconciliationAccount,
});

export const toSalesArea = (company: Company, currency: string) => ({
  SalesOrganization: company.salesOrganization,
  DistributionChannel: company.distributionChannel,
  Division: company.division,
  Currency: currency,
});

export function toCustomer(partner: Entity, legalEntity: string | null): erp.ErpCustomer {
  const [taxNumber = null] = related(partner.to_BusinessPartnerTax).map(taxNumberOf);
  return {
    id: String(partner.BusinessPartner),
    reference: filled(partner.BusinessPartnerIDByExtSystem),
    name: nameOf(partner),
    taxNumber,
    legalEntity: legalEntity ?? 'unknown',
  };
}

/** A cost centre has a row for each period of validity: the one of the day counts, else the last one. */
export function toCostCentre(periods: Entity[], day: string, language: string): erp.CostCentre {
  const sorted = [...periods].sort((a, b) => endOf(a).localeCompare(endOf(b)));
  const valid = sorted.find((period) => (toDay(period.ValidityStartDate) ?? '') <= day && day <= endOf(period));
  const period = valid ?? sorted.at(-1)!;
  const texts = related(period.to_Text);
  const text = texts.find(({ Language }) => Language === language) ?? texts[0];
  const code = String(period.CostCenter);
  return {
    id: `${String(period.ControllingArea)}/${code}`,
    code,
    name: filled(text?.CostCenterDescription) ?? filled(text?.CostCenterName) ?? code,
    active: valid !== undefined && !period.IsBlkdForPrimaryCostsPosting,
  };
}

const endOf = ({ ValidityEndDate }: Entity): string => toDay(ValidityEndDate) ?? '9999-12-31';

/** The processing status in the order a project goes through it; SAP also knows 42, locked. */
export const lifecycle = ['00', '10', '20', '30'] as const;
export const statusCodes = { active: '10', closed: '30' } as const;

function statusOf(code: unknown): erp.ErpProject['status'] {
  if (code === statusCodes.active) return 'active';
  return code === '20' || code === statusCodes.closed ? 'closed' : 'pending';
}

/** What of a project's header follows from the contract's state. */
export const toHeader = (state: erp.ErpProjectState, customerUuid: string) => ({
  ProjectDescription: shortened(state.name, 60),
  ProjectStartDate: toDate(state.startDate),
  ...(state.endDate && { ProjectEndDate: toDate(state.endDate) }),
  ProjectCurrency: state.currency,
  CustomerUUID: customerUuid,
});

/** Fields of `wanted` that the record has otherwise. */
export function differences<T extends object>(record: Entity, wanted: T): Partial<T> {
  const same = (found: unknown, value: unknown): boolean => (toDay(found) ?? found) === (toDay(value) ?? value);
  return Object.fromEntries(
    Object.entries(wanted).filter(([field, value]) => !same(record[field], value)),
  ) as Partial<T>;
}

export const workElementOf = (settings: S4hanaSettings, project: string): string =>
  codeOf('project', `${project}${settings.workElement}`, 24);

export function toProject(project: Entity, settings: S4hanaSettings) {
  const own = (fact: keyof S4hanaSettings['projectFields']): string | null =>
    filled(project[settings.projectFields[fact] ?? '']);
  return {
    id: String(project.ProjectUUID),
    reference: filled(project.Project),
    name: String(project.ProjectDescription ?? ''),
    status: statusOf(project.ProcessingStatus),
    contractNumber: own('contractNumber'),
    taxCode: own('taxCode'),
  };
}

/** Whole hours and what SAP's decimals can say of the rest. */
export const hours = (minutes: number, places: number): string => new Decimal(minutes).dividedBy(60).toFixed(places);

/** Our reference, where a person's note ends. */
const marker = (reference: string): string => `[${reference}]`;
export const bears = (note: unknown, reference: string): boolean => String(note ?? '').endsWith(marker(reference));

export function toTimeEntry(line: erp.BillableLine, company: Company, settings: S4hanaSettings) {
  return {
    PersonWorkAgreementExternalID: codeOf('workerNumber', line.workerNumber, 20),
    CompanyCode: company.companyCode,
    TimeSheetRecord: '',
    TimeSheetDate: toDate(line.date),
    TimeSheetIsReleasedOnSave: true,
    // Without it, SAP answers 201 and saves nothing.
    TimeSheetOperation: 'C',
    TimeSheetDataFields: {
      ControllingArea: company.controllingArea,
      ActivityType: codeOf('role', settings.activityTypes[line.role] ?? line.role, 6),
      WBSElement: workElementOf(settings, line.project),
      TimeSheetNote: [line.memo, marker(line.reference)].filter(Boolean).join(' '),
      RecordedHours: hours(line.minutes, 2),
      RecordedQuantity: hours(line.minutes, 3),
      HoursUnitOfMeasure: 'H',
    },
  };
}

/** Hours where three decimals say them exactly, else minutes: the price must not change by rounding. */
export const quantityOf = (minutes: number): { quantity: string; unit: string; per: string } =>
  minutes % 3 === 0
    ? { quantity: hours(minutes, 3), unit: 'H', per: '1' }
    : { quantity: new Decimal(minutes).toFixed(3), unit: 'MIN', per: '60' };

export function toItem(line: erp.InvoiceLine, index: number, element: string, settings: S4hanaSettings) {
  const { quantity, unit, per } = quantityOf(line.minutes);
  return {
    DebitMemoRequestItem: String((index + 1) * 10),
    Material: settings.materials[line.role] ?? `ROLE-${line.role}`,
    DebitMemoRequestItemText: shortened(line.description, 40),
    RequestedQuantity: quantity,
    RequestedQuantityUnit: unit,
    WBSElement: element,
    to_PricingElement: [
      {
        ConditionType: settings.priceCondition,
        ConditionRateValue: line.hourlyRate.amount,
        ConditionCurrency: line.hourlyRate.currency,
        ConditionQuantity: per,
        ConditionQuantityUnit: unit,
      },
    ],
  };
}

export const toInvoice = (billing: Entity, reference: string) => ({
  id: String(billing.BillingDocument),
  reference,
  number: String(billing.BillingDocument),
  total: money(String(billing.TotalGrossAmount), String(billing.TransactionCurrency)),
});
