import type { crm, scheduling } from '#contracts';
import { EstateView, loadEstate } from '#platform';
import type { MobilisableDeal } from './mobilisation-rules.js';
import { registered } from './project-bodies.js';
import type { ProjectTerms } from './project.repository.js';

export const estate = new EstateView(loadEstate('examples/meridian-consulting/estate.yaml', {}));

export const usd = (amount: string) => ({ amount, currency: 'USD' });

export const line = (
  role: string,
  hours: number,
  amount: string,
  effectiveFrom: string | null = null,
): crm.OpportunityLine => ({
  role,
  roleName: estate.mapped('roleNames', role)!,
  minutes: hours * 60,
  hourlyRate: usd(amount),
  effectiveFrom,
});

/** A won deal of 55 hours at 200.00, as it was set up. */
export const deal = (changes: Partial<MobilisableDeal> = {}): MobilisableDeal => ({
  id: '006',
  code: 'OPP-1',
  name: 'A deal',
  stage: 'Signed',
  isWon: true,
  isClosed: true,
  account: { id: '001', code: 'C-10', name: 'Halden', taxNumber: null, country: 'US', city: null, segment: null },
  legalEntity: 'MER-US',
  amount: usd('11000.00'),
  startDate: '2026-10-05',
  endDate: '2026-12-18',
  deliveryModel: 'onsite',
  billingType: 'time-and-materials',
  taxCode: 'US-SVC-CT',
  projectTemplate: 'consulting-standard',
  costCentre: 'US-STR',
  practice: null,
  region: null,
  contractNumber: 'CT-1',
  lines: [line('CONS', 55, '200.00')],
  modifiedAt: '2026-10-01T00:00:00.000Z',
  ...changes,
});

export const termsOf = (changes: Partial<MobilisableDeal> = {}): ProjectTerms => ({
  ...registered(deal(changes), { code: 'P-OPP-1', erpId: '4', psaId: '5' }),
  lastChange: null,
});

export const assignment = (
  endDate: string,
  status: scheduling.Assignment['status'] = 'confirmed',
): scheduling.Assignment => ({
  id: '9',
  workerNumber: '1021',
  roleName: 'Consultant',
  minutes: 600,
  project: 'P-OPP-1',
  startDate: '2026-10-05',
  endDate,
  status,
});
