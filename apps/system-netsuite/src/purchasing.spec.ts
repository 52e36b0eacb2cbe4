import { toOrder } from './purchasing.js';

const commitment = {
  legalEntity: 'MER-US',
  supplier: 'Northwind Staffing',
  workerNumber: '1042',
  costCentre: 'US-STR',
  startDate: '2026-10-01',
  endDate: '2027-03-31',
  amount: { amount: '24000.50', currency: 'USD' },
  description: 'Data engineer, extended',
};

describe('what is committed for a contractor', () => {
  it('is a purchase order with one line, in the legal entity that buys and at the cost centre that bears it', () => {
    expect(toOrder('611', 'CONTRACTOR', commitment)).toEqual({
      entity: { id: '611' },
      subsidiary: { externalId: 'MER-US' },
      currency: { externalId: 'USD' },
      tranDate: '2026-10-01',
      dueDate: '2027-03-31',
      memo: 'Data engineer, extended',
      item: {
        items: [
          {
            item: { externalId: 'CONTRACTOR' },
            quantity: 1,
            rate: 24000.5,
            amount: 24000.5,
            department: { externalId: 'US-STR' },
            description: '1042, 2026-10-01 to 2027-03-31',
            isClosed: false,
          },
        ],
      },
    });
  });

  it('that is taken back is a line of nothing, closed', () => {
    const { items } = toOrder('611', 'CONTRACTOR', { ...commitment, amount: { amount: '0.00', currency: 'USD' } }).item;
    expect(items).toMatchObject([{ rate: 0, amount: 0, isClosed: true }]);
  });
});
