import { type Detector, openExceptions, together } from './detector.js';

/** A status or manager of the HR system that reaches staffing and approvals too late. */
export const employeeProfile: Detector = {
  id: 'Q1',
  name: 'Employee profile',
  watches:
    'people whose last day is over and who still have access, and changes of a manager or status that nobody settled',
  owner: 'hr-operations',
  runbook: 'worker-change',
  findings: () =>
    together(
      `select instance || '/' || id as record, 'still has access after ' || last_day::text as label, null as project,
              (last_day + 1)::timestamptz as since, null::numeric as amount, null as currency
         from person where last_day < current_date and off_boarded_at is null`,
      openExceptions(['K24']),
    ),
};
