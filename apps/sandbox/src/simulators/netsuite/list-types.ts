import { commonFields, fieldsOf, reference } from './fields.js';
import type { RecordType } from './record-type.js';

/** A legal entity of the firm. */
export const subsidiary: RecordType = {
  fields: {
    ...commonFields,
    ...fieldsOf('text', 'name country'),
    ...fieldsOf('boolean', 'isInactive'),
    currency: reference('currency'),
    parent: reference('subsidiary'),
  },
  required: ['name'],
  nameOf: ({ name }) => name,
  ids: { sequence: 'subsidiary', start: 1 },
};

/** A currency the account keeps books in. */
export const currency: RecordType = {
  fields: { ...commonFields, ...fieldsOf('text', 'name symbol'), ...fieldsOf('boolean', 'isInactive') },
  required: ['name', 'symbol'],
  nameOf: ({ name }) => name,
  ids: { sequence: 'currency', start: 1 },
};

/** A cost centre. */
export const department: RecordType = {
  fields: {
    ...commonFields,
    ...fieldsOf('text', 'name'),
    ...fieldsOf('boolean', 'isInactive'),
    parent: reference('department'),
    subsidiary: reference('subsidiary'),
  },
  required: ['name'],
  nameOf: ({ name }) => name,
  ids: { sequence: 'department', start: 1 },
};

/** What the firm sells by the hour; set up by finance, only read by programs. */
export const serviceItem: RecordType = {
  fields: {
    ...commonFields,
    ...fieldsOf('text', 'itemId displayName description'),
    ...fieldsOf('boolean', 'isInactive'),
  },
  required: ['itemId'],
  nameOf: ({ itemId }) => itemId,
  ids: { sequence: 'item', start: 310 },
  viewOnly: true,
};
