import { Decimal } from 'decimal.js';
import type { erp } from '#contracts';
import { money } from '#kernel';
import { idOf, type NetsuiteRecord } from './api.js';

/** Ids behind the account's project statuses; the vendor publishes the ids, each account their meaning. */
export const projectStatus = { closed: '1', active: '2', pending: '4' } as const;
const statusWords: Record<string, erp.ErpProject['status']> = { '1': 'closed', '2': 'active', '4': 'pending' };

export const billingTypes: Record<erp.BillingSetup['billingType'], string> = {
  'time-and-materials': '2',
  'fixed-price': '4',
};

export const statusOf = (job: NetsuiteRecord): erp.ErpProject['status'] =>
  statusWords[idOf(job.entityStatus) ?? ''] ?? 'pending';

/** `450` → `7:30` */
export const duration = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

/** Hours with as many places as a minute needs. */
export const hours = (minutes: number): number => new Decimal(minutes).dividedBy(60).toDecimalPlaces(4).toNumber();

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

export const toProject = (job: NetsuiteRecord, legalEntity: string | null): erp.ErpProject => ({
  id: job.id,
  reference: job.externalId ?? null,
  name: text(job.companyName) ?? '',
  status: statusOf(job),
  customerId: idOf(job.parent),
  legalEntity,
  contractNumber: text(job.custentity_contract_number),
  taxCode: text(job.custentity_tax_code),
});

export const toTimeBill = (line: erp.BillableLine) => ({
  employee: { externalId: line.workerNumber },
  customer: { externalId: line.project },
  item: { externalId: `ROLE-${line.role}` },
  tranDate: line.date,
  hours: duration(line.minutes),
  isBillable: true,
  overrideRate: true,
  rate: Number(line.hourlyRate.amount),
  memo: line.memo ?? '',
  timeType: { id: 'A' },
  approvalStatus: { id: '3' },
});

/** Time cannot be negative: what was recorded is emptied instead. */
export const toEmptiedTimeBill = (line: erp.BillableLine) => ({
  hours: duration(0),
  isBillable: false,
  memo: line.memo ?? '',
});

export const toInvoiceBody = (state: erp.InvoiceState) => ({
  entity: { externalId: state.project },
  tranDate: state.date,
  currency: { externalId: state.currency },
  item: {
    items: state.lines.map((line) => ({
      item: { externalId: `ROLE-${line.role}` },
      quantity: hours(line.minutes),
      rate: Number(line.hourlyRate.amount),
      amount: Number(line.amount.amount),
      description: line.description,
    })),
  },
});

export const toInvoice = (invoice: NetsuiteRecord, currency: string): erp.Invoice => ({
  id: invoice.id,
  url: null,
  reference: invoice.externalId ?? null,
  number: String(invoice.tranId),
  total: money(String(invoice.total), currency),
});
