import { type Detector, openExceptions } from './detector.js';

/** Skills, grades and certifications that systems name differently. */
export const skills: Detector = {
  id: 'Q4',
  name: 'Skills and certifications',
  watches: 'grades and skills without a mapping (K16, K23), and assignments that break a role constraint (K16)',
  owner: 'resource-management',
  runbook: 'exceptions',
  findings: () => openExceptions(['K16', 'K23']),
};
