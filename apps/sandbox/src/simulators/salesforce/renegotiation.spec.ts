import { openOrg, type Org } from './org.fixture.js';

describe('a deal that is agreed anew in a Salesforce org', () => {
  let org: Org;
  beforeEach(async () => {
    org = await openOrg();
  });
  afterEach(() => org.hosted.close());

  const items = '(SELECT Product2.ProductCode, Quantity, UnitPrice, ServiceDate FROM OpportunityLineItems)';
  interface Deal {
    Amount: number;
    SystemModstamp: string;
    LastStageChangeDate: string | null;
    Name: string;
    OpportunityLineItems: { records: { Product2: { ProductCode: string }; Quantity: number; UnitPrice: number }[] };
  }
  const deal = async (): Promise<Deal> => {
    const columns = `Name, Amount, SystemModstamp, LastStageChangeDate, ${items}`;
    return (await org.rows<Deal>(`SELECT ${columns} FROM Opportunity WHERE Opportunity_Code__c = 'OPP-1'`))[0]!;
  };

  test('says when it was given its stage, and was changed later', async () => {
    expect((await deal()).LastStageChangeDate).toBeNull();
    org.at('2026-09-02T08:00:00.000Z');
    org.act('closeOpportunity', { code: 'OPP-1', outcome: 'win' });
    org.at('2026-09-03T08:00:00.000Z');
    org.act('changeOpportunity', { code: 'OPP-1', fields: { Name: 'Larger' } });
    expect(await deal()).toMatchObject({
      Name: 'Larger',
      LastStageChangeDate: '2026-09-02T08:00:00.000+0000',
      SystemModstamp: '2026-09-03T08:00:00.000+0000',
    });
  });

  test('has the sum of its products as its amount, whatever else is said', async () => {
    org.act('changeOpportunity', {
      code: 'OPP-1',
      fields: { Amount: 1 },
      products: [
        { role: 'CONS', hours: 10, hourlyRate: 160, date: '2026-11-01' },
        { role: 'PRIN', hours: 0 },
      ],
    });
    const { Amount, OpportunityLineItems } = await deal();
    expect([Amount, OpportunityLineItems.records]).toMatchObject([
      1600,
      [{ Product2: { ProductCode: 'CONS' }, Quantity: 10, UnitPrice: 160, ServiceDate: '2026-11-01' }],
    ]);
    org.act('changeOpportunity', { code: 'OPP-1', products: [{ role: 'PRIN', hours: 1, hourlyRate: 99.5 }] });
    expect((await deal()).Amount).toBe(1699.5);
  });

  test('is one that exists', () => {
    expect(() => org.act('changeOpportunity', { code: 'OPP-9' })).toThrow('there is no Opportunity "OPP-9"');
  });
});
