import { type Detector, longSince } from './detector.js';

/** People who are hired and cannot be staffed yet. */
export const staffing: Detector = {
  id: 'Q14',
  name: 'Staffing',
  watches: 'people the HR system told of who are not set up everywhere in the time that takes',
  owner: 'hr-operations',
  runbook: 'worker-onboarding',
  findings: (patience) => `
    select instance || '/' || id as record, 'hired and not staffable' as label, null as project, hired_at as since,
           null::numeric as amount, null as currency
      from person where ready_at is null and off_boarded_at is null and ${longSince('hired_at', patience)}`,
};
