import { type Detector, openExceptions, together } from './detector.js';

/** Work that the ERP did not take. */
export const workExecution: Detector = {
  id: 'Q11',
  name: 'Work execution',
  watches: 'approved time that stopped before, or was refused by, the ERP',
  owner: 'finance-operations',
  runbook: 'time-to-billing',
  findings: () =>
    together(
      `select reference as record, 'stopped' as label, project, approved_at as since, amount, currency from billing_line where state = 'stopped'`,
      openExceptions(['K14'], 'process-billing'),
    ),
};
