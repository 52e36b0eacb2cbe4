import type { World } from '../../core/simulator.js';
import { companyAt, homeCompany } from './company.js';
import { type EntitySet, isOfCompany, keyOf, type Property, type Row } from './edm.js';
import { badBody, notAllowed, preconditionFailed, refuse, Refusal, writeFailed } from './errors.js';
import type { Answer, Ask } from './gateway.js';
import { addressOf, contextOf, etagOf, present } from './present.js';
import { refusalArranged } from './refusals.js';
import { rowAt, save } from './table.js';
import { fromWire } from './values.js';

/** Creates a row; a key of its company that nobody gave comes from a number sequence, where the set has one. */
export function create(world: World, set: EntitySet, ask: Ask): Answer {
  const rule = set.create;
  if (!rule) throw notAllowed('POST');
  const data = parseObject(ask.body);
  const given = valuesOf(set, data, ['write', 'create']);
  const row = checked(set, () => {
    const arranged = refusalArranged(world, set.name);
    if (arranged) throw arranged;
    const values = isOfCompany(set) ? { ...given, dataAreaId: companyOf(world, given) } : given;
    const made = rule(world, values);
    if (rowAt(world, set, made)) throw existsAlready(set, made);
    return save(world, set, made);
  });
  world.ledger(ask.request, { operation: 'create', entity: set.name, id: keyOf(set, row), data });
  const body = { '@odata.context': contextOf(world, set, [], '/$entity'), ...present(set, row) };
  return { status: 201, headers: { location: addressOf(world, set, row), etag: etagOf(row) }, body };
}

export function update(world: World, set: EntitySet, before: Row, ask: Ask): Answer {
  const rule = set.update;
  if (!rule) throw notAllowed(ask.method);
  requireMatch(before, ask.ifMatch);
  const data = parseObject(ask.body);
  const changes = valuesOf(set, data, ['write'], before);
  const row = checked(set, () => {
    const after = rule(world, before, { ...before, ...changes });
    if (keyOf(set, after) !== keyOf(set, before)) world.store.delete(set.name, keyOf(set, before));
    return save(world, set, after);
  });
  world.ledger(ask.request, { operation: 'update', entity: set.name, id: keyOf(set, row), data });
  return { status: 204, headers: {} };
}

export function remove(world: World, set: EntitySet, row: Row, ask: Ask): Answer {
  const rule = set.remove;
  if (!rule) throw notAllowed('DELETE');
  requireMatch(row, ask.ifMatch);
  checked(set, () => rule(world, row));
  world.store.delete(set.name, keyOf(set, row));
  world.ledger(ask.request, { operation: 'delete', entity: set.name, id: keyOf(set, row) });
  return { status: 204, headers: {} };
}

/** Runs a table's rules; what they have against a row is told as the vendor does. */
function checked<T>({ entity, table }: EntitySet, rules: () => T): T {
  try {
    return rules();
  } catch (error) {
    throw error instanceof Refusal ? writeFailed(entity, table, error) : error;
  }
}

function companyOf(world: World, given: Row): string {
  const { dataAreaId = homeCompany } = given;
  const company = companyAt(world, { dataAreaId });
  if (!company && dataAreaId !== homeCompany) throw refuse(`Company '${String(dataAreaId)}' does not exist.`);
  return company?.dataAreaId ?? homeCompany;
}

/** As recorded: a duplicate is told as information, with the label of the table and its keys. */
function existsAlready(set: EntitySet, row: Row): Refusal {
  const keys = set.keys.filter((key) => key !== 'dataAreaId').map((key) => `${key}: ${String(row[key] ?? '')}`);
  return new Refusal(
    [`Cannot create a record in ${set.table}. ${keys.join(', ')}.\nThe record already exists.`],
    'Info',
  );
}

/** The values of a body, all of the set's own properties; annotations are passed over. */
function valuesOf(set: EntitySet, data: Record<string, unknown>, access: Property['access'][], before?: Row): Row {
  const values: Row = {};
  for (const [name, json] of Object.entries(data)) {
    if (name.includes('@')) continue;
    const property = set.properties[name];
    if (!property) throw unknownInBody(set, name);
    const value = fromWire(name, property, json);
    if (access.includes(property.access)) values[name] = value;
    // Assumption, unconfirmed by the vendor: what may not be set is refused, unless it is what is there already.
    else if (String(value).toLowerCase() !== String(before?.[name]).toLowerCase()) throw notEditable(name);
  }
  return values;
}

const unknownInBody = ({ type }: EntitySet, name: string): Error =>
  badBody(
    `The property '${name}' does not exist on type 'Microsoft.Dynamics.DataEntities.${type}'. Make sure to only use property names that are defined by the type.`,
  );

const notEditable = (name: string): Error => badBody(`The field '${name}' does not allow editing.`);

/** Without an If-Match the last one to write wins; `*` is any state. */
function requireMatch(row: Row, ifMatch: string | undefined): void {
  if (ifMatch !== undefined && ifMatch !== '*' && ifMatch !== etagOf(row)) throw preconditionFailed();
}

function parseObject(text: string): Record<string, unknown> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw badBody('The payload is not a valid JSON object.');
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw badBody('The payload is not a valid JSON object.');
  }
  return json as Record<string, unknown>;
}
