import { type Detector, openExceptions } from './detector.js';

/** An assignment that the systems hold differently. */
export const resourceAllocation: Detector = {
  id: 'Q6',
  name: 'Resource allocation',
  watches: 'assignments that were refused on their way from the scheduler to PSA and ERP',
  owner: 'resource-management',
  runbook: 'assignment-sync',
  findings: () => openExceptions(['K4', 'K5', 'K7', 'K8', 'K12', 'K17', 'K22'], 'process-staffing'),
};
