import { invalidField, SalesforceError } from './errors.js';
import type { Field } from './fields.js';
import { fullId } from './ids.js';
import { fieldNamed, objectNamed, type ObjectType, type Org, parentNamed, type Row, type Value } from './org.js';
import { wordsOf } from './picklists.js';

/** What a caller may write of `values`, under the fields' own names; throws the org's refusal. */
export function accepted(org: Org, type: ObjectType, values: unknown, creating: boolean): Row {
  if (!values || typeof values !== 'object' || Array.isArray(values))
    throw new SalesforceError(400, 'JSON_PARSER_ERROR', 'The HTTP entity body must be an object');
  const row: Row = {};
  for (const [name, value] of Object.entries(values)) {
    if (name === 'attributes') continue;
    const parent = value !== null && typeof value === 'object' ? parentNamed(type, name) : undefined;
    const field = writable(type, parent?.name ?? name, creating);
    row[field.name] = parent ? parentId(org, parent, value as object) : typed(org, field, value);
  }
  requireFields(type, row, creating);
  return row;
}

function writable(type: ObjectType, name: string, creating: boolean): Field {
  const field = fieldNamed(type, name);
  if (!field) throw invalidField(`No such column '${name}' on sobject of type ${type.name}`);
  if (field.type === 'id') throw invalidField('The Id field should not be specified in the sobject data.');
  if (creating ? field.createable : field.updateable) return field;
  throw new SalesforceError(
    400,
    'INVALID_FIELD_FOR_INSERT_UPDATE',
    `Unable to create/update fields: ${field.name}. Please check the security settings of this field.`,
    [field.name],
  );
}

function requireFields(type: ObjectType, row: Row, creating: boolean): void {
  const missing = type.fields
    .filter(({ nillable, createable, type: kind }) => !nillable && createable && kind !== 'boolean')
    // The org's own currency stands in where a new record names none.
    .filter(({ name }) => (creating && name !== 'CurrencyIsoCode' ? true : name in row))
    .filter(({ name }) => (row[name] ?? null) === null)
    .map(({ name }) => name);
  if (missing.length === 0) return;
  const message = `Required fields are missing: [${missing.join(', ')}]`;
  throw new SalesforceError(400, 'REQUIRED_FIELD_MISSING', message, missing);
}

/** The value as the org keeps it; an empty text is no value. Numbers in quotes are refused: assumption, unconfirmed. */
function typed(org: Org, field: Field, value: unknown): Value {
  if (value === null || value === '') return null;
  switch (field.type) {
    case 'double':
    case 'currency':
    case 'percent':
      return typeof value === 'number' ? value : unreadable(field, value);
    case 'boolean':
      return typeof value === 'boolean' ? value : unreadable(field, value);
    case 'date':
      return typeof value === 'string' && isDate(value) ? value : unreadable(field, value);
    case 'reference':
      return typeof value === 'string' ? referenced(org, field, value) : unreadable(field, value);
    default:
      return typeof value === 'string' ? fitting(org, field, value) : unreadable(field, value);
  }
}

const isDate = (value: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) && new Date(`${value}T00:00:00Z`).toJSON()?.slice(0, 10) === value;

function unreadable(field: Field, value: unknown): never {
  const message = `Cannot deserialize instance of ${field.type} from ${JSON.stringify(value)}: ${field.name}`;
  throw new SalesforceError(400, 'JSON_PARSER_ERROR', message);
}

function fitting(org: Org, field: Field, value: string): string {
  if (value.length > field.length) {
    const message = `${field.name}: data value too large: ${value} (max length=${field.length})`;
    throw new SalesforceError(400, 'STRING_TOO_LONG', message, [field.name]);
  }
  if (wordsOf(org, field)?.includes(value) === false) {
    const message = `${field.name}: bad value for restricted picklist field: ${value}`;
    throw new SalesforceError(400, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', message, [field.name]);
  }
  return value;
}

function referenced(org: Org, field: Field, value: string): string {
  const id = fullId(value);
  const target = objectNamed(org, field.referenceTo!);
  if (!id || (target && !id.startsWith(target.prefix))) {
    const message = `${field.name}: id value of incorrect type: ${value}`;
    throw new SalesforceError(400, 'MALFORMED_ID', message, [field.name]);
  }
  if (!target || !org.store.get(target.name, id))
    throw new SalesforceError(400, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', []);
  return id;
}

/** A parent may be named by its external id instead of its id: `{"Account": {"External_Id__c": "…"}}`. */
function parentId(org: Org, { name, referenceTo }: Field, value: object): Value {
  const [[fieldName, key] = ['', ''], ...more] = Object.entries(value).filter(([part]) => part !== 'attributes');
  const target = objectNamed(org, referenceTo!);
  const field = target && fieldNamed(target, fieldName);
  if (more.length > 0 || !field?.externalId)
    throw invalidField(`External ID field does not exist or is not accessible: ${fieldName}`);
  const found = org.store.list<Row>(target!.name).filter((row) => row[field.name] === key);
  if (found.length === 1) return found[0]!.Id!;
  throw invalidField(`Foreign key external ID: ${String(key)} not found for field ${fieldName} of ${name}`);
}
