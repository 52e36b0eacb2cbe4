import { canonicalJson } from '#kernel';
import type { Condition } from './filter.js';
import { type Path, pathOf } from './path.js';
import { refusal } from './refusals.js';
import { type Attributes, nameIn, readOnly, schemaNamed } from './schemas.js';
import { isObject, kept } from './values.js';

interface Operation {
  op: 'add' | 'replace' | 'remove';
  path: string | null;
  value: unknown;
}

const mostOperations = 500;

/** A user after a PATCH (RFC 7644, 3.5.2) in whichever dialect; all of it or, by a Failure, nothing. */
export function patched(before: Attributes, body: unknown): Attributes {
  const after = structuredClone(before);
  for (const operation of operationsOf(body)) apply(after, operation);
  return after;
}

/** A user made of a whole body: the same as everything in it added to nobody. */
export function stated(body: unknown): Attributes {
  if (!isObject(body)) throw refusal('invalidSyntax', 'the body is not a user');
  return patched({}, { Operations: [{ op: 'add', value: body }] });
}

function operationsOf(body: unknown): Operation[] {
  const given = isObject(body) ? body[nameIn(body, 'Operations')] : null;
  if (!Array.isArray(given) || given.length === 0 || given.length > mostOperations) {
    throw refusal('invalidSyntax', `Operations must be a list of 1 to ${mostOperations}`);
  }
  return given.map((one: unknown, index) => {
    const { op, path = null, value } = isObject(one) ? one : {};
    const name = typeof op === 'string' ? op.toLowerCase() : '';
    if (!['add', 'replace', 'remove'].includes(name) || (path !== null && typeof path !== 'string')) {
      throw refusal(
        'invalidSyntax',
        `Operations[${index}] must have an op of add, replace or remove, and a path of text`,
      );
    }
    return { op: name as Operation['op'], path: path === '' ? null : path, value };
  });
}

function apply(user: Attributes, { op, path, value }: Operation): void {
  if (path !== null) {
    const target = pathOf(path);
    const { schema, attribute } = target;
    if (!schema && attribute && readOnly.has(nameIn({}, attribute)) && nameIn({}, attribute) !== 'password')
      throw refusal('mutability', `${attribute} is set by the service provider`);
    return change(user, op, target, value);
  }
  if (op === 'remove') throw refusal('noTarget', 'a remove needs a path');
  if (!isObject(value)) throw refusal('invalidValue', `an ${op} without a path needs an object of attributes`);
  for (const [key, one] of Object.entries(value)) change(user, op, pathOf(key), one);
}

function change(user: Attributes, op: Operation['op'], path: Path, value: unknown): void {
  const { schema, attribute } = path;
  if (attribute === null) return changeExtension(user, op, schema, value);
  if (!schema && readOnly.has(nameIn({}, attribute))) return;
  const holder = schema ? inside(user, schema) : user;
  const name = nameIn(holder, attribute);
  // A null is "none" (RFC 7643, 2.5).
  const doing = value === null && !path.chosen ? 'remove' : op;
  if (path.chosen) changeChosen(holder, name, doing, path, value);
  else if (path.sub) changeSub(holder, name, doing, path.sub, value);
  else changeWhole(holder, name, doing, value);
  if (schema && Object.keys(holder).length === 0) delete user[schema];
}

function changeExtension(user: Attributes, op: Operation['op'], schema: string | null, value: unknown): void {
  if (op === 'remove' || value === null) {
    if (schema) delete user[schema];
    return;
  }
  if (!isObject(value)) throw refusal('invalidValue', `${schema ?? 'the user'} must be an object of attributes`);
  for (const [key, one] of Object.entries(value)) change(user, op, { ...pathOf(key), schema }, one);
}

function changeWhole(holder: Attributes, name: string, op: Operation['op'], value: unknown): void {
  const current = holder[name];
  if (op === 'remove') {
    // Entra takes single values out of a list by naming them beside the path.
    const gone = Array.isArray(value) && Array.isArray(current) ? value.map(identity) : null;
    put(holder, name, gone ? (current as unknown[]).filter((one) => !gone.includes(identity(one))) : undefined);
    return;
  }
  const next = kept(name, value);
  if (Array.isArray(current) && op === 'add') {
    const added = [next].flat();
    const others = current.filter((one) => !added.some((another) => canonicalJson(another) === canonicalJson(one)));
    put(holder, name, onePrimary([...others, ...added], added));
  } else if (isObject(current) && isObject(next)) put(holder, name, { ...current, ...next });
  else put(holder, name, next);
}

function changeSub(holder: Attributes, name: string, op: Operation['op'], sub: string, value: unknown): void {
  const current = holder[name] ?? {};
  if (!isObject(current))
    throw refusal('invalidPath', `${name} has no single ${sub}: choose one, as in ${name}[type eq "work"]`);
  const part = { ...current };
  put(part, nameIn(part, sub), op === 'remove' ? undefined : kept(nameIn(part, sub), value));
  put(holder, name, Object.keys(part).length > 0 ? part : undefined);
}

function changeChosen(holder: Attributes, name: string, op: Operation['op'], path: Path, value: unknown): void {
  const list = Array.isArray(holder[name]) ? (holder[name] as unknown[]) : [];
  const { chosen, sub } = path;
  const meant = list.filter((one) => isObject(one) && matches(one, chosen!)) as Attributes[];
  if (op === 'remove' || value === null) {
    if (sub) for (const one of meant) delete one[nameIn(one, sub)];
    put(holder, name, sub ? list : list.filter((one) => !meant.includes(one as Attributes)));
    return;
  }
  if (meant.length === 0) {
    if (op === 'replace') throw refusal('noTarget', `no value of ${name} is meant by the path`);
    meant.push(Object.fromEntries(chosen!.map(({ path: key, value: is }) => [nameIn({}, key), is])));
    list.push(meant[0]);
  }
  for (const one of meant) {
    if (sub) put(one, nameIn(one, sub), kept(nameIn(one, sub), value));
    else Object.assign(one, kept('', value));
  }
  put(holder, name, onePrimary(list, meant));
}

const matches = (one: Attributes, conditions: Condition[]): boolean =>
  conditions.every(({ path, value }) => {
    const found = one[nameIn(one, path)];
    return typeof found === 'string' && typeof value === 'string'
      ? found.toLowerCase() === value.toLowerCase()
      : found === value;
  });

/** What is made the primary value takes that from the others. */
function onePrimary(list: unknown[], touched: unknown[]): unknown[] {
  const chosen = touched.find((one) => isObject(one) && one.primary === true);
  if (!chosen) return list;
  return list.map((one) =>
    one !== chosen && isObject(one) && one.primary === true ? { ...one, primary: false } : one,
  );
}

const identity = (one: unknown): unknown => (isObject(one) ? one.value : one);

function inside(user: Attributes, schema: string): Attributes {
  const name = schemaNamed(schema) ?? nameIn(user, schema);
  if (!isObject(user[name])) user[name] = {};
  return user[name] as Attributes;
}

function put(holder: Attributes, name: string, value: unknown): void {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) delete holder[name];
  else holder[name] = value;
}
