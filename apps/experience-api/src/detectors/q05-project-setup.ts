import { type Detector, longSince, openExceptions, together } from './detector.js';

/** A project that is set up in one system and not in the next, or twice. */
export const projectSetup: Detector = {
  id: 'Q5',
  name: 'Project setup',
  watches:
    'projects that exist and are not ready for staffing in time, and set-ups that stopped on customer, contract or billing',
  owner: 'pmo',
  runbook: 'project-mobilisation',
  findings: (patience) =>
    together(
      `select project.code as record, 'created and not ready' as label, project.code as project, created_at as since, deal.amount,
              deal.currency from project left join deal on deal.code = project.deal
        where staffing_ready_at is null and ${longSince('created_at', patience)}`,
      openExceptions(['K1', 'K6', 'K9', 'K10', 'K13', 'K19', 'K28'], 'process-projects'),
    ),
};
