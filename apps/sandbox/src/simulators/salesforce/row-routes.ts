import { type Answer, type Call, noContent, ok, type Route } from './call.js';
import { isUnmodified, refuseConditions, requireState, stateHeaders } from './conditions.js';
import { describe } from './describe.js';
import { invalidField, notFound, SalesforceError } from './errors.js';
import { fieldNamed, type ObjectType, type Org, type Row, valueOf } from './org.js';
import { change, create, existing, matching, remove, typeOf, writableType } from './rows.js';

const row = '/sobjects/:object/:id';
const byField = '/sobjects/:object/:field/:value';

/** sObject rows: read, create, change, upsert and delete one record. */
export const rowRoutes: Route[] = [
  {
    method: 'GET',
    path: '/sobjects/:object/describe',
    answer: (org, { params }) => ok(describe(org, typeOf(org, params.object!))),
  },
  { method: 'GET', path: row, answer: (org, call) => readById(org, call) },
  { method: 'POST', path: '/sobjects/:object', answer: (org, call) => createNew(org, call, call.body) },
  { method: 'PATCH', path: row, answer: changeById },
  { method: 'DELETE', path: row, answer: removeById },
  { method: 'GET', path: byField, answer: readByField },
  { method: 'PATCH', path: byField, answer: upsert },
  { method: ['PUT', 'POST'], path: row, answer: refuseMethod },
];

const pathOf = (version: string, type: ObjectType, { Id: id }: Row): string =>
  `/services/data/${version}/sobjects/${type.name}/${id}`;

function refuseMethod(_org: Org, { method }: Call): never {
  const message = `HTTP Method '${method}' not allowed. Allowed are DELETE,GET,HEAD,PATCH`;
  throw new SalesforceError(405, 'METHOD_NOT_ALLOWED', message);
}

function readById(org: Org, call: Call): Answer {
  const type = typeOf(org, call.params.object!);
  return show(org, call, type, existing(org, type, call.params.id!));
}

function readByField(org: Org, call: Call): Answer {
  const { object, field, value } = call.params;
  const type = typeOf(org, object!);
  const found = matching(org, type, field!, value!);
  if (found.length > 1) return ambiguous(call, type, found);
  if (!found[0]) throw notFound();
  return show(org, call, type, found[0]);
}

function show(org: Org, call: Call, type: ObjectType, shown: Row): Answer {
  requireState(call, type, shown);
  const headers = stateHeaders(type, shown);
  if (isUnmodified(call, type, shown)) return { status: 304, headers };
  const values = askedFields(type, call.query.fields).map((field) => [field.name, valueOf(org, shown, field)]);
  const attributes = { type: type.name, url: pathOf(call.version, type, shown) };
  return ok({ attributes, ...Object.fromEntries(values) }, headers);
}

function askedFields(type: ObjectType, asked: string | undefined): ObjectType['fields'] {
  if (!asked) return type.fields;
  const fields = asked.split(',').map((name) => {
    const field = fieldNamed(type, name.trim());
    if (!field) throw invalidField(`No such column '${name}' on entity '${type.name}'.`);
    return field;
  });
  return [...new Set([fieldNamed(type, 'Id')!, ...fields])];
}

function createNew(org: Org, call: Call, values: unknown): Answer {
  const type = writableType(org, call.params.object!);
  const made = create(org, type, values);
  org.ledger(call.request, { operation: 'create', entity: type.name, id: String(made.Id), data: values });
  const headers = { Location: pathOf(call.version, type, made) };
  return { status: 201, headers, body: { id: made.Id, success: true, errors: [] } };
}

function changeExisting(org: Org, call: Call, type: ObjectType, before: Row): void {
  requireState(call, type, before);
  change(org, type, before, call.body);
  org.ledger(call.request, { operation: 'update', entity: type.name, id: String(before.Id), data: call.body });
}

function changeById(org: Org, call: Call): Answer {
  const type = writableType(org, call.params.object!);
  changeExisting(org, call, type, existing(org, type, call.params.id!));
  return noContent;
}

function removeById(org: Org, call: Call): Answer {
  const type = writableType(org, call.params.object!);
  refuseConditions(call);
  const gone = existing(org, type, call.params.id!);
  remove(org, type, gone);
  org.ledger(call.request, { operation: 'delete', entity: type.name, id: String(gone.Id) });
  return noContent;
}

/** 201 created, 200 updated, 300 where the value matches several rows and nothing is changed. */
function upsert(org: Org, call: Call): Answer {
  const { object, field, value } = call.params;
  const type = writableType(org, object!);
  const found = matching(org, type, field!, value!);
  const body = call.body ?? {};
  if (Object.keys(body).some((name) => name.toLowerCase() === field!.toLowerCase()))
    throw invalidField(`The ${field} field should not be specified in the sobject data.`);
  if (found.length > 1) return ambiguous(call, type, found);
  if (found[0]) {
    changeExisting(org, call, type, found[0]);
    return ok({ id: found[0].Id, success: true, errors: [], created: false });
  }
  // 404 for an absent row is an assumption, unconfirmed by the vendor.
  if (call.query.updateOnly === 'true') throw notFound();
  const answer = createNew(org, call, { ...body, [field!]: value });
  return { ...answer, body: { ...(answer.body as object), created: true } };
}

const ambiguous = ({ version }: Call, type: ObjectType, rows: Row[]): Answer => ({
  status: 300,
  body: rows.map((found) => pathOf(version, type, found)),
});
