import { employeeProfile } from './q01-employee-profile.js';
import { projectCodes } from './q02-project-codes.js';
import { assignmentLag } from './q03-assignment-lag.js';
import { skills } from './q04-skills.js';
import { projectSetup } from './q05-project-setup.js';
import { resourceAllocation } from './q06-resource-allocation.js';
import { timeLag } from './q07-time-lag.js';
import { financialReports } from './q08-financial-reports.js';
import { salesPipeline } from './q09-sales-pipeline.js';
import { resourcePlanning } from './q10-resource-planning.js';
import { workExecution } from './q11-work-execution.js';
import { peopleData } from './q12-people-data.js';
import { financialControl } from './q13-financial-control.js';
import { staffing } from './q14-staffing.js';
import { across } from './q15-across.js';
import { timeCapture } from './q16-time-capture.js';
import { billing } from './q17-billing.js';
import { plannedActual } from './q18-planned-actual.js';
import { reporting } from './q19-reporting.js';
import type { Detector } from './detector.js';

/** The nineteen disconnects that are looked for. */
export const detectors: readonly Detector[] = [
  employeeProfile,
  projectCodes,
  assignmentLag,
  skills,
  projectSetup,
  resourceAllocation,
  timeLag,
  financialReports,
  salesPipeline,
  resourcePlanning,
  workExecution,
  peopleData,
  financialControl,
  staffing,
  across,
  timeCapture,
  billing,
  plannedActual,
  reporting,
];
