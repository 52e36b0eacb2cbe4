import { type Detector, longSince, openExceptions, together } from './detector.js';

/** Figures that are worked out without one of their sources. */
export const reporting: Detector = {
  id: 'Q19',
  name: 'Reporting',
  watches: 'sources of the figures that gave no answer for too long, and records that cannot be told in our words',
  owner: 'integration-operations',
  runbook: 'vendor-down',
  findings: (patience) =>
    together(
      `select name as record, 'gives no answer: ' || reason as label, null as project, failed_at as since, null::numeric as amount,
              null as currency from source where failed_at is not null and ${longSince('failed_at', patience)}`,
      openExceptions(['K22']),
    ),
};
