import { isDeepStrictEqual } from 'node:util';
import { badRequest } from './errors.js';
import { parseFilter } from './filter.js';
import { type AttributePath, copyOf, isNode, keyOf, type Node, pathOf } from './paths.js';
import { userAttributes } from './schemas.js';

export type Action = 'add' | 'replace' | 'remove';

const readOnly = ['id', 'meta', 'groups'];

/** Applies the operations of a PatchOp to a copy; on any failure nothing is changed. */
export function patched(resource: Node, operations: unknown): Node {
  if (!Array.isArray(operations) || operations.length === 0)
    throw badRequest('invalidSyntax', 'Operations must be a list of operations');
  const copy = copyOf(resource);
  for (const operation of operations as unknown[]) apply(copy, isNode(operation) ? operation : {});
  return copy;
}

function apply(resource: Node, { op, path, value }: Node): void {
  const action = String(op).toLowerCase();
  if (action !== 'add' && action !== 'replace' && action !== 'remove')
    throw badRequest('invalidSyntax', `"${String(op)}" is not an operation`);
  if (typeof path === 'string') return write(resource, action, path, value);
  if (action === 'remove') throw badRequest('noTarget', 'remove needs a path');
  if (!isNode(value)) throw badRequest('invalidValue', `${action} without a path needs an object`);
  for (const [name, item] of Object.entries(value)) {
    // Clients send a whole resource back, with what they may not change as it was.
    const unchanged = isDeepStrictEqual(resource[keyOf(resource, name)], item);
    if (!unchanged && name !== 'schemas') write(resource, action, name, item);
  }
}

function write(resource: Node, action: Action, text: string, value: unknown): void {
  const path = pathOf(text);
  if (!path) throw badRequest('invalidPath', `"${text}" is not an attribute path`);
  refuseReadOnly(action, path);
  const { extension, attribute, sub, filter } = path;
  if (!attribute) return whole(resource, action, keyOf(resource, extension!), value);
  const owner = extension ? nodeAt(resource, extension) : resource;
  const key = keyOf(owner, canonical(attribute));
  if (filter !== undefined) chosen(owner, action, key, path, value);
  else if (sub) part(owner, action, key, sub, value);
  else whole(owner, action, key, action === 'remove' ? value : coerced(key, value));
  for (const [name, node] of Object.entries(resource)) if (isEmpty(node)) delete resource[name];
}

function refuseReadOnly(action: Action, { extension, attribute = '' }: AttributePath): void {
  const name = attribute.toLowerCase();
  if (extension) return;
  if (readOnly.includes(name)) throw badRequest('mutability', `Attribute '${attribute}' is readOnly`);
  if (action === 'remove' && name === 'username') throw badRequest('mutability', 'userName is required');
}

/** A whole attribute: several values grow by an add, an object changes only in what is named. */
function whole(owner: Node, action: Action, key: string, value: unknown): void {
  const before = owner[key];
  if (action === 'remove') {
    if (Array.isArray(before) && Array.isArray(value)) owner[key] = without(before, value);
    else delete owner[key];
  } else if (Array.isArray(before) && action === 'add') {
    const news = [value].flat().filter((item) => !before.some((other) => isDeepStrictEqual(other, item)));
    owner[key] = onePrimary([...before, ...news], news);
  } else owner[key] = isNode(before) && isNode(value) ? { ...before, ...value } : value;
}

/** Some clients name what to remove in the value, not in the path. */
const without = (values: unknown[], gone: unknown[]): unknown[] =>
  values.filter((one) => !gone.some((other) => isNode(one) && isNode(other) && one.value === other.value));

/** One attribute of an object, or of each of several values. */
function part(owner: Node, action: Action, key: string, sub: string, value: unknown): void {
  const before = owner[key] ?? (action === 'remove' ? [] : nodeAt(owner, key));
  for (const node of [before].flat().filter(isNode)) set(node, action, sub, value);
}

/** What a filter chooses of several values. */
function chosen(owner: Node, action: Action, key: string, { filter = '', sub }: AttributePath, value: unknown): void {
  const values = Array.isArray(owner[key]) ? (owner[key] as unknown[]).filter(isNode) : [];
  const found = values.filter(parseFilter(filter));
  if (action === 'remove' && !sub) owner[key] = values.filter((one) => !found.includes(one));
  if (action === 'remove' && !sub) return;
  if (action !== 'remove' && found.length === 0) throw badRequest('noTarget', `no value of "${key}" matches ${filter}`);
  for (const node of found) {
    if (sub) set(node, action, sub, value);
    else overwrite(node, action, value);
  }
  const promotes = sub === 'primary' ? value === true : isNode(value) && value.primary === true;
  if (promotes) onePrimary(values, found);
}

function set(node: Node, action: Action, name: string, value: unknown): void {
  if (action === 'remove') delete node[keyOf(node, name)];
  else node[keyOf(node, name)] = value;
}

function overwrite(node: Node, action: Action, value: unknown): void {
  if (!isNode(value)) throw badRequest('invalidValue', 'one of several values is an object');
  if (action === 'replace') for (const name of Object.keys(node)) delete node[name];
  Object.assign(node, value);
}

/** A new primary value ends the old one. */
function onePrimary(values: unknown[], news: unknown[]): unknown[] {
  if (news.some((item) => isNode(item) && item.primary === true))
    for (const value of values)
      if (isNode(value) && value.primary === true && !news.includes(value)) value.primary = false;
  return values;
}

function nodeAt(owner: Node, name: string): Node {
  const key = keyOf(owner, name);
  if (!isNode(owner[key])) owner[key] = {};
  return owner[key] as Node;
}

const isEmpty = (value: unknown): boolean =>
  value === null || (isNode(value) && Object.keys(value).length === 0) || (Array.isArray(value) && value.length === 0);

/**
 * Values as clients write them: Entra ID sends booleans as text and a manager as a bare id, and one of several values
 * may come without its list.
 */
function coerced(key: string, value: unknown): unknown {
  if (key === 'active' && typeof value === 'string' && /^(true|false)$/i.test(value))
    return value.toLowerCase() === 'true';
  if (key === 'manager' && typeof value === 'string') return { value };
  return isNode(value) && userAttributes.some(({ name, multiValued }) => multiValued && name === key) ? [value] : value;
}

const canonical = (name: string): string =>
  userAttributes.find((attribute) => attribute.name.toLowerCase() === name.toLowerCase())?.name ?? name;
