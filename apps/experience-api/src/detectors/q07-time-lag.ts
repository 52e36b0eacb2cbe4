import { type Detector, longSince } from './detector.js';

/** Approved time that is on its way for too long. */
export const timeLag: Detector = {
  id: 'Q7',
  name: 'Time and expense',
  watches: 'approved billable time that is under way to the ERP for longer than it should be, or was never taken up',
  owner: 'finance-operations',
  runbook: 'time-to-billing',
  findings: (patience) => `
    select reference as record, 'approved and ' || state as label, project, approved_at as since, amount, currency
      from billing_line where state in ('waiting', 'ready', 'posting') and ${longSince('updated_at', patience)}
    union all
    select 'TE-' || instance || '-' || id, 'approved and not taken up', project, version, round(rate * minutes / 60, 2), currency
      from time_entry where approved and ${longSince('version', patience)}
       and not exists (select 1 from billing_line where reference = 'TE-' || instance || '-' || id)`,
};
