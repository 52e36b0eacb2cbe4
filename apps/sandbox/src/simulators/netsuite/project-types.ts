import { entityIds } from './entity-types.js';
import { assignee } from './planning-types.js';
import { choice, commonFields, computed, type Fields, fieldsOf, reference } from './fields.js';
import type { RecordType } from './record-type.js';

// Assumption, unconfirmed by the vendor: which statuses the published ids stand for, and the names of all choices.
export const closedStatus = '1';
export const inProgressStatus = '2';
export const pendingStatus = '4';
const entityStatuses = {
  [closedStatus]: 'Closed',
  [inProgressStatus]: 'In Progress',
  '3': 'Not Awarded',
  [pendingStatus]: 'Pending',
  '5': 'Awarded',
};
export const timeAndMaterials = '2';
const billingTypes = {
  '1': 'Charge-Based',
  [timeAndMaterials]: 'Time and Materials',
  '3': 'Fixed Bid, Interval',
  '4': 'Fixed Bid, Milestone',
  '5': 'None',
};
const approvals = { '1': 'Open', '2': 'Pending Approval', '3': 'Approved', '4': 'Rejected' };

/** Custom fields this firm added to projects. */
const jobCustomFields: Fields = {
  ...fieldsOf('text', 'custentity_delivery_model custentity_contract_number custentity_tax_code'),
  custentity_department: reference('department'),
};

const jobFlags =
  'allowAllResourcesForTasks allowExpenses allowTime autoName isExemptTime isInactive isProductiveTime ' +
  'isUtilizedTime limitTimeToAssignees materializeTime projectCompletelyBilled';
const unusedByJobs =
  'billingAccount billingRateCard billingSchedule category contact customForm jobType language projectExpenseType wbs ' +
  'addressBook bBudget cBudget paStatement plStatement percentCompleteOverride';

/** A project, which the vendor calls a job. */
export const job: RecordType = {
  fields: {
    ...commonFields,
    ...fieldsOf('text', 'entityId companyName accountNumber altName comments'),
    ...fieldsOf('boolean', jobFlags),
    ...fieldsOf('date', 'startDate projectedEndDate endDate'),
    ...fieldsOf('duration', 'estimatedTime'),
    ...fieldsOf('number', 'estimatedCost estimatedLaborCost estimatedRevenue fxRate jobPrice percentComplete'),
    ...fieldsOf('number', 'plannedRevenue'),
    ...computed('date', 'calculatedStartDate calculatedEndDate scheduledEndDate'),
    ...computed('duration', 'actualTime allocatedTime plannedWork timeRemaining'),
    ...computed(
      'number',
      'chargeAmountBilled chargeAmountRemaining percentTimeComplete recognizedRevenue totalRevenue',
    ),
    ...computed('dateTime', 'dateCreated'),
    ...fieldsOf('unavailable', unusedByJobs),
    ...jobCustomFields,
    parent: reference('customer'),
    subsidiary: reference('subsidiary'),
    currency: reference('currency'),
    projectManager: reference('employee'),
    jobItem: reference('serviceItem'),
    entityStatus: choice(entityStatuses),
    jobBillingType: choice(billingTypes),
    schedulingMethod: choice({ BACKWARD: 'Backward', FORWARD: 'Forward' }),
    timeApproval: choice(approvals),
  },
  required: ['companyName', 'parent', 'subsidiary'],
  nameOf: ({ companyName }) => companyName,
  ids: entityIds,
  createdIn: 'dateCreated',
  numberedAs: 'PRJ',
};

/** A piece of a project's work. */
export const projectTask: RecordType = {
  fields: {
    ...commonFields,
    ...fieldsOf('text', 'title message'),
    ...fieldsOf('boolean', 'isInactive nonBillableTask'),
    ...fieldsOf('number', 'estimatedWork plannedWork'),
    ...fieldsOf('date', 'finishByDate'),
    ...fieldsOf('dateTime', 'startDateTime endDate'),
    ...computed('number', 'actualWork allocatedWork eventId percentTimeComplete plannedWorkTotal remainingWork'),
    ...computed('number', 'estimatedHoursAtCompletion estimatedHoursToComplete'),
    ...computed('duration', 'duration'),
    ...fieldsOf('unavailable', 'contact customForm insertBefore msprojoutlinenum msprojuid owner predecessor'),
    assignee,
    project: reference('job'),
    parent: reference('projectTask'),
    constraintType: choice({ FIXEDSTART: 'Fixed Start', ASAP: 'As Soon As Possible' }),
    priority: choice({ HIGH: 'High', MEDIUM: 'Medium', LOW: 'Low' }),
    status: choice({ NOTSTART: 'Not Started', PROGRESS: 'In Progress', COMPLETE: 'Completed' }),
  },
  required: ['title', 'project'],
  nameOf: ({ title }) => title,
  ids: { sequence: 'projectTask', start: 501 },
};

const unusedByTime =
  'billingClass billingSubsidiary class customForm location nextApprover payrollItem payrollWorkplace price ' +
  'resourceAllocation timeOffType timesheet';

/** One entry of somebody's time; `customer` is the project it was spent on, or a customer. */
export const timeBill: RecordType = {
  fields: {
    ...commonFields,
    ...fieldsOf('text', 'memo rejectionNote'),
    ...fieldsOf('boolean', 'isBillable isExempt isProductive isUtilized overrideRate paidExternally'),
    ...fieldsOf('boolean', 'supervisorApproval'),
    ...fieldsOf('date', 'tranDate'),
    ...fieldsOf('duration', 'hours'),
    ...fieldsOf('number', 'rate'),
    ...computed('text', 'displayField'),
    ...computed('boolean', 'posted timeModified'),
    ...computed('dateTime', 'createdDate'),
    ...fieldsOf('unavailable', unusedByTime),
    employee: reference('employee'),
    customer: reference('job', 'customer'),
    caseTaskEvent: reference('projectTask'),
    item: reference('serviceItem'),
    department: reference('department'),
    subsidiary: reference('subsidiary'),
    timeType: choice({ A: 'Actual Time', P: 'Planned Time', B: 'Budgeted Time' }),
    approvalStatus: choice(approvals),
  },
  required: ['employee', 'tranDate', 'hours'],
  nameOf: ({ memo }) => memo ?? '',
  ids: { sequence: 'timeBill', start: 300_001 },
  createdIn: 'createdDate',
};
