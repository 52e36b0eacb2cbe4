import type { ScreensOf } from '../../core/screens.js';
import { actions as crmActions } from '../salesforce/actions.js';
import type { Org } from '../salesforce/org.js';
import { orgSimulator } from '../salesforce/org-simulator.js';
import { allowApprovalByApi, lockRows, revokePermission } from './admission.js';
import { psaObjects } from './objects.js';
import { archiveProject, cancelAssignment, changeAssignment, staff } from './people.js';
import { psaRules } from './rules.js';
import { seed } from './seed.js';
import { editTimeEntry, logTime, rejectTime, releaseBilling, submitAndApproveTime } from './timekeeping.js';

/** A Salesforce org with the Certinia PSA package: the firm sells and delivers in it. */
export const certinia = orgSimulator({
  name: 'certinia',
  objects: psaObjects,
  rules: psaRules,
  seed,
  captured: [],
  actions: {
    ...crmActions,
    staff,
    changeAssignment,
    cancelAssignment,
    archiveProject,
    logTime,
    submitAndApproveTime,
    rejectTime,
    editTimeEntry,
    releaseBilling,
    lockRows,
    revokePermission,
    allowApprovalByApi,
  } satisfies ScreensOf<'crm', Org> & ScreensOf<'scheduling', Org> & ScreensOf<'psa', Org>,
  domains: ['crm', 'scheduling', 'psa'],
});
