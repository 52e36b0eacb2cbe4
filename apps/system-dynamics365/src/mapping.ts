import { Decimal } from 'decimal.js';
import { filled, type ODataEntity, toProjectFields } from '#connector';
import type { erp } from '#contracts';
import { type Money, money } from '#kernel';
import { dayOf, toDate } from './odata.js';
import { type Company, type Dynamics365Settings } from './settings.js';

/** A cost centre is open while its value is neither suspended nor out of its dates. */
export const isOpen = (value: ODataEntity, day: string): boolean =>
  value.IsSuspended !== 'Yes' && (dayOf(value.ActiveFrom) ?? day) <= day && day <= (dayOf(value.ActiveTo) ?? day);

export const stages = { active: 'InProcess', closed: 'Completed' } as const;

export const statusOf = ({ ProjectStage }: ODataEntity): erp.ErpProject['status'] =>
  ProjectStage === stages.active ? 'active' : ProjectStage === stages.closed ? 'closed' : 'pending';

export const toProject = (
  row: ODataEntity,
  { legalEntity }: Company,
  { projectFields }: Dynamics365Settings,
): erp.ErpProject => ({
  id: String(row.ProjectId),
  reference: filled(row.ProjectId),
  name: String(row.ProjectName),
  status: statusOf(row),
  customerId: filled(row.CustomerAccountNumber),
  legalEntity,
  contractNumber: filled(row[projectFields.contractNumber ?? '']),
  taxCode: filled(row[projectFields.taxCode ?? '']),
});

/** Who pays for a project, and in which currency, is said by its contract: each of ours has one of its own. */
export const toContract = (state: erp.ErpProjectState) => ({
  Name: state.name.slice(0, 60),
  CustomerAccountNumber: state.customerId,
  SalesCurrencyCode: state.currency,
});

export const toNewProject = (reference: string, { dataArea, timeAndMaterialsGroup }: Company) => ({
  dataAreaId: dataArea,
  ProjectId: reference,
  ProjectContractId: reference,
  ProjectGroupId: timeAndMaterialsGroup,
});

export const toShell = (state: erp.ErpProjectState) => ({
  ProjectName: state.name.slice(0, 60),
  ProjectedStartDate: toDate(state.startDate),
  ...(state.endDate && { ProjectedEndDate: toDate(state.endDate) }),
});

export const dimensionsOf = ({ dimensions }: Dynamics365Settings, costCentre: string): string =>
  dimensions.replace('{costCentre}', costCentre);

export const toBilling = (setup: erp.BillingSetup, company: Company, settings: Dynamics365Settings) => ({
  ProjectGroupId: setup.billingType === 'fixed-price' ? company.fixedPriceGroup : company.timeAndMaterialsGroup,
  DimensionDisplayValue: dimensionsOf(settings, setup.costCentre),
  ...toProjectFields(settings.projectFields, setup),
});

/** As many places as a real number has in Dynamics. */
const hours = (minutes: number): number => new Decimal(minutes).dividedBy(60).toDecimalPlaces(6).toNumber();

/** Descriptions end after 60 characters; ours begin with the line's reference. */
export const marker = (reference: string): string => `${reference}:`;
const described = (reference: string, memo: string | null): string =>
  `${marker(reference)} ${memo ?? ''}`.trim().slice(0, 60);

export const toJournalLine = (
  line: erp.BillableLine,
  { dataArea }: Company,
  { categories, lineProperty }: Dynamics365Settings,
) => ({
  dataAreaId: dataArea,
  ProjectID: line.project,
  ProjectDate: toDate(line.date),
  Category: categories[line.role] ?? line.role,
  ResourceId: line.workerNumber,
  ResourceCompanyId: dataArea,
  Hours: hours(line.minutes),
  SalesPrice: Number(line.hourlyRate.amount),
  CurrencyId: line.hourlyRate.currency,
  LineProperty: lineProperty,
  Description: described(line.reference, line.memo),
});

export const toInvoiceLine = (line: erp.InvoiceLine, invoice: string, project: string, company: Company) => ({
  dataAreaId: company.dataArea,
  ParentRecId: Number(invoice),
  ProjectID: project,
  Description: line.description,
  Quantity: hours(line.minutes),
  UnitPrice: Number(line.hourlyRate.amount),
  TransactionCurrencyAmount: Number(line.amount.amount),
  MainAccountDisplayValue: company.revenueAccount,
});

export const totalOf = (amounts: unknown[], currency: string): Money =>
  money(Decimal.sum(0, ...amounts.map(String)), currency);
