import { createHash } from 'node:crypto';
import { orgMoment } from '#connector';
import { crm } from '#contracts';
import { calendarDate, money } from '#kernel';

/** An Opportunity row as our query selects it. */
export interface OpportunityRow {
  Id: string;
  Name: string;
  StageName: string;
  IsWon: boolean;
  IsClosed: boolean;
  Amount: number | null;
  /** Not there in an org with one currency. */
  CurrencyIsoCode?: string;
  SystemModstamp: string;
  CreatedDate: string;
  /** Null for a deal that has been at one stage since it was entered. */
  LastStageChangeDate: string | null;
  Account: AccountRow | null;
  OpportunityLineItems: { records: LineRow[] } | null;
  [custom: string]: unknown;
}

export interface AccountRow {
  Id: string;
  Name: string;
  BillingCountry: string | null;
  BillingCity: string | null;
  [custom: string]: unknown;
}

interface LineRow {
  SystemModstamp: string;
  Quantity: number;
  UnitPrice: number;
  ServiceDate: string | null;
  Product2: { ProductCode: string; Name: string } | null;
}

/** The org's own fields, by what they mean to us; an instance may name others in its settings. */
export const defaultFields = {
  code: 'Opportunity_Code__c',
  legalEntity: 'Legal_Entity__c',
  deliveryModel: 'Delivery_Model__c',
  billingType: 'Billing_Type__c',
  taxCode: 'Tax_Code__c',
  projectTemplate: 'Project_Template__c',
  costCentre: 'Cost_Center__c',
  practice: 'Practice__c',
  region: 'Region__c',
  contractNumber: 'Contract_Number__c',
  startDate: 'Start_Date__c',
  endDate: 'End_Date__c',
  accountCode: 'Customer_Code__c',
  accountTaxNumber: 'Tax_Number__c',
  accountSegment: 'Customer_Segment__c',
};
export type Fields = typeof defaultFields;

/** How one org differs from others. */
export interface Org {
  fields: Fields;
  /** The currency of an org that has one only; records of such an org do not name it. */
  currency: string | null;
}

const accountFields = (fields: Fields): string[] => [
  'Id',
  'Name',
  'BillingCountry',
  'BillingCity',
  fields.accountCode,
  fields.accountTaxNumber,
  fields.accountSegment,
];

/** What is read of an opportunity: its account and its lines come along in the same call. */
export function opportunityColumns({ fields, currency }: Org): string {
  const { accountCode: _code, accountTaxNumber: _tax, accountSegment: _segment, ...own } = fields;
  const plain = ['Id', 'Name', 'StageName', 'IsWon', 'IsClosed', 'Amount', 'SystemModstamp', 'CreatedDate'];
  plain.push('LastStageChangeDate');
  if (currency === null) plain.push('CurrencyIsoCode');
  const account = accountFields(fields).map((name) => `Account.${name}`);
  const lines =
    '(SELECT Product2.ProductCode, Product2.Name, Quantity, UnitPrice, ServiceDate, SystemModstamp FROM OpportunityLineItems)';
  return [...plain, ...Object.values(own), ...account, lines].join(', ');
}

export const accountColumns = (fields: Fields): string => accountFields(fields).join(', ');

export function toOpportunity(row: OpportunityRow, org: Org): crm.Opportunity {
  const { fields } = org;
  const text = (name: keyof Fields): string | null => textOf(row[fields[name]]);
  const currency = org.currency ?? row.CurrencyIsoCode!;
  return {
    id: row.Id,
    code: text('code') ?? row.Id,
    name: row.Name,
    stage: row.StageName,
    isWon: row.IsWon,
    isClosed: row.IsClosed,
    account: row.Account && toAccount(row.Account, fields),
    legalEntity: text('legalEntity'),
    amount: row.Amount === null ? null : money(row.Amount, currency),
    startDate: calendarDate(text('startDate')),
    endDate: calendarDate(text('endDate')),
    deliveryModel: text('deliveryModel'),
    billingType: text('billingType'),
    taxCode: text('taxCode'),
    projectTemplate: text('projectTemplate'),
    costCentre: text('costCentre'),
    practice: text('practice'),
    region: text('region'),
    contractNumber: text('contractNumber'),
    lines: (row.OpportunityLineItems?.records ?? []).map((line) => toLine(line, currency)),
    modifiedAt: orgMoment(row.SystemModstamp),
  };
}

/** When a deal or one of its lines was last changed; stamps are of one form and compare as text. */
export function changedAt({ SystemModstamp, OpportunityLineItems }: OpportunityRow): string {
  const stamps = (OpportunityLineItems?.records ?? []).map((line) => line.SystemModstamp);
  return [SystemModstamp, ...stamps].toSorted().at(-1)!;
}

/** Names the version of a deal. Stamps are whole seconds: two changes within one differ in what the deal says alone. */
export function versionOf(row: OpportunityRow, opportunity: crm.Opportunity): string {
  // Salesforce promises no order of the lines.
  const lines = opportunity.lines.map((line) => JSON.stringify(line)).toSorted();
  const content = createHash('sha256').update(JSON.stringify({ ...opportunity, lines }));
  return `${row.Id}/${changedAt(row)}/${content.digest('hex').slice(0, 16)}`;
}

export function toAccount(row: AccountRow, fields: Fields): crm.Account {
  return {
    id: row.Id,
    code: textOf(row[fields.accountCode]),
    name: row.Name,
    taxNumber: textOf(row[fields.accountTaxNumber]),
    country: row.BillingCountry,
    city: row.BillingCity,
    segment: textOf(row[fields.accountSegment]),
  };
}

/** Quantity is the hours sold, UnitPrice the hourly rate. */
const toLine = (line: LineRow, currency: string): crm.OpportunityLine => ({
  role: line.Product2?.ProductCode ?? 'unknown',
  roleName: line.Product2?.Name ?? null,
  minutes: Math.round(line.Quantity * 60),
  hourlyRate: money(line.UnitPrice, currency),
  effectiveFrom: calendarDate(line.ServiceDate),
});

/** When a won deal reached its stage; changes of the same second came with it. */
export const wonAt = ({ LastStageChangeDate, CreatedDate }: OpportunityRow): string =>
  orgMoment(LastStageChangeDate ?? CreatedDate);

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
