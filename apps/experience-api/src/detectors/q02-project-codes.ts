import { type Detector, openExceptions, together } from './detector.js';

/** Project codes of the ERP that did not reach whoever records time. */
export const projectCodes: Detector = {
  id: 'Q2',
  name: 'Project and financial structure',
  watches: 'approved time without a project code, and time on a project that the ERP does not know or has closed',
  owner: 'pmo',
  runbook: 'exceptions',
  findings: () =>
    together(
      `select instance || '/' || id as record, 'approved without a project code' as label, null as project, version as since,
              round(rate * minutes / 60, 2) as amount, currency from time_entry where approved and billable and project is null
                  and not exists (select 1 from exception where stopped = 'billing-line/TE-' || instance || '-' || time_entry.id)`,
      openExceptions(['K7']),
      openExceptions(['K5'], 'process-billing'),
    ),
};
