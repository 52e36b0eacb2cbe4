import { type Carried, heldDuring, planOf } from './carried.js';

const carried = (worker: string, minutes = 60): Carried => {
  const shared = { project: 'P-1', workerNumber: worker, startDate: '2026-10-05', endDate: '2026-10-05', minutes };
  return {
    reference: `float/A1/${worker}/P-1`,
    legalEntity: 'MER-US',
    ownership: { ...shared, roleName: 'Consultant', hourlyRate: null },
    labour: { ...shared, role: 'CONS', costCentre: 'US-STR', hourlyCost: null },
    weeks: [['2026-10-05', minutes]],
  };
};
const nothing = { records: [], isComplete: true };
const all = (...records: Carried[]) => ({ records, isComplete: true });

describe('what PSA and ERP are told', () => {
  it('is nothing where they hold it already, or never held anything', () => {
    expect(planOf(all(carried('1')), carried('1'))).toEqual({ ends: [], carries: null });
    expect(planOf(nothing, null)).toEqual({ ends: [], carries: null });
  });

  it('is the new state under the same name', () => {
    expect(planOf(all(carried('1')), carried('1', 90))).toEqual({ ends: [], carries: carried('1', 90) });
  });

  it('is an end, without time, where it is taken back or somebody else’s', () => {
    const { ends, carries } = planOf(all(carried('1')), carried('2'));
    expect(
      ends.map(({ reference, ownership, labour, weeks }) => [reference, ownership.minutes, labour.minutes, weeks]),
    ).toEqual([['float/A1/1/P-1', 0, 0, []]]);
    expect(carries).toEqual(carried('2'));
    expect(planOf(all(carried('1')), null)).toMatchObject({ ends: [{ reference: 'float/A1/1/P-1' }], carries: null });
  });

  it('is told again where nobody knows whether it was told', () => {
    const during = heldDuring(all(carried('1')), carried('2'));
    expect(during).toEqual({ records: [carried('1'), carried('2')], isComplete: false });
    expect(planOf(during, carried('2'))).toMatchObject({
      ends: [{ reference: 'float/A1/1/P-1' }],
      carries: carried('2'),
    });
    expect(planOf(during, null).ends).toHaveLength(2);
  });
});
