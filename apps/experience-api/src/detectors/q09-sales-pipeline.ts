import { type Detector, longSince } from './detector.js';

/** A deal that was won and has no project yet. */
export const salesPipeline: Detector = {
  id: 'Q9',
  name: 'Sales pipeline',
  watches: 'won deals without an active project after the time a mobilisation takes, unless it was cancelled',
  owner: 'pmo',
  runbook: 'project-mobilisation',
  findings: (patience) => `
    select deal.code as record, concat('won; starts ', deal.start_date) as label, coalesce(project.code, 'P-' || deal.code) as project,
           won_at as since, deal.amount, deal.currency
      from deal left join project on project.deal = deal.code
     where won_at is not null and activated_at is null and ${longSince('won_at', patience)}
       and not exists (select 1 from run where workflow = 'project-mobilisation' and state = 'cancelled' and run.project = 'P-' || deal.code)`,
};
