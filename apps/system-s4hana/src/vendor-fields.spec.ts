import 'reflect-metadata';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainToInstance } from 'class-transformer';
import { toPartner } from './customer-mapping.js';
import { toHeader, toNewProject } from './project-mapping.js';
import { toOrder } from './purchasing.js';
import { creditMemos, partners, projects, purchaseOrders, time } from './services.js';
import { Company, S4hanaSettings } from './settings.js';
import { toItem, toTimeEntry } from './work-mapping.js';

/** The vendor's own descriptions are not ours to publish: whoever has them says where. */
const folder = process.env.VENDOR_SPECS ?? '';
const fileOf = (name: string): string => join(folder, 'sap', name);
const files = {
  projects: 'S4HC_API_ENTERPRISE_PROJECT_SRV_0002.edmx',
  partners: 'S4HC_API_BUSINESS_PARTNER.edmx',
  time: 'API_MANAGE_WORKFORCE_TIMESHEET.edmx',
  creditMemos: 'API_CREDIT_MEMO_REQUEST_SRV.edmx',
  purchaseOrders: 'API_PURCHASEORDER_PROCESS_SRV.edmx',
} as const;
const services = { projects, partners, time, creditMemos, purchaseOrders };
type Described = keyof typeof files;
const described = (Object.keys(files) as Described[]).filter(
  (service) => folder !== '' && existsSync(fileOf(files[service])),
);
const among = <Case extends readonly [Described, ...unknown[]]>(cases: readonly Case[]): Case[] =>
  cases.filter(([service]) => described.includes(service));

interface Property {
  creatable: boolean;
  longest: number;
}

/** Types of one service: their fields, and where their navigations lead. */
class Metadata {
  constructor(private readonly text: string) {}

  get namespace(): string {
    return /<Schema Namespace="(\w+)"/.exec(this.text)![1]!;
  }

  typeOf(set: string): string {
    return new RegExp(`<EntitySet Name="${set}" EntityType="\\w+\\.(\\w+)"`).exec(this.text)?.[1] ?? 'unknown set';
  }

  property(type: string, name: string): Property | undefined {
    const found = new RegExp(`<Property Name="${name}"[^>]*>`).exec(this.body(type))?.[0];
    if (!found) return undefined;
    const longest = Number(/MaxLength="(\d+)"/.exec(found)?.[1] ?? Infinity);
    return { creatable: !found.includes('sap:creatable="false"'), longest };
  }

  complexOf(type: string, name: string): string | undefined {
    const complex = new RegExp(`<Property Name="${name}" Type="\\w+\\.(\\w+)"`).exec(this.body(type))?.[1];
    return complex && this.text.includes(`<ComplexType Name="${complex}"`) ? complex : undefined;
  }

  target(type: string, navigation: string): string | undefined {
    const found = new RegExp(`<NavigationProperty Name="${navigation}"[^>]*>`).exec(this.body(type))?.[0];
    const [, association] = /Relationship="\w+\.(\w+)"/.exec(found ?? '') ?? [];
    const [, role] = /ToRole="(\w+)"/.exec(found ?? '') ?? [];
    const body = new RegExp(`<Association Name="${association}"[\\s\\S]*?</Association>`).exec(this.text)?.[0] ?? '';
    const end = (body.match(/<End [^>]*>/g) ?? []).find((candidate) => candidate.includes(`Role="${role}"`));
    return /Type="\w+\.(\w+)"/.exec(end ?? '')?.[1];
  }

  private body(type: string): string {
    return (
      new RegExp(`<(?:Entity|Complex)Type Name="${type}"[\\s\\S]*?</(?:Entity|Complex)Type>`).exec(this.text)?.[0] ?? ''
    );
  }
}

/** Every field of a body that the type does not have, does not take on creation, or has too little room for. */
function misfits(metadata: Metadata, type: string, body: object): string[] {
  return Object.entries(body).flatMap(([name, value]): string[] => {
    if (value !== null && typeof value === 'object') {
      const inner = name.startsWith('to_') ? metadata.target(type, name) : metadata.complexOf(type, name);
      if (!inner) return [`${type}.${name} leads nowhere`];
      return [value as object].flat().flatMap((item) => misfits(metadata, inner, item));
    }
    const property = metadata.property(type, name);
    if (!property) return [`${type}.${name} is unknown`];
    if (!property.creatable) return [`${type}.${name} is not creatable`];
    const days = typeof value === 'string' && value.startsWith('/Date(');
    return typeof value === 'string' && !days && value.length > property.longest ? [`${type}.${name} is too long`] : [];
  });
}

const company = plainToInstance(Company, {
  legalEntity: 'MER-DE',
  companyCode: '1010',
  costCentre: '10101101',
  profitCentre: '9900000000',
  salesOrganization: '1010',
  reconciliationAccount: '12100000',
  country: 'DE',
  taxCategory: 'DE0',
});
const settings = plainToInstance(S4hanaSettings, { customerGrouping: 'BP02' });
const eur = (amount: string) => ({ amount, currency: 'EUR' });
const project = {
  name: 'Harbour audit 2027, with a name that is much longer than SAP has room for in it',
  customerId: '10100001',
  legalEntity: 'MER-DE',
  currency: 'EUR',
  startDate: '2027-01-04',
  endDate: '2027-06-30',
};
const customer = { name: 'Nordlicht Energie AG', taxNumber: 'DE811569869', legalEntity: 'MER-DE', currency: 'EUR' };
const commitment = {
  legalEntity: 'MER-DE',
  supplier: 'Northwind Staffing',
  workerNumber: '1042',
  costCentre: 'DE-STR',
  startDate: '2027-01-04',
  endDate: '2027-06-30',
  amount: eur('24000.00'),
  description: 'Ada Byron, from 2027-01-04 to 2027-06-30',
};
const line = {
  reference: 'TE-kantata-1',
  project: 'PS-10042',
  workerNumber: '1042',
  role: 'CONS',
  date: '2026-11-16',
  minutes: 450,
  hourlyRate: eur('180.00'),
  amount: eur('1350.00'),
  memo: 'Fieldwork',
};

(described.length > 0 ? describe : describe.skip)(
  'fields against the vendor’s metadata (skipped without VENDOR_SPECS)',
  () => {
    const metadata = (service: Described) => new Metadata(readFileSync(fileOf(files[service]), 'utf8'));

    it.each(
      among([
        ['projects', 'A_EnterpriseProject', () => toNewProject('PS-10042', toHeader(project, 'u'), company, settings)],
        ['partners', 'A_BusinessPartner', () => toPartner('C-02', customer, company, settings)],
        ['time', 'TimeSheetEntryCollection', () => toTimeEntry(line, company, settings)],
        [
          'creditMemos',
          'A_CreditMemoRequestItem',
          () => toItem('CreditMemoRequest', { ...line, description: 'Given back' }, 0, 'PS-10042.1', settings),
        ],
        [
          'purchaseOrders',
          'A_PurchaseOrder',
          () => toOrder('1042/2026-01-04', '10300001', commitment, company, settings),
        ],
      ] as const),
    )('%s: %s takes every field we send', (service, set, body) => {
      const types = metadata(service);
      expect(misfits(types, types.typeOf(set), body())).toEqual([]);
    });

    it.each(described)('%s is the service by its own name', (service) => {
      expect(services[service].path.split('/').at(-1)!.split(';')[0]).toBe(metadata(service).namespace);
    });

    it.each(
      among([
        ['projects', 'A_EnterpriseProject', ['Project', 'ProcessingStatus', 'CompanyCode', 'CustomerUUID']],
        ['projects', 'A_EnterpriseProjectElement', ['ProjectUUID', 'ProjectElementUUID', 'ResponsibleCostCenter']],
        ['partners', 'A_BusinessPartner', ['Customer', 'BusinessPartnerUUID', 'BusinessPartnerIDByExtSystem']],
        ['partners', 'A_BusinessPartnerTaxNumber', ['BusinessPartner', 'BPTaxType', 'BPTaxNumber', 'BPTaxLongNumber']],
        ['partners', 'A_CustomerCompany', ['Customer', 'CompanyCode', 'ReconciliationAccount']],
        [
          'partners',
          'A_CustomerSalesArea',
          ['Customer', 'SalesOrganization', 'DistributionChannel', 'Division', 'Currency'],
        ],
        ['time', 'TimeSheetEntryCollection', ['TimeSheetDate', 'TimeSheetStatus', 'TimeSheetRecord']],
        ['partners', 'A_BusinessPartner', ['Supplier']],
        [
          'creditMemos',
          'A_CreditMemoRequest',
          ['PurchaseOrderByCustomer', 'TotalNetAmount', 'HeaderBillingBlockReason'],
        ],
        ['purchaseOrders', 'A_PurchaseOrder', ['CorrespncInternalReference', 'Supplier', 'DocumentCurrency']],
      ] as const),
    )('%s: %s has every field we read', (service, set, names) => {
      const types = metadata(service);
      expect(names.filter((name) => !types.property(types.typeOf(set), name))).toEqual([]);
    });
  },
);
