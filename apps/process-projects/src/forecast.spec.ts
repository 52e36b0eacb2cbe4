import { addMoney } from '#kernel';
import { type ForecastFacts, forecastOf } from './forecast.js';

const usd = (amount: string) => ({ amount, currency: 'USD' });
const line = (role: string, minutes: number, amount: string) => ({
  role,
  roleName: role,
  minutes,
  hourlyRate: usd(amount),
});

/** 5 October to 18 December 2026: 20, 21 and 14 working days. */
const facts = (changes: Partial<ForecastFacts['deal']> = {}, rates?: ForecastFacts['rates']): ForecastFacts => ({
  deal: {
    billingType: 'time-and-materials',
    amount: usd('11000.00'),
    startDate: '2026-10-05',
    endDate: '2026-12-18',
    lines: [line('CONS', 3300, '200.00')],
    ...changes,
  },
  rates: rates ?? [{ role: 'CONS', hourlyRate: usd('200.00'), effectiveFrom: null }],
});

const months = ({ invoices }: ReturnType<typeof forecastOf>) =>
  invoices.map(({ month, minutes, amount }) => `${month} ${minutes} ${amount.amount}`);

describe('the forecast of a project (E13)', () => {
  it('spreads effort over working days, month by month', () => {
    const forecast = forecastOf('P-1', facts());
    expect(forecast.total).toEqual(usd('11000.00'));
    expect(months(forecast)).toEqual(['2026-10 1200 4000.00', '2026-11 1260 4200.00', '2026-12 840 2800.00']);
  });

  it('prices what is worked from a day on at the rate of that day', () => {
    const rates = [
      { role: 'CONS', hourlyRate: usd('200.00'), effectiveFrom: null },
      { role: 'CONS', hourlyRate: usd('220.00'), effectiveFrom: '2026-11-16' },
    ];
    const forecast = forecastOf('P-1', facts({}, rates));
    // 30 working days before the day, 25 from it on.
    expect(forecast.budget).toEqual([
      {
        role: 'CONS',
        from: '2026-10-05',
        to: '2026-11-15',
        minutes: 1800,
        hourlyRate: usd('200.00'),
        amount: usd('6000.00'),
      },
      {
        role: 'CONS',
        from: '2026-11-16',
        to: '2026-12-18',
        minutes: 1500,
        hourlyRate: usd('220.00'),
        amount: usd('5500.00'),
      },
    ]);
    expect(months(forecast)).toEqual(['2026-10 1200 4000.00', '2026-11 1260 4420.00', '2026-12 840 3080.00']);
  });

  it('comes to its total to the cent, whatever does not divide', () => {
    const lines = [line('CONS', 3301, '199.99'), line('QA', 77, '142.75')];
    const rates = lines.map(({ role, hourlyRate }) => ({ role, hourlyRate }));
    const forecast = forecastOf('P-1', facts({ lines }, rates));
    // 3301 / 60 × 199.99 = 11002.783…, 77 / 60 × 142.75 = 183.195…
    expect(forecast.total).toEqual(usd('11185.98'));
    expect(forecast.invoices.map(({ amount }) => amount).reduce(addMoney)).toEqual(usd('11185.98'));
    expect(forecast.invoices.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(3378);
  });

  it('of a fixed price is the price, whatever the roles come to', () => {
    const forecast = forecastOf('P-1', facts({ billingType: 'fixed-price', amount: usd('9999.99') }));
    expect(forecast.total).toEqual(usd('9999.99'));
    expect(months(forecast)).toEqual(['2026-10 1200 3636.36', '2026-11 1260 3818.18', '2026-12 840 2545.45']);
  });

  it('of a weekend counts its days', () => {
    const forecast = forecastOf('P-1', facts({ startDate: '2026-10-31', endDate: '2026-11-01' }));
    expect(months(forecast)).toEqual(['2026-10 1650 5500.00', '2026-11 1650 5500.00']);
  });

  it.each([
    ['no end', { endDate: null }],
    ['an end before the start', { endDate: '2026-10-04' }],
    ['an end that stands for none', { endDate: '9999-12-31' }],
  ])('of a deal with %s is no billing schedule (K20)', (_what, changes) => {
    expect(() => forecastOf('P-1', facts(changes))).toThrow('has no days to plan invoices for');
  });
});
