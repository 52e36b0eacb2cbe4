import { type Detector, openExceptions, together } from './detector.js';

/** People who are in two places, or of whom something is missing that planning and margin need. */
export const peopleData: Detector = {
  id: 'Q12',
  name: 'People data',
  watches: 'workers known twice, and workers without a cost centre, e-mail or another attribute every system needs',
  owner: 'hr-operations',
  runbook: 'worker-onboarding',
  findings: () =>
    together(
      `select number as record, 'known ' || count(*) || ' times' as label, null as project, max(hired_at) as since, null::numeric as amount,
              null as currency from person where number is not null and off_boarded_at is null group by number having count(*) > 1`,
      openExceptions(['K2', 'K11']),
      openExceptions(['K12'], 'process-workforce'),
    ),
};
