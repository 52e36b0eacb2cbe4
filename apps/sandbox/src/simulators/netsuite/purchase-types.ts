import { entityIds } from './entity-types.js';
import { choice, commonFields, computed, type Fields, fieldsOf, reference } from './fields.js';
import type { RecordType } from './record-type.js';

/** Who the firm buys from: agencies, and contractors who bill for themselves. */
export const vendor: RecordType = {
  fields: {
    ...commonFields,
    ...fieldsOf('text', 'entityId companyName legalName firstName lastName title email phone comments'),
    ...fieldsOf('text', 'accountNumber taxIdNum vatRegNumber'),
    ...fieldsOf('boolean', 'isInactive isPerson isJobResourceVend is1099Eligible'),
    ...fieldsOf('number', 'laborCost rate'),
    ...computed('number', 'balance unbilledOrders'),
    ...computed('dateTime', 'dateCreated'),
    ...fieldsOf('unavailable', 'addressBook billingClass category currencyList expenseAccount taxItem terms'),
    subsidiary: reference('subsidiary'),
    currency: reference('currency'),
  },
  required: ['subsidiary'],
  nameOf: ({ companyName, firstName, lastName }) => companyName ?? `${String(firstName)} ${String(lastName)}`,
  ids: entityIds,
  createdIn: 'dateCreated',
  numberedAs: 'VEN',
};

// Assumption, unconfirmed by the vendor: which statuses the published ids stand for.
export const awaitingApproval = 'A';
export const awaitingReceipt = 'B';
export const closedOrder = 'H';
export const orderStatuses: Record<string, string> = {
  P: 'Planned',
  [awaitingApproval]: 'Pending Supervisor Approval',
  [awaitingReceipt]: 'Pending Receipt',
  C: 'Rejected by Supervisor',
  D: 'Partially Received',
  E: 'Pending Billing/Partially Received',
  F: 'Pending Bill',
  G: 'Fully Billed',
  [closedOrder]: 'Closed',
  Y: 'Undefined',
};

const { Y: _undefined, ...shownStatuses } = orderStatuses;

const orderLine: Fields = {
  ...fieldsOf('number', 'line quantity rate amount'),
  ...fieldsOf('text', 'description'),
  ...fieldsOf('boolean', 'isBillable isClosed'),
  ...fieldsOf('date', 'expectedReceiptDate'),
  ...computed('number', 'quantityReceived quantityBilled'),
  item: reference('serviceItem'),
  customer: reference('job', 'customer'),
  department: reference('department'),
};

/** What the firm has agreed to buy; it posts nothing until somebody receives or bills it. */
export const purchaseOrder: RecordType = {
  fields: {
    ...commonFields,
    ...fieldsOf('text', 'memo message otherRefNum email'),
    ...fieldsOf('number', 'exchangeRate'),
    ...fieldsOf('date', 'tranDate dueDate startDate endDate shipDate'),
    ...fieldsOf('boolean', 'supervisorApproval toBeEmailed toBePrinted'),
    ...computed('text', 'tranId'),
    ...computed('number', 'total subtotal'),
    ...computed('dateTime', 'createdDate'),
    ...fieldsOf(
      'unavailable',
      'class createdFrom customForm expense location nextApprover purchaseContract taxDetails terms',
    ),
    entity: reference('vendor'),
    subsidiary: reference('subsidiary'),
    currency: reference('currency'),
    department: reference('department'),
    employee: reference('employee'),
    // Assumption, unconfirmed by the vendor: the names of the choices.
    approvalStatus: choice({ '1': 'Pending Approval', '2': 'Approved', '3': 'Rejected', '11': 'Open' }),
    orderStatus: choice(orderStatuses),
    status: { kind: 'enum', names: shownStatuses, readOnly: true },
    item: { kind: 'sublist', line: orderLine },
  },
  required: ['entity'],
  nameOf: ({ tranId }) => `Purchase Order #${String(tranId)}`,
  ids: { sequence: 'transaction', start: 50_001 },
  createdIn: 'createdDate',
  postsNothing: true,
};
