import { type Detector, together } from './detector.js';
import { financialReports } from './q08-financial-reports.js';
import { projectCodes } from './q02-project-codes.js';
import { staffing } from './q14-staffing.js';
import { timeLag } from './q07-time-lag.js';
import { timeCapture } from './q16-time-capture.js';

const parts = [projectCodes, staffing, timeCapture, timeLag, financialReports];

/** The line from hire and win to invoice, taken together. */
export const across: Detector = {
  id: 'Q15',
  name: 'Across the line',
  watches: `whatever ${parts.map(({ id }) => id).join(', ')} find: codes, people, rates and time that are late, and totals that differ`,
  owner: 'integration-operations',
  runbook: 'exceptions',
  // The same money may be in several of them, so it is told by each of those alone.
  findings: (patience) => `select record, label, project, since, null::numeric as amount, null as currency
      from (${together(...parts.map(({ findings }) => findings(patience)))}) part`,
};
