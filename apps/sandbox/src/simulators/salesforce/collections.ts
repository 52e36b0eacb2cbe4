import { type Answer, type Call, ok, type Route } from './call.js';
import { notFound, SalesforceError } from './errors.js';
import type { Org } from './org.js';
import { change, create, existing, matching, remove, writableType } from './rows.js';

const most = 200;

interface RowResult {
  id?: string;
  success: boolean;
  errors: { statusCode: string; message: string; fields: string[] }[];
  created?: boolean;
}

/** Up to 200 records in one call, answered 200 with one result for each, in their order, whatever became of them. */
export const collectionRoutes: Route[] = [
  { method: 'POST', path: '/composite/sobjects', answer: (org, call) => records(org, call, created) },
  { method: 'PATCH', path: '/composite/sobjects', answer: (org, call) => records(org, call, changed) },
  { method: 'PATCH', path: '/composite/sobjects/:object/:field', answer: (org, call) => records(org, call, upserted) },
  {
    method: 'DELETE',
    path: '/composite/sobjects',
    answer: (org, call) => {
      const { ids = '', allOrNone } = call.query;
      return answered(org, ids.split(','), allOrNone === 'true', (id) => removed(org, call, id));
    },
  },
];

type Given = Record<string, unknown> & { attributes: { type: string } };
type Work = (org: Org, call: Call, record: Given) => RowResult;

function records(org: Org, call: Call, work: Work): Answer {
  const { records: given, allOrNone = false } = (call.body ?? {}) as { records?: unknown; allOrNone?: boolean };
  if (!Array.isArray(given)) throw new SalesforceError(400, 'JSON_PARSER_ERROR', 'Missing or unreadable: records');
  return answered(org, given as unknown[], allOrNone, (record) => work(org, call, typedRecord(record)));
}

function answered<T>(org: Org, items: T[], allOrNone: boolean, work: (item: T) => RowResult): Answer {
  // The code is the SOAP API's for the same limit; that REST uses it too is an assumption, unconfirmed by the vendor.
  if (items.length > most)
    throw new SalesforceError(
      400,
      'EXCEEDED_ID_LIMIT',
      `record limit reached. cannot submit more than ${most} records`,
    );
  if (!allOrNone) return ok(items.map((item) => one(() => org.store.atomically(() => work(item)))));
  let results: RowResult[] = [];
  try {
    org.store.atomically(() => {
      results = items.map((item) => one(() => work(item)));
      if (results.some(({ success }) => !success)) throw new RolledBack();
    });
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error;
    return ok(results.map((result) => (result.success ? rolledBack : result)));
  }
  return ok(results);
}

class RolledBack extends Error {}

/** The words are an assumption, unconfirmed by the vendor. */
const rolledBack: RowResult = {
  success: false,
  errors: [
    {
      statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
      message: 'Record rolled back because not all records were valid and the request was using AllOrNone header',
      fields: [],
    },
  ],
};

function one(work: () => RowResult): RowResult {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof SalesforceError)) throw error;
    const errors = error.all.map(({ errorCode, message, fields = [] }) => ({ statusCode: errorCode, message, fields }));
    return { success: false, errors };
  }
}

/** Recorded: the type must come first in a record, and a record without it does not stop the others. */
function typedRecord(record: unknown): Given {
  const [first, attributes] = Object.entries(record ?? {})[0] ?? [];
  if (first === 'attributes' && typeof (attributes as { type?: unknown })?.type === 'string') return record as Given;
  const message = 'Nested object for polymorphic foreign key must have an attributes field before any other fields.';
  throw new SalesforceError(400, 'JSON_PARSER_ERROR', message);
}

function created(org: Org, call: Call, { attributes, ...values }: Given): RowResult {
  const type = writableType(org, attributes.type);
  const id = String(create(org, type, values).Id);
  org.ledger(call.request, { operation: 'create', entity: type.name, id, data: values });
  return { id, success: true, errors: [] };
}

function changed(org: Org, call: Call, { attributes, id, Id = id, ...values }: Given): RowResult {
  const type = writableType(org, attributes.type);
  if (typeof Id !== 'string') throw new SalesforceError(400, 'MISSING_ARGUMENT', 'Id not specified in an update call');
  const row = existing(org, type, Id);
  change(org, type, row, values);
  org.ledger(call.request, { operation: 'update', entity: type.name, id: String(row.Id), data: values });
  return { id: String(row.Id), success: true, errors: [] };
}

function upserted(org: Org, call: Call, record: Given): RowResult {
  const { object = '', field = '' } = call.params;
  const { [field]: key, ...values } = record;
  if (record.attributes.type.toLowerCase() !== object.toLowerCase())
    throw new SalesforceError(400, 'INVALID_TYPE', `records must be of type ${object}`);
  if (typeof key !== 'string' || key === '')
    throw new SalesforceError(400, 'MISSING_ARGUMENT', `${field} not specified`, []);
  const found = matching(org, writableType(org, object), field, key);
  if (found.length > 1) {
    const message = `${field}: more than one record found for external id field: [${found.map(({ Id: id }) => id).join(', ')}]`;
    throw new SalesforceError(400, 'DUPLICATE_EXTERNAL_ID', message, []);
  }
  if (!found[0]) return { ...created(org, call, record), created: true };
  return { ...changed(org, call, { ...values, attributes: record.attributes, Id: found[0].Id }), created: false };
}

function removed(org: Org, call: Call, id: string): RowResult {
  const type = org.setup.objects.find(({ prefix }) => id.startsWith(prefix));
  if (!type) throw notFound();
  const row = existing(org, writableType(org, type.name), id);
  remove(org, type, row);
  org.ledger(call.request, { operation: 'delete', entity: type.name, id: String(row.Id) });
  return { id: String(row.Id), success: true, errors: [] };
}
