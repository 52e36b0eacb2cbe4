import type { psa } from '#contracts';
import { Failure } from '#kernel';
import { EstateView, loadEstate } from '#platform';
import { projectView } from '../../../libs/contracts/src/process/project-view.fixture.js';
import type { BillingLine } from './billing-line.repository.js';
import { priceLine, type ProjectFacts } from './billing-rules.js';

const estate = new EstateView(loadEstate('examples/meridian-consulting/estate.yaml', {}));
const usd = (amount: string) => ({ amount, currency: 'USD' });

const terms = projectView({ rates: [{ role: 'QA', hourlyRate: usd('142.75') }] });
const active: ProjectFacts = { terms, erpStatus: 'active' };

const line = (changes: Partial<psa.TimeEntry> = {}, corrections: Partial<psa.TimeEntry> = {}): BillingLine => ({
  reference: 'TE-kantata-1',
  timeEntryId: '1',
  instance: 'kantata',
  ordinal: 1,
  reverses: null,
  version: new Date('2026-10-31T00:00:00Z'),
  amendment: null,
  state: 'waiting',
  correlationId: 'c',
  corrections,
  entry: {
    id: '1',
    project: 'P-1',
    projectName: 'A project',
    workerNumber: '1021',
    workerEmail: null,
    roleName: 'Quality Analyst',
    assignmentId: null,
    date: '2026-10-30',
    minutes: 375,
    billable: true,
    approved: true,
    invoiced: false,
    hourlyRate: usd('142.75'),
    notes: null,
    modifiedAt: '2026-10-31T00:00:00Z',
    ...changes,
  },
});

const refusal = (one: BillingLine, facts: ProjectFacts = active): string | undefined => {
  try {
    priceLine(one, facts, estate);
    return undefined;
  } catch (error) {
    return Failure.from(error).detail.code;
  }
};

describe('an approved time entry', () => {
  it('is priced at the agreed rate', () => {
    expect(priceLine(line(), active, estate)).toMatchObject({
      role: 'QA',
      legalEntity: 'MER-US',
      amount: usd('892.19'),
    });
  });

  it.each([
    ['unknown-project', line({ project: null }), active],
    ['unknown-project', line(), { terms: null, erpStatus: null }],
    ['project-not-active', line(), { terms, erpStatus: 'closed' }],
    ['project-not-active', line(), { terms, erpStatus: 'pending' }],
    ['incomplete-contract', line(), { terms: null, erpStatus: 'active' }],
    [
      'missing-tax-code',
      line(),
      { terms: { ...terms, contract: { ...terms.contract, taxCode: 'FR-20' } }, erpStatus: 'active' },
    ],
    ['unknown-legal-entity', line(), { terms: { ...terms, legalEntity: 'MER-UK' }, erpStatus: 'active' }],
    ['unknown-worker', line({ workerNumber: null }), active],
    ['role-not-on-card', line({ roleName: 'Consultant' }), active],
    ['rate-mismatch', line({ hourlyRate: usd('150.00') }), active],
    ['rate-mismatch', line({ hourlyRate: { amount: '142.75', currency: 'EUR' } }), active],
  ] as [string, BillingLine, ProjectFacts][])('stops as %s', (code, one, facts) =>
    expect(refusal(one, facts)).toBe(code),
  );

  describe('on a project whose rates changed', () => {
    const rates = [
      { role: 'QA', hourlyRate: usd('142.75'), effectiveFrom: null },
      { role: 'QA', hourlyRate: usd('150.00'), effectiveFrom: '2026-11-01' },
    ];
    const changed: ProjectFacts = { terms: { ...terms, rates }, erpStatus: 'active' };

    it.each([
      ['before the day at the old rate, though the PSA shows the new one', '2026-10-31', '150.00', '892.19'],
      ['from the day on at the new rate, though the PSA shows the old one', '2026-11-01', '142.75', '937.50'],
      ['at the rate both show', '2026-12-24', '150.00', '937.50'],
    ])('is priced %s (E14)', (_what, date, shown, amount) => {
      expect(priceLine(line({ date, hourlyRate: usd(shown) }), changed, estate).amount).toEqual(usd(amount));
    });

    it('stops where the rate was never agreed, or the role has none on that day', () => {
      expect(refusal(line({ date: '2026-11-02', hourlyRate: usd('151.00') }), changed)).toBe('rate-mismatch');
      const later: ProjectFacts = { terms: { ...terms, rates: rates.slice(1) }, erpStatus: 'active' };
      expect(refusal(line({ hourlyRate: usd('150.00') }), later)).toBe('role-not-on-card');
    });
  });

  it('goes on once a person has corrected it', () => {
    expect(refusal(line({ hourlyRate: usd('150.00') }, { hourlyRate: usd('142.75') }))).toBeUndefined();
  });
});
