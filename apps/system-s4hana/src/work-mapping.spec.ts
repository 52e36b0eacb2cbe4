import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { type Element, parseXml } from '#connector';
import type { erp } from '#contracts';
import { refusalIn, toEnvelope } from './employees.js';
import { Company, S4hanaSettings } from './settings.js';
import { bears, quantityOf, toItem, toTimeEntry } from './work-mapping.js';

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
const settings = plainToInstance(S4hanaSettings, { activityTypes: { CONS: 'T001' }, companies: [] });

describe('a line of work', () => {
  const line: erp.BillableLine = {
    reference: 'TE-kantata-1',
    project: 'PS-10042',
    workerNumber: 'TESTER_1',
    role: 'CONS',
    date: '2026-11-16',
    minutes: 450,
    hourlyRate: { amount: '180.00', currency: 'EUR' },
    amount: { amount: '1350.00', currency: 'EUR' },
    memo: 'Fieldwork',
  };

  it('is a time record to be created, with our reference where its note ends', () => {
    expect(toTimeEntry(line, company, settings)).toEqual({
      PersonWorkAgreementExternalID: 'TESTER_1',
      CompanyCode: '1010',
      TimeSheetRecord: '',
      TimeSheetDate: '/Date(1794787200000)/',
      TimeSheetIsReleasedOnSave: true,
      TimeSheetOperation: 'C',
      TimeSheetDataFields: {
        ControllingArea: 'A000',
        ActivityType: 'T001',
        WBSElement: 'PS-10042.1',
        TimeSheetNote: 'Fieldwork [TE-kantata-1]',
        RecordedHours: '7.50',
        RecordedQuantity: '7.500',
        HoursUnitOfMeasure: 'H',
      },
    });
  });

  it('is found by the whole of its reference, whatever its memo says', () => {
    expect(bears('Fieldwork [TE-kantata-1]', 'TE-kantata-1')).toBe(true);
    expect(bears('like [TE-kantata-1] [TE-kantata-11]', 'TE-kantata-1')).toBe(false);
    expect(bears('[TE-kantata-11]', 'TE-kantata-1')).toBe(false);
    expect(bears(null, 'TE-kantata-1')).toBe(false);
  });

  it('of a role without an activity type that SAP has room for is refused', () => {
    expect(() => toTimeEntry({ ...line, role: 'SR-CONS' }, company, settings)).toThrow(/role SR-CONS/);
  });
});

describe('an invoice', () => {
  it('charges hours where three decimals say them exactly, else minutes', () => {
    expect(quantityOf(450)).toEqual({ quantity: '7.500', unit: 'H' });
    expect(quantityOf(3)).toEqual({ quantity: '0.050', unit: 'H' });
    expect(quantityOf(20)).toEqual({ quantity: '20.000', unit: 'MIN' });
  });

  it('has an item with a manual price for each line', () => {
    const rate = { amount: '180.00', currency: 'EUR' };
    const line = {
      role: 'CONS',
      minutes: 20,
      hourlyRate: rate,
      amount: { ...rate, amount: '60.00' },
      description: 'Consultant',
    };
    expect(toItem('DebitMemoRequest', line, 1, 'PS-10042.1', settings)).toEqual({
      DebitMemoRequestItem: '20',
      Material: 'ROLE-CONS',
      DebitMemoRequestItemText: 'Consultant',
      RequestedQuantity: '20.000',
      RequestedQuantityUnit: 'MIN',
      WBSElement: 'PS-10042.1',
      to_PricingElement: [
        {
          ConditionType: 'PPR0',
          ConditionRateValue: '180.00',
          ConditionCurrency: 'EUR',
          ConditionQuantity: '1',
          ConditionQuantityUnit: 'H',
        },
      ],
    });
  });
});

describe('the amount of a bill line', () => {
  /** 15 and 30 minutes at 142.75 are 35.69 and 71.38, 107.07 in all; 45 minutes at once would be 107.06. */
  const line: erp.InvoiceLine = {
    role: 'QA',
    minutes: 45,
    hourlyRate: { amount: '142.75', currency: 'USD' },
    amount: { amount: '107.07', currency: 'USD' },
    description: 'QA',
  };

  it('is the price of all its minutes where time at the rate would not come to it', () => {
    expect(toItem('DebitMemoRequest', line, 0, 'P-1.1', settings)).toMatchObject({
      RequestedQuantity: '45.000',
      RequestedQuantityUnit: 'MIN',
      to_PricingElement: [
        {
          ConditionRateValue: '107.07',
          ConditionCurrency: 'USD',
          ConditionQuantity: '45',
          ConditionQuantityUnit: 'MIN',
        },
      ],
    });
  });
});

describe('an employee', () => {
  const state: erp.EmployeeState = {
    firstName: 'Ada',
    lastName: 'O’Neill & <Rowe>',
    email: 'ada@meridian.example',
    legalEntity: 'MER-DE',
    costCentre: '10101101',
    active: true,
  };

  it('is sent under ids that are the same each time, with every sign kept', () => {
    const envelope = toEnvelope('1042', state, company, settings);
    expect(toEnvelope('1042', state, company, settings)).toBe(envelope);
    expect(envelope).toContain('<PersonExternalID>1042</PersonExternalID>');
    expect(envelope).toContain('<LastName>O’Neill &amp; &lt;Rowe&gt;</LastName>');
  });

  it('who left keeps the agreement, with another status', () => {
    const left = toEnvelope('1042', { ...state, active: false }, company, settings);
    expect(left).toContain('<WorkAgreementStatus>0</WorkAgreementStatus>');
  });

  // The vendor's own example.
  const replied = (items: string): Element => parseXml(`<n0:Reply>${items}</n0:Reply>`)!;
  const log = (severity: string) =>
    `<LogItem>\n<TypeID>000(010)</TypeID>\n<SeverityCode>${severity}</SeverityCode>\n<Note>Worker: XXXX - Work Order is mandatory.</Note>\n</LogItem>`;

  it('who is refused is told by the log, though the reply says 200', () => {
    const refusal = refusalIn(replied(log('S') + log('E')));
    expect([refusal?.kind, refusal?.detail.code]).toEqual(['rejected', '000(010)']);
    expect(refusal?.message).toBe('S/4HANA: Worker: XXXX - Work Order is mandatory.');
  });

  it('who is taken with a warning is taken', () => {
    expect(refusalIn(replied(log('W')))).toBeNull();
  });
});
