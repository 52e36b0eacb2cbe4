import 'reflect-metadata';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainToInstance } from 'class-transformer';
import { toNameAndTax, toNewCustomer } from './customers.js';
import { toEmployment } from './employees.js';
import { toBilling, toJournalLine, toNewProject, toShell } from './mapping.js';
import { Company, Dynamics365Settings } from './settings.js';
import { toJournal } from './time.js';

/** Descriptions of the vendor's data entities are not ours to publish: whoever has them says where. */
const folder = join(process.env.VENDOR_SPECS ?? '', 'd365', 'ballerina-openapi');
const isHere = Boolean(process.env.VENDOR_SPECS) && existsSync(folder);

interface Schema {
  $ref?: string;
  properties?: Record<string, unknown>;
}
interface OpenApi {
  paths: Record<string, { post?: { requestBody: { content: { 'application/json': { schema: Schema } } } } }>;
  components: { schemas: Record<string, Schema> };
}

function fieldsOf(area: string, set: string): string[] {
  const api = JSON.parse(readFileSync(join(folder, `${area}.json`), 'utf8')) as OpenApi;
  const { $ref = '' } = api.paths[`/${set}`]!.post!.requestBody.content['application/json'].schema;
  return Object.keys(api.components.schemas[$ref.split('/').at(-1)!]!.properties!);
}

const company = plainToInstance(Company, { legalEntity: 'MER-US', dataArea: 'usmf' });
const settings = plainToInstance(Dynamics365Settings, { companies: [] });
const usd = (amount: string) => ({ amount, currency: 'USD' });
const customer = { name: 'Harbour Ltd', taxNumber: 'US-1', legalEntity: 'MER-US', currency: 'USD' };
const project = { ...customer, customerId: 'C-1', startDate: '2027-01-04', endDate: '2027-06-30' };
const setup = {
  billingType: 'fixed-price',
  contractNumber: 'CTR-1',
  taxCode: 'US-SVC',
  deliveryModel: 'onsite',
  costCentre: 'US-STR',
  rates: [],
} as const;
const line = {
  reference: 'TE-1',
  project: 'P-1',
  workerNumber: '1042',
  role: 'CONS',
  date: '2026-11-16',
  minutes: 450,
  hourlyRate: usd('180.00'),
  amount: usd('1350.00'),
  memo: null,
};

/** What we send or read, by description and entity set. */
const used: [area: string, set: string, fields: () => object][] = [
  ['receivable', 'CustomersV3', () => ({ ...toNewCustomer('C-1', 'USD', company), ...toNameAndTax(customer) })],
  [
    'asset',
    'ProjectsV2',
    () => ({
      ...toNewProject('P-1', company),
      ...toShell(project),
      ...toBilling({ ...setup, rates: [] }, company, settings),
      ProjectStage: '',
    }),
  ],
  ['ledger', 'JournalTables', () => toJournal('mark', company)],
  ['ledger', 'JournalTrans', () => ({ JournalId: '', LineNumber: 1, ...toJournalLine(line, company, settings) })],
  ['hr', 'Employments', () => toEmployment('1042', 'US-STR', company, settings)],
  [
    'ledger',
    'FinancialDimensionValues',
    () => ({
      FinancialDimension: '',
      DimensionValue: '',
      Description: '',
      IsSuspended: '',
      ActiveFrom: '',
      ActiveTo: '',
    }),
  ],
];

(isHere ? describe : describe.skip)('fields against the vendor’s metadata (skipped without VENDOR_SPECS)', () => {
  it.each(used)('%s: %s has every field we send or read', (area, set, fields) => {
    const known = fieldsOf(area, set);
    expect(Object.keys(fields()).filter((field) => !known.includes(field))).toEqual([]);
  });
});
