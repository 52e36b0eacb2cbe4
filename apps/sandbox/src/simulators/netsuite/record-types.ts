/** What this account knows about a record type. */
export interface RecordType {
  /** Text and number fields callers may write. */
  fields: string[];
  /** Reference fields and the record type they point to. */
  references: Record<string, string>;
  /** Enumerations: field → id → name. */
  enums: Record<string, Record<string, string>>;
  sublists: Record<string, string[]>;
  required: string[];
  name: (record: Stored) => string;
}

/** A record as kept: references are ids, enums are ids. */
export type Stored = Record<string, unknown> & { id: string; externalId?: string | null; lastModifiedDate: string };

const dated = ['externalId', 'comments', 'isInactive'];
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

export const recordTypes: Record<string, RecordType> = {
  subsidiary: {
    fields: [...dated, 'name', 'country'],
    references: { currency: 'currency' },
    enums: {},
    sublists: {},
    required: ['name'],
    name: (record) => text(record.name),
  },
  currency: {
    fields: [...dated, 'name', 'symbol'],
    references: {},
    enums: {},
    sublists: {},
    required: ['name'],
    name: (record) => text(record.symbol),
  },
  department: {
    fields: [...dated, 'name'],
    references: { subsidiary: 'subsidiary', parent: 'department' },
    enums: {},
    sublists: {},
    required: ['name'],
    name: (record) => text(record.name),
  },
  serviceItem: {
    fields: [...dated, 'itemId', 'displayName'],
    references: {},
    enums: {},
    sublists: {},
    required: ['itemId'],
    name: (record) => text(record.itemId),
  },
  customer: {
    fields: [...dated, 'entityId', 'companyName', 'email', 'custentity_tax_number'],
    references: { subsidiary: 'subsidiary', currency: 'currency' },
    enums: {},
    sublists: {},
    required: ['companyName', 'subsidiary'],
    name: (record) => text(record.companyName),
  },
  employee: {
    fields: [...dated, 'entityId', 'firstName', 'lastName', 'email', 'laborCost'],
    references: { subsidiary: 'subsidiary', department: 'department', supervisor: 'employee' },
    enums: {},
    sublists: {},
    required: ['firstName', 'lastName', 'subsidiary'],
    name: (record) => `${text(record.firstName)} ${text(record.lastName)}`,
  },
  job: {
    fields: [
      ...dated,
      'entityId',
      'companyName',
      'startDate',
      'projectedEndDate',
      'endDate',
      'allowTime',
      'allowExpenses',
      'custentity_delivery_model',
      'custentity_contract_number',
      'custentity_tax_code',
    ],
    references: {
      parent: 'customer',
      subsidiary: 'subsidiary',
      currency: 'currency',
      custentity_department: 'department',
    },
    // The names behind the ids are this account's; the vendor publishes the ids only.
    enums: {
      entityStatus: { '1': 'Closed', '2': 'In Progress', '3': 'Not Awarded', '4': 'Pending', '5': 'Awarded' },
      jobBillingType: {
        '1': 'Charge-Based',
        '2': 'Time and Materials',
        '3': 'Fixed Bid, Interval',
        '4': 'Fixed Bid, Milestone',
        '5': 'None',
      },
    },
    sublists: {},
    required: ['companyName', 'parent', 'subsidiary'],
    name: (record) => text(record.companyName),
  },
  timeBill: {
    fields: [...dated, 'tranDate', 'hours', 'isBillable', 'rate', 'overrideRate', 'memo', 'supervisorApproval'],
    references: { employee: 'employee', customer: 'job', item: 'serviceItem', department: 'department' },
    enums: {
      timeType: { A: 'Actual Time', P: 'Planned Time', B: 'Budgeted Time' },
      approvalStatus: { '1': 'Open', '2': 'Pending Approval', '3': 'Approved', '4': 'Rejected' },
    },
    sublists: {},
    required: ['employee', 'tranDate', 'hours'],
    name: (record) => text(record.memo),
  },
  invoice: {
    fields: [...dated, 'tranDate', 'dueDate', 'memo', 'otherRefNum'],
    references: { entity: 'job', currency: 'currency', subsidiary: 'subsidiary' },
    enums: {},
    sublists: { item: ['item', 'quantity', 'rate', 'amount', 'description'] },
    required: ['entity', 'tranDate'],
    name: (record) => text(record.tranId),
  },
};
