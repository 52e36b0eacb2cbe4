import { Failure } from '#kernel';
import { assignment, deal, estate, line, termsOf, usd } from './change.fixture.js';
import { assertChangeable, dayOf, reasonsToApprove, saysTheSame } from './change-rules.js';
import type { MobilisableDeal } from './mobilisation-rules.js';

function brokenBy(changes: Partial<MobilisableDeal>): [string | undefined, string[]] {
  try {
    assertChangeable(deal(changes), termsOf(), estate);
    return [undefined, []];
  } catch (error) {
    const { detail } = Failure.from(error);
    return [detail.code, detail.fields!.map(({ field }) => field)];
  }
}

describe('a changed deal', () => {
  it('with everything in it can be carried through', () => {
    expect(brokenBy({ name: 'Another', endDate: '2027-01-31', lines: [line('QA', 10, '99.00')] })).toEqual([
      undefined,
      [],
    ]);
  });

  it.each([
    ['invalid-change', 'legalEntity', { legalEntity: 'MER-DE' }],
    ['invalid-change', 'account', { account: { ...deal().account, id: '002' } }],
    ['unsupported-rate-card', 'lines.role', { lines: [line('QA', 1, '99.00'), line('QA', 1, '98.00')] }],
    ['no-billing-schedule', 'endDate', { endDate: null }],
    ['no-billing-schedule', 'endDate', { endDate: '2026-10-04' }],
    ['incomplete-contract', 'contractNumber', { contractNumber: '' }],
    ['not-won', 'isWon', { isWon: false }],
  ])('stops as %s by its %s', (code, field, changes) => expect(brokenBy(changes)).toEqual([code, [field]]));

  it('lists everything that is wrong', () => {
    const amount = { amount: '1.00', currency: 'EUR' };
    const lines = [{ ...line('QA', 1, '99.00'), hourlyRate: amount }];
    expect(brokenBy({ amount, lines, endDate: null })).toEqual([
      'invalid-change',
      ['amount', 'lines.hourlyRate', 'endDate'],
    ]);
  });

  it('says the same where only sales have something new, in whatever order its lines come', () => {
    const lines = [line('CONS', 55, '200.00'), line('QA', 1, '99.00')];
    expect(
      saysTheSame(deal({ lines }), deal({ lines: lines.toReversed(), stage: 'Invoiced', modifiedAt: 'later' })),
    ).toBe(true);
    expect(saysTheSame(deal(), deal({ contractNumber: 'CT-2' }))).toBe(false);
    expect(saysTheSame(deal(), deal({ lines: [line('CONS', 55, '200.00', '2026-12-01')] }))).toBe(false);
  });

  it('was changed on the day of the firm’s clocks', () => {
    expect(dayOf(deal({ modifiedAt: '2026-11-21T03:00:00.000Z' }), estate)).toBe('2026-11-20');
  });
});

describe('a change waits for an approval (F20)', () => {
  const { projectChange } = estate.policies;
  const reasons = (changes: Partial<MobilisableDeal>, until = '2026-12-01', status?: 'cancelled') =>
    reasonsToApprove(termsOf(), deal(changes), [assignment('2026-10-31'), assignment(until, status)], projectChange);

  it.each([
    [[], '9900.00'],
    [['the contract value falls from 11000.00 to 9899.99 USD, by more than 10 %'], '9899.99'],
    [[], '20000.00'],
  ])('%j where the value becomes %s', (expected, amount) => expect(reasons({ amount: usd(amount) })).toEqual(expected));

  it('where it ends before the last day somebody is assigned to', () => {
    expect(reasons({ endDate: '2026-11-30' })).toEqual([
      'it would end on 2026-11-30, and people are assigned until 2026-12-01',
    ]);
    expect(reasons({ endDate: '2026-12-01' })).toEqual([]);
    expect(reasons({ endDate: '2026-11-30' }, '2026-12-01', 'cancelled')).toEqual([]);
  });
});
