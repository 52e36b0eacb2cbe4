import { choice, commonFields, computed, type Fields, fieldsOf, reference } from './fields.js';
import type { RecordType } from './record-type.js';

const itemLine: Fields = {
  ...fieldsOf('number', 'line quantity rate amount'),
  ...fieldsOf('text', 'description'),
  item: reference('serviceItem'),
};

const unusedByInvoices =
  'account billingAccount class customForm location salesRep expCost itemCost taxDetails time installment';

const billFields: Fields = {
  ...commonFields,
  ...fieldsOf('text', 'memo otherRefNum email'),
  ...fieldsOf('number', 'exchangeRate'),
  ...computed('text', 'tranId'),
  ...computed('dateTime', 'createdDate'),
  entity: reference('job', 'customer'),
  subsidiary: { kind: 'reference', to: ['subsidiary'], readOnly: true },
  currency: reference('currency'),
  department: reference('department'),
  item: { kind: 'sublist', line: itemLine },
};

/** What the firm asks a customer to pay; `entity` is the customer or one of its projects. */
export const invoice: RecordType = {
  fields: {
    ...billFields,
    ...fieldsOf('date', 'tranDate dueDate endDate asOfDate salesEffectiveDate'),
    ...computed('number', 'total amountPaid amountRemaining discountTotal'),
    ...computed('unavailable', 'createdFrom job postingPeriod'),
    ...fieldsOf('unavailable', unusedByInvoices),
    // Assumption, unconfirmed by the vendor: the names of the choices.
    approvalStatus: choice({ '1': 'Pending Approval', '2': 'Approved', '3': 'Rejected', '11': 'Open' }),
    status: { kind: 'enum', names: { A: 'Open', B: 'Paid In Full' }, readOnly: true },
  },
  required: ['entity', 'tranDate'],
  nameOf: ({ tranId }) => `Invoice #${String(tranId)}`,
  ids: { sequence: 'transaction', start: 50_001 },
  createdIn: 'createdDate',
};

/** What the firm gives a customer back. Assumption, unconfirmed by the vendor: all but `entity`, `item` and `apply`. */
export const creditMemo: RecordType = {
  fields: {
    ...billFields,
    ...fieldsOf('date', 'tranDate'),
    ...computed('number', 'total amountRemaining'),
    ...fieldsOf('unavailable', 'apply createdFrom postingPeriod'),
  },
  required: ['entity', 'tranDate'],
  nameOf: ({ tranId }) => `Credit Memo #${String(tranId)}`,
  ids: { sequence: 'transaction', start: 50_001 },
  createdIn: 'createdDate',
};
