import { compareBills, compareCharges, compareProjects, type ProjectThere } from './swap-comparison.js';
import type { ShadowWrite } from './shadow-write.repository.js';

const project: NonNullable<ProjectThere> = {
  id: '107',
  reference: 'P-7',
  name: 'Grid data platform',
  status: 'active',
  customerId: '4',
  legalEntity: 'MER-DE',
  contractNumber: 'CT-7',
  taxCode: 'DE-19',
  customer: { reference: null, taxNumber: 'DE811569869', name: 'Nordlicht Energie AG' },
};

const charge = (minutes: number, amount: string, state: ShadowWrite['state']): ShadowWrite =>
  ({
    state,
    request: { body: { lines: [{ minutes, amount: { amount, currency: 'EUR' } }] } },
  }) as unknown as ShadowWrite;

describe('a project in two ERPs (F13)', () => {
  it('is the same under other ids, and when the two know its customer by one common word', () => {
    const customer = { reference: 'C-02', taxNumber: 'de811569869', name: 'Nordlicht Energie' };
    expect(
      compareProjects('project P-7', project, { ...project, id: 'uuid', customerId: '10100002', customer }),
    ).toEqual([]);
  });

  it('differs by field, in words of the business', () => {
    const customer = { reference: null, taxNumber: 'DE1', name: 'Somebody Else' };
    const shadow = { ...project, status: 'pending' as const, taxCode: null, customer };
    expect(compareProjects('project P-7', project, shadow)).toEqual([
      { record: 'project P-7', field: 'financial state', live: 'active', shadow: 'pending' },
      { record: 'project P-7', field: 'tax code', live: 'DE-19', shadow: 'nothing' },
      { record: 'project P-7', field: 'customer', live: 'Nordlicht Energie AG', shadow: 'Somebody Else' },
    ]);
  });

  it('whose customer nobody recognises in the shadow is no equal', () => {
    const [difference] = compareProjects('project P-7', project, { ...project, customerId: '9', customer: null });
    expect(difference).toMatchObject({ field: 'customer', shadow: 'unknown id 9' });
  });

  it('may be there or not', () => {
    expect(compareProjects('project P-7', project, null)).toEqual([
      { record: 'project P-7', field: 'existence', live: 'there', shadow: 'not there' },
    ]);
    expect(compareProjects('project P-7', null, null)).toEqual([]);
  });
});

describe('money in two ERPs', () => {
  const total = (amount: string, currency = 'EUR') => ({ total: { amount, currency } });

  it('is compared as decimals, with its currency', () => {
    expect(compareBills('invoice I', total('1140.0'), total('1140.00'))).toEqual([]);
    expect(compareBills('invoice I', total('0.30'), total('0.31'))).toEqual([
      { record: 'invoice I', field: 'total', live: '0.30 EUR', shadow: '0.31 EUR' },
    ]);
    expect(compareBills('invoice I', total('5.00'), total('5.00', 'USD'))).toHaveLength(1);
  });

  it('charged and taken back nets, a refused line is missing, and one on its way counts nowhere', () => {
    const both = [charge(90, '285.00', 'done'), charge(-30, '-95.00', 'done'), charge(600, '1900.00', 'waiting')];
    expect(compareCharges('charges of P-7', both)).toEqual([]);
    expect(compareCharges('charges of P-7', [...both, charge(45, '142.50', 'failed')])).toEqual([
      { record: 'charges of P-7', field: 'billed hours', live: '1.75 h', shadow: '1.00 h' },
      { record: 'charges of P-7', field: 'billed amount', live: '332.50 EUR', shadow: '190.00 EUR' },
    ]);
  });
});
