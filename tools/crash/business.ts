import type { Worker } from '../../apps/sandbox/src/firm/firm.js';

/** What is sold on the deals here. */
export const role = { code: 'CONS', name: 'Consultant', hourlyRate: '187.65' };
/** A role that is sold, and that the PSA does not know: people of its grade are not set up either. */
const unheard = { code: 'PM', name: 'Project Manager' };

/** The estate with that role under a name of its own: a deal it is sold on stops when people are asked for. */
export const spoiltEstate = (estate: string): string =>
  estate
    .replace(`    ${unheard.code}: ${unheard.name}\n`, `    ${unheard.code}: Nobody in Particular\n`)
    .replace(`    ${unheard.name}: ${unheard.code}\n`, '');

export const consultant = { number: '1010', email: 'elias.krause@meridian.example' };

export const projectOf = (deal: string): string => `P-${deal}`;

/** A deal of the American firm; an impossible one stops when people are asked for. */
export const deal = (code: string, possible: boolean) => ({
  opportunity: {
    code,
    name: `Crash project ${code}`,
    customer: 'C-01',
    legalEntity: 'MER-US',
    currency: 'USD',
    amount: '50000.00',
    closeDate: '2026-10-01',
    startDate: '2026-10-01',
    endDate: '2027-03-31',
    deliveryModel: 'remote',
    billingType: 'time-and-materials',
    taxCode: 'US-SVC-WA',
    template: 'consulting-standard',
    costCentre: 'US-TEC',
    practice: 'Technology',
    region: 'EMEA',
    contractNumber: `CT-${code}`,
    outcome: 'win',
  },
  lines: [{ opportunity: code, role: (possible ? role : unheard).code, hours: 400, hourlyRate: role.hourlyRate }],
});

export const hire = (number: number): Worker => ({
  number: String(60_000 + number),
  firstName: 'Robin',
  lastName: `Crash ${number}`,
  email: `crash.${number}@meridian.example`,
  hireDate: '2026-01-05',
  employmentType: 'Full-Time',
  legalEntity: 'MER-US',
  costCentre: 'US-TEC',
  location: 'Boston',
  country: 'US',
  grade: 'Consultant',
  jobTitle: 'Consultant',
  manager: '1001',
  weeklyHours: 40,
  pay: '60000.00 USD',
  skills: ['SKL-TS'],
});
