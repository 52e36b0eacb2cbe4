import type { Project } from './projects.v2.js';

/** An active project that nobody has stated rates for. */
export const projectView = (different: Partial<Project> = {}): Project => ({
  code: 'P-1',
  name: 'A project',
  status: 'active',
  client: 'A client',
  legalEntity: 'MER-US',
  deal: { id: '006', code: 'OPP-1' },
  contract: { number: 'CT-1', currency: 'USD', taxCode: 'US-SVC-CT' },
  period: { start: '2026-10-01', end: null },
  rates: [],
  references: [
    { domain: 'erp', id: '4' },
    { domain: 'psa', id: '5' },
  ],
  ...different,
});
