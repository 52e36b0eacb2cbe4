import { type Detector, longSince } from './detector.js';

/** A change of the scheduler that PSA and ERP do not have yet. */
export const assignmentLag: Detector = {
  id: 'Q3',
  name: 'Assignments and availability',
  watches: 'promises and changes of the scheduler that no run has carried to PSA and ERP in time',
  owner: 'resource-management',
  runbook: 'assignment-sync',
  findings: (patience) => `
    select instance || '/' || id as record, concat('assignment on ', project, ', ', status) as label, project, version as since,
           null::numeric as amount, null as currency
      from assignment where confirmed_at is not null and ${longSince('version', patience)}
       and not exists (select 1 from run where workflow = 'assignment-sync' and state = 'completed'
         and (run.correlation_id = assignment.correlation_id or run.project = assignment.project and ended_at >= version))`,
};
