import { odataDate } from './v2.js';
import { differences, odataDay } from './values.js';

describe('a day', () => {
  // The vendor's own examples.
  it.each([
    ['2026-11-20', '/Date(1795132800000)/'],
    ['2027-01-04', '/Date(1799020800000)/'],
    ['1969-12-31', '/Date(-86400000)/'],
  ])('%s travels as %s', (day, wire) => {
    expect([odataDate(day), odataDay(wire)]).toEqual([wire, day]);
  });

  it('of a moment with an offset is its day in UTC, whatever the offset', () => {
    expect(odataDay('/Date(1795219199000+0000)/')).toBe('2026-11-20');
    expect(odataDay('/Date(1795219199000+0120)/')).toBe('2026-11-20');
  });

  it('that is absent is no day', () => {
    expect([odataDay(null), odataDay(''), odataDay('2026-11-20')]).toEqual([null, null, null]);
  });

  it('is no difference when it is only spelt otherwise', () => {
    const record = { ProjectEndDate: '/Date(1795132800000+0000)/', ProjectCurrency: 'EUR' };
    const wanted = { ProjectEndDate: '/Date(1795132800000)/', ProjectCurrency: 'USD' };
    expect(differences(record, wanted)).toEqual({ ProjectCurrency: 'USD' });
  });
});
