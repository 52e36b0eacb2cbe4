import { defaultFields, opportunityColumns, type OpportunityRow, toOpportunity } from './mapping.js';

const row: OpportunityRow = {
  Id: '0065g00000AbCdEAAV',
  Name: 'Claims operating model',
  StageName: 'Gewonnen',
  IsWon: true,
  IsClosed: true,
  Amount: 200_400,
  SystemModstamp: '2026-09-14T09:12:31.000+0000',
  Account: null,
  OpportunityLineItems: {
    records: [{ Quantity: 12.5, UnitPrice: 180, Product2: { ProductCode: 'CONS', Name: 'Consultant' } }],
  },
};

const manyCurrencies = { fields: defaultFields, currency: null };
const euroOnly = { fields: defaultFields, currency: 'EUR' };

describe('an opportunity', () => {
  it('is in the currency it names', () => {
    const { amount, lines } = toOpportunity({ ...row, CurrencyIsoCode: 'GBP' }, manyCurrencies);
    expect(amount).toEqual({ amount: '200400.00', currency: 'GBP' });
    expect(lines[0]).toMatchObject({ role: 'CONS', minutes: 750, hourlyRate: { amount: '180.00', currency: 'GBP' } });
  });

  it('of an org with one currency is in that one, and the field such an org lacks is not asked for', () => {
    expect(toOpportunity(row, euroOnly).amount).toEqual({ amount: '200400.00', currency: 'EUR' });
    expect(opportunityColumns(euroOnly)).not.toContain('CurrencyIsoCode');
    expect(opportunityColumns(manyCurrencies)).toContain('CurrencyIsoCode');
  });

  it('is won by its flags, whatever the firm calls the stage', () => {
    expect(toOpportunity({ ...row, CurrencyIsoCode: 'EUR' }, manyCurrencies)).toMatchObject({
      isWon: true,
      isClosed: true,
      modifiedAt: '2026-09-14T09:12:31.000Z',
    });
  });

  it('reads the org’s own fields under the names the org gives them', () => {
    const fields = { ...defaultFields, legalEntity: 'Our_Entity__c' };
    expect(toOpportunity({ ...row, Our_Entity__c: 'MER-DE' }, { fields, currency: 'EUR' }).legalEntity).toBe('MER-DE');
  });
});
