import type { erp } from '#contracts';
import { firstDayChanged, newRates, revisedRates } from './rate-card.js';

const usd = (amount: string) => ({ amount, currency: 'USD' });
const rate = (amount: string, effectiveFrom: string | null = null, role = 'CONS'): erp.BillingRate => ({
  role,
  hourlyRate: usd(amount),
  effectiveFrom,
});
const sold = (amount: string, effectiveFrom: string | null = null, role = 'CONS') => [
  { role, roleName: role, minutes: 600, hourlyRate: usd(amount), effectiveFrom },
];
const changedOn = '2026-11-20';
const revised = (before: erp.BillingRate[], lines: ReturnType<typeof sold>) =>
  revisedRates(before, lines, changedOn).map(
    ({ hourlyRate, effectiveFrom }) => `${hourlyRate.amount} ${effectiveFrom}`,
  );

describe('the rates of a role (E14)', () => {
  it('stay where the deal says the same, however it is written', () => {
    expect(revised([rate('180.00')], sold('180.0'))).toEqual(['180.00 null']);
    expect(revised([rate('180.00')], sold('180.00', '2026-10-01'))).toEqual(['180.00 null']);
  });

  it('change on the day the line names, also in the past, else on the day of the change', () => {
    expect(revised([rate('180.00')], sold('200.00', '2026-12-01'))).toEqual(['180.00 null', '200.00 2026-12-01']);
    expect(revised([rate('180.00')], sold('200.00', '2026-10-05'))).toEqual(['180.00 null', '200.00 2026-10-05']);
    expect(revised([rate('180.00')], sold('200.00'))).toEqual(['180.00 null', '200.00 2026-11-20']);
  });

  it('have their day put right, earlier or later', () => {
    const before = [rate('180.00'), rate('200.00', '2026-12-01')];
    expect(revised(before, sold('200.00', '2026-11-15'))).toEqual(['180.00 null', '200.00 2026-11-15']);
    expect(revised(before, sold('200.00', '2027-01-01'))).toEqual(['180.00 null', '200.00 2027-01-01']);
    expect(revised(before, sold('200.00'))).toEqual(['180.00 null', '200.00 2026-12-01']);
  });

  it('replace what was to count later; the old rate again ends the newer one', () => {
    const before = [rate('180.00'), rate('200.00', '2026-12-01')];
    expect(revised(before, sold('190.00'))).toEqual(['180.00 null', '190.00 2026-11-20']);
    expect(revised(before, sold('180.00'))).toEqual(['180.00 null']);
    expect(revised([rate('180.00'), rate('200.00', '2026-11-01')], sold('180.00'))).toEqual([
      '180.00 null',
      '200.00 2026-11-01',
      '180.00 2026-11-20',
    ]);
  });

  it('that is no longer sold stay for time worked before; a new role has its rate from the beginning', () => {
    expect(revisedRates([rate('180.00')], sold('142.75', null, 'QA'), changedOn)).toEqual([
      rate('180.00'),
      rate('142.75', null, 'QA'),
    ]);
  });
});

describe('what a change of rates means', () => {
  const after = [
    rate('180.00'),
    rate('200.00', '2026-12-01'),
    rate('99.00', '2026-11-15', 'QA'),
    rate('90.00', null, 'QA'),
  ];

  it('for the PSA is each new rate, by its day', () => {
    expect(newRates([rate('180.00')], after)).toEqual([
      ['2026-11-15', [rate('99.00', '2026-11-15', 'QA')]],
      ['2026-12-01', [rate('200.00', '2026-12-01')]],
    ]);
  });

  it('for billing is the first day that changes, and none where a role is only added', () => {
    expect(firstDayChanged([rate('180.00')], after)).toBe('2026-12-01');
    expect(firstDayChanged([rate('180.00')], [rate('180.00'), rate('90.00', null, 'QA')])).toBeNull();
    expect(firstDayChanged([rate('180.00'), rate('200.00', '2026-11-01')], [rate('180.00')])).toBe('2026-11-01');
  });
});
