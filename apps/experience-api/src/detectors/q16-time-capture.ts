import { type Detector, openExceptions, together } from './detector.js';

/** Time that is approved after its month, or recorded in other words than were agreed. */
export const timeCapture: Detector = {
  id: 'Q16',
  name: 'Time capture',
  watches:
    'time approved after the end of its month and not posted, and time whose role, rate or worker is not what was agreed',
  owner: 'finance-operations',
  runbook: 'rate-review',
  findings: () =>
    together(
      `select reference as record, 'approved after its month' as label, project, approved_at as since, amount, currency from billing_line
        where state in ('waiting', 'ready', 'posting') and approved_at >= date_trunc('month', work_date) + interval '1 month'`,
      openExceptions(['K8', 'K12'], 'process-billing'),
    ),
};
