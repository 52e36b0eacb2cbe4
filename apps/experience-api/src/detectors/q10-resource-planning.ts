import type { Detector } from './detector.js';

/** People promised to a project that finance has not opened. */
export const resourcePlanning: Detector = {
  id: 'Q10',
  name: 'Resource planning',
  watches: 'promised assignments on projects of ours that are not financially active in the ERP',
  owner: 'resource-management',
  runbook: 'assignment-sync',
  findings: () => `
    select instance || '/' || id as record, 'promised before the project is active' as label, assignment.project,
           confirmed_at as since, null::numeric as amount, null as currency
      from assignment left join project on project.code = assignment.project
     where status = 'confirmed' and activated_at is null
       and (project.code is not null or exists (select 1 from deal where 'P-' || deal.code = assignment.project))`,
};
