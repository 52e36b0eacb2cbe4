import { commonFields, computed, fieldsOf, reference } from './fields.js';
import type { RecordType } from './record-type.js';

/** Customers, projects and employees are entities: an id belongs to one of them only. */
export const entityIds = { sequence: 'entity', start: 1491 };

/** Custom fields this firm added to customers. */
const customerCustomFields = fieldsOf('text', 'custentity_tax_number');

/** Who the firm works for. */
export const customer: RecordType = {
  fields: {
    ...commonFields,
    ...fieldsOf('text', 'entityId companyName email phone comments'),
    ...fieldsOf('boolean', 'isInactive'),
    ...computed('dateTime', 'dateCreated'),
    ...customerCustomFields,
    subsidiary: reference('subsidiary'),
    currency: reference('currency'),
  },
  required: ['companyName', 'subsidiary'],
  nameOf: ({ companyName }) => companyName,
  ids: entityIds,
  createdIn: 'dateCreated',
  numberedAs: 'CUS',
};

/** Who works for the firm; `laborCost` may be absent. */
export const employee: RecordType = {
  fields: {
    ...commonFields,
    ...fieldsOf('text', 'entityId firstName lastName email phone title comments'),
    ...fieldsOf('boolean', 'isInactive'),
    ...fieldsOf('number', 'laborCost'),
    ...fieldsOf('date', 'hireDate'),
    ...computed('dateTime', 'dateCreated'),
    subsidiary: reference('subsidiary'),
    department: reference('department'),
    supervisor: reference('employee'),
  },
  required: ['firstName', 'lastName', 'subsidiary'],
  nameOf: ({ firstName, lastName }) => `${String(firstName)} ${String(lastName)}`,
  ids: entityIds,
  createdIn: 'dateCreated',
  numberedAs: 'EMP',
};
