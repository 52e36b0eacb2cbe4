import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { orderReferenceOf, toItemState, toOrder } from './purchasing.js';
import { Company, S4hanaSettings } from './settings.js';

const company = plainToInstance(Company, { legalEntity: 'MER-DE', companyCode: '1010' });
const settings = plainToInstance(S4hanaSettings, {});
const state = {
  legalEntity: 'MER-DE',
  supplier: 'Northwind Staffing',
  workerNumber: '1042',
  costCentre: 'de-str',
  startDate: '2026-11-20',
  endDate: '2027-06-30',
  amount: { amount: '24000.00', currency: 'EUR' },
  description: 'Ada Byron, 2026-11-20 to 2027-06-30',
};

describe('our reference on a purchase order', () => {
  it('has room in twelve characters however long it is, and is the same each time', () => {
    expect(orderReferenceOf('1042/2026-11-20')).toMatch(/^[0-9a-z]{12}$/);
    expect(orderReferenceOf('1042/2026-11-20')).toBe(orderReferenceOf('1042/2026-11-20'));
    expect(orderReferenceOf('1042/2026-11-21')).not.toBe(orderReferenceOf('1042/2026-11-20'));
  });
});

describe('a purchase order for a contractor', () => {
  it('is one activity, borne by the cost centre, for as long as the contractor stays', () => {
    expect(toOrder('1042/2026-11-20', '10300001', state, company, settings)).toEqual({
      CompanyCode: '1010',
      PurchaseOrderType: 'NB',
      Supplier: '10300001',
      PurchasingOrganization: '1010',
      PurchasingGroup: '001',
      DocumentCurrency: 'EUR',
      CorrespncInternalReference: orderReferenceOf('1042/2026-11-20'),
      // 2026-11-20 and 2027-06-30, midnight UTC, by `date -u -d … +%s`
      ValidityStartDate: '/Date(1795132800000)/',
      ValidityEndDate: '/Date(1814313600000)/',
      to_PurchaseOrderItem: [
        {
          PurchaseOrderItem: '10',
          PurchaseOrderItemText: '1042 Ada Byron, 2026-11-20 to 2027-06-30',
          Plant: '1010',
          MaterialGroup: 'P001',
          OrderQuantity: '1',
          PurchaseOrderQuantityUnit: 'AU',
          NetPriceAmount: '24000.000',
          NetPriceQuantity: '1',
          AccountAssignmentCategory: 'K',
          IsCompletelyDelivered: false,
          IsFinallyInvoiced: false,
          to_AccountAssignment: [{ CostCenter: 'DE-STR' }],
        },
      ],
    });
  });

  it('commits to nothing any more when it is taken back, and keeps its price', () => {
    expect(toItemState({ ...state, amount: { amount: '0.00', currency: 'EUR' } })).toEqual({
      IsCompletelyDelivered: true,
      IsFinallyInvoiced: true,
    });
  });
});
