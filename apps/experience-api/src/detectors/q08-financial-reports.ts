import { type Detector, longSince } from './detector.js';

/** Totals of PSA and ERP that say different things. */
export const financialReports: Detector = {
  id: 'Q8',
  name: 'Financial reporting',
  watches: 'projects whose approved billable time in the PSA is not what was posted to the ERP or left out on purpose',
  owner: 'finance-operations',
  runbook: 'time-to-billing',
  findings: (patience) => `
    with psa as (select project, sum(minutes) as minutes, max(version) as at,
                        sum(round(rate * minutes / 60, 2)) as amount, max(currency) as currency
                   from time_entry where approved and billable group by project),
         erp as (select project, sum(minutes) as minutes, sum(amount) as amount from billing_line where state in ('posted', 'skipped') group by project)
    select coalesce(psa.project, '?') as record, concat(psa.minutes, ' min in the PSA, ', coalesce(erp.minutes, 0), ' posted') as label,
           psa.project, psa.at as since, psa.amount - coalesce(erp.amount, 0) as amount, psa.currency
      from psa left join erp on erp.project is not distinct from psa.project
     where psa.minutes <> coalesce(erp.minutes, 0) and ${longSince('psa.at', patience)}`,
};
