import type { Worker } from '../../apps/sandbox/src/firm/firm.js';

/** What is sold on the deals here. */
export const role = { code: 'CONS', name: 'Consultant', hourlyRate: '187.65' };
/** What an hour of it is agreed to cost later. */
export const laterRate = '199.00';
/** A role that is sold, and that the PSA does not know: people of its grade are not set up either. */
export const unheard = { code: 'PM', name: 'Project Manager' };

export const consultant = { number: '1010', email: 'elias.krause@meridian.example' };
export const supplier = 'Harbour Contractors Inc.';

/** A part of the firm with an HR system of its own. */
export const branch = {
  hr: 'workday',
  legalEntity: { code: 'MER-GB', currency: 'GBP', country: 'GB' },
  costCentre: 'GB-TEC',
  location: 'London',
  calendar: 'HOLIDAY_CALENDAR_GB',
};

/** The project all time is worked on. */
export const baseDeal = 'CRASH-BASE';
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

export const branchHire = (number: number): Worker => ({
  ...hire(number),
  legalEntity: branch.legalEntity.code,
  costCentre: branch.costCentre,
  location: branch.location,
  country: branch.legalEntity.country,
  manager: '',
  pay: `60000.00 ${branch.legalEntity.currency}`,
});

/** Each year has days of its own, so that exercises do not meet in a calendar: the first Monday of its March. */
export function mondayOf(year: number): string {
  const march = new Date(Date.UTC(year, 2, 1));
  march.setUTCDate(1 + ((8 - march.getUTCDay()) % 7));
  return march.toISOString().slice(0, 10);
}
