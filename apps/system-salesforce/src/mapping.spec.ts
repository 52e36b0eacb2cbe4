import {
  changedAt,
  defaultFields,
  opportunityColumns,
  type OpportunityRow,
  toOpportunity,
  versionOf,
} from './mapping.js';

const row: OpportunityRow = {
  Id: '0065g00000AbCdEAAV',
  Name: 'Claims operating model',
  StageName: 'Gewonnen',
  IsWon: true,
  IsClosed: true,
  Amount: 200_400,
  SystemModstamp: '2026-09-14T09:12:31.000+0000',
  CreatedDate: '2026-08-01T08:00:00.000+0000',
  LastStageChangeDate: '2026-09-14T09:12:31.000+0000',
  Account: null,
  OpportunityLineItems: {
    records: [
      {
        SystemModstamp: '2026-09-14T09:12:30.000+0000',
        Quantity: 12.5,
        UnitPrice: 180,
        ServiceDate: null,
        Product2: { ProductCode: 'CONS', Name: 'Consultant' },
      },
    ],
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

  it('is as new as the newest of itself and its lines', () => {
    expect(changedAt(row)).toBe('2026-09-14T09:12:31.000+0000');
    const [line] = row.OpportunityLineItems!.records;
    const changed = { ...line!, SystemModstamp: '2026-10-01T00:00:00.000+0000' };
    expect(changedAt({ ...row, OpportunityLineItems: { records: [line!, changed] } })).toBe(changed.SystemModstamp);
    expect(changedAt({ ...row, OpportunityLineItems: null })).toBe(row.SystemModstamp);
  });

  it('is another version after two changes within one second, and the same one with its lines in another order', () => {
    const version = (changes: Partial<OpportunityRow>): string => {
      const changed = { ...row, ...changes };
      return versionOf(changed, toOpportunity(changed, euroOnly));
    };
    const [line] = row.OpportunityLineItems!.records;
    const other = { ...line!, Quantity: 99 };
    const lines = (...records: (typeof other)[]) => version({ OpportunityLineItems: { records } });
    expect(version({})).toBe(version({}));
    expect(version({ Amount: 1 })).not.toBe(version({}));
    expect(lines(other)).not.toBe(lines(line!));
    expect(lines(line!, other)).toBe(lines(other, line!));
    expect(version({ SystemModstamp: '2026-10-01T00:00:00.000+0000' })).not.toBe(version({}));
  });

  it('reads the org’s own fields under the names the org gives them', () => {
    const fields = { ...defaultFields, legalEntity: 'Our_Entity__c' };
    expect(toOpportunity({ ...row, Our_Entity__c: 'MER-DE' }, { fields, currency: 'EUR' }).legalEntity).toBe('MER-DE');
  });
});
