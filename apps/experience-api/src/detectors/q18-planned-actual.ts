import type { Detector } from './detector.js';

/** Plans that delivery did not follow. */
export const plannedActual: Detector = {
  id: 'Q18',
  name: 'Planned against actual',
  watches: 'assignments that have ended with more than a fifth of their time not worked, or worked beyond it',
  owner: 'resource-management',
  runbook: 'capacity-update',
  findings: () => `
    select instance || '/' || id as record, concat(plan.minutes, ' min planned, ', worked, ' worked') as label, plan.project,
           (end_date + 1)::timestamptz as since, null::numeric as amount, null as currency
      from assignment plan cross join lateral (select coalesce(sum(minutes), 0) as worked from time_entry
        where time_entry.worker = plan.worker and time_entry.project = plan.project and approved
          and work_date between plan.start_date and plan.end_date) actual
     where status = 'confirmed' and end_date < current_date and abs(plan.minutes - worked) * 5 > plan.minutes`,
};
