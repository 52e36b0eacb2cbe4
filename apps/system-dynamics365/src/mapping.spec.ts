import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import type { erp } from '#contracts';
import { isOpen, statusOf, toBilling, toInvoiceLine, toJournalLine, toProject, totalOf } from './mapping.js';
import { dayOf } from './odata.js';
import { Company, Dynamics365Settings } from './settings.js';

const company = plainToInstance(Company, {
  legalEntity: 'MER-US',
  dataArea: 'usmf',
  customerGroup: '30',
  hourJournal: 'Hour',
  revenueAccount: '401100',
});
const settings = plainToInstance(Dynamics365Settings, {
  companies: [],
  categories: { CONS: 'Consult' },
  dimensions: '-{costCentre}--',
});
const usd = (amount: string) => ({ amount, currency: 'USD' });

const line: erp.BillableLine = {
  reference: 'TE-kantata-1',
  project: 'P-10042',
  workerNumber: '000001',
  role: 'CONS',
  date: '2026-11-16',
  minutes: 450,
  hourlyRate: usd('180.00'),
  amount: usd('1350.00'),
  memo: 'Fieldwork',
};

describe('a charge', () => {
  it('is a line of an hour journal, whose description begins with our reference', () => {
    expect(toJournalLine(line, company, settings)).toEqual({
      dataAreaId: 'usmf',
      ProjectID: 'P-10042',
      ProjectDate: '2026-11-16T12:00:00Z',
      Category: 'Consult',
      ResourceId: '000001',
      ResourceCompanyId: 'usmf',
      Hours: 7.5,
      SalesPrice: 180,
      CurrencyId: 'USD',
      LineProperty: 'Billable',
      Description: 'TE-kantata-1: Fieldwork',
    });
  });

  it('keeps its minutes where hours have no end, and loses words rather than its reference', () => {
    const { Hours, Description } = toJournalLine({ ...line, minutes: 50, memo: 'x'.repeat(200) }, company, settings);
    expect(Hours).toBe(0.833333);
    expect(Description).toBe(`TE-kantata-1: ${'x'.repeat(46)}`);
    expect(toJournalLine({ ...line, memo: null }, company, settings).Description).toBe('TE-kantata-1:');
  });

  it('of a role without a category of its own is of the category named like the role', () => {
    expect(toJournalLine({ ...line, role: 'PM' }, company, settings).Category).toBe('PM');
  });
});

describe('an invoice', () => {
  it('has lines that say price and amount', () => {
    const invoiceLine = { role: 'CONS', minutes: 450, hourlyRate: usd('180.00'), amount: usd('1350.00') };
    expect(toInvoiceLine({ ...invoiceLine, description: 'October' }, '5637145331', 'P-10042', company)).toEqual({
      dataAreaId: 'usmf',
      ParentRecId: 5637145331,
      ProjectID: 'P-10042',
      Description: 'October',
      Quantity: 7.5,
      UnitPrice: 180,
      TransactionCurrencyAmount: 1350,
      MainAccountDisplayValue: '401100',
    });
  });

  it('adds up in decimals', () => {
    expect(totalOf([0.1, 0.2], 'USD')).toEqual(usd('0.30'));
    expect(totalOf([], 'USD')).toEqual(usd('0.00'));
  });
});

describe('a project', () => {
  it.each([
    ['Created', 'pending'],
    ['Estimated', 'pending'],
    ['Scheduled', 'pending'],
    ['InProcess', 'active'],
    ['User1', 'pending'],
    ['Completed', 'closed'],
  ])('in stage %s is %s', (ProjectStage, status) => {
    expect(statusOf({ ProjectStage })).toBe(status);
  });

  it('has nothing where Dynamics writes empty text', () => {
    const row = {
      ProjectId: 'P-1',
      ProjectName: 'Harbour audit',
      ProjectStage: 'Created',
      CustomerAccountNumber: 'C-1',
      ContractNumber_Custom: '',
    };
    const own = { ...settings, projectFields: { contractNumber: 'ContractNumber_Custom' } };
    expect(toProject(row, company, own)).toEqual({
      id: 'P-1',
      reference: 'P-1',
      name: 'Harbour audit',
      status: 'pending',
      customerId: 'C-1',
      legalEntity: 'MER-US',
      contractNumber: null,
      taxCode: null,
    });
  });

  it('is billed by its group and its dimensions; the rest stands in fields of the environment’s own', () => {
    const setup: erp.BillingSetup = {
      billingType: 'fixed-price',
      contractNumber: 'CTR-1',
      taxCode: 'US-SVC',
      deliveryModel: 'onsite',
      costCentre: 'US-STR',
      rates: [],
    };
    expect(toBilling(setup, company, settings)).toEqual({ ProjectGroupId: 'FP', DimensionDisplayValue: '-US-STR--' });
    const own = { ...settings, projectFields: { contractNumber: 'Contract_Custom', billingType: 'Type_Custom' } };
    expect(toBilling({ ...setup, billingType: 'time-and-materials' }, company, own)).toEqual({
      ProjectGroupId: 'TM',
      DimensionDisplayValue: '-US-STR--',
      Contract_Custom: 'CTR-1',
      Type_Custom: 'time-and-materials',
    });
  });
});

describe('a cost centre', () => {
  const none = '1900-01-01T12:00:00Z';
  it.each([
    [{ IsSuspended: 'No', ActiveFrom: none, ActiveTo: none }, true],
    [{ IsSuspended: 'Yes', ActiveFrom: none, ActiveTo: none }, false],
    [{ IsSuspended: 'No', ActiveFrom: '2026-11-21T12:00:00Z', ActiveTo: '2026-11-21T12:00:00Z' }, true],
    [{ IsSuspended: 'No', ActiveFrom: '2026-11-22T12:00:00Z', ActiveTo: none }, false],
    [{ IsSuspended: 'No', ActiveFrom: none, ActiveTo: '2026-11-20T12:00:00Z' }, false],
  ])('%j is open: %s', (value, open) => {
    expect(isOpen(value, '2026-11-21')).toBe(open);
  });
});

test('the year 1900 is no date', () => {
  expect([dayOf('1900-01-01T12:00:00Z'), dayOf('1900-01-01T00:00:00Z'), dayOf('')]).toEqual([null, null, null]);
  expect(dayOf('2027-01-04T12:00:00Z')).toBe('2027-01-04');
});
