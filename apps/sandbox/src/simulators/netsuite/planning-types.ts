import { choice, commonFields, computed, type Field, fieldsOf, reference } from './fields.js';
import type { RecordType } from './record-type.js';

/** Who does a task, how many hours are planned for it, and what an hour costs and brings. */
export const assignee: Field = {
  kind: 'sublist',
  // Assumption, unconfirmed by the vendor: its `id`, as there is no `line`.
  key: 'id',
  line: {
    ...fieldsOf('number', 'id units estimatedWork plannedWork unitCost unitPrice'),
    ...computed('number', 'calculatedWork cost price'),
    ...fieldsOf('unavailable', 'billingClass'),
    resource: reference('employee', 'vendor'),
    serviceItem: reference('serviceItem'),
  },
};

/** Time of a person that is set aside for a project. Assumption, unconfirmed by the vendor: the names of all choices. */
export const resourceAllocation: RecordType = {
  fields: {
    ...commonFields,
    ...fieldsOf('text', 'notes'),
    ...fieldsOf('date', 'startDate endDate'),
    ...fieldsOf('number', 'allocationAmount'),
    ...computed('number', 'numberHours percentOfTime'),
    ...fieldsOf('unavailable', 'approvalStatus customForm nextApprover'),
    allocationResource: reference('employee', 'vendor'),
    allocationType: choice({ '1': 'Hard', '2': 'Soft' }),
    allocationUnit: choice({ H: 'Hours', P: 'Percent of Time' }),
    project: reference('job'),
    projectTask: reference('projectTask'),
    requestedBy: reference('employee'),
  },
  required: ['allocationResource', 'project', 'startDate', 'endDate', 'allocationAmount', 'allocationUnit'],
  nameOf: ({ notes }) => notes ?? '',
  ids: { sequence: 'resourceAllocation', start: 701 },
};
