import { children, copyOf, keyOf, type Node, pathOf } from './paths.js';

export interface Projection {
  attributes?: string;
  excludedAttributes?: string;
}

const always = ['schemas', 'id'];

/** The part of a resource that was asked for; `id` and `schemas` always come along. */
export function projected(resource: Node, { attributes, excludedAttributes }: Projection): Node {
  if (attributes) return only(resource, attributes.split(','));
  if (!excludedAttributes) return resource;
  const copy = copyOf(resource);
  for (const [owner, key] of placesOf(copy, excludedAttributes.split(',')))
    if (owner !== copy || !always.includes(key)) delete owner[key];
  return copy;
}

function only(resource: Node, names: string[]): Node {
  const shown: Node = Object.fromEntries(always.map((name) => [name, resource[name]]));
  for (const name of names.map((text) => text.trim())) {
    const { extension, attribute, sub } = pathOf(name) ?? {};
    const owner = extension ? (children(resource, extension)[0] as Node | undefined) : resource;
    if (!owner || !attribute) {
      if (extension && owner) shown[keyOf(resource, extension)] = owner;
      continue;
    }
    const target = extension ? nodeAt(shown, keyOf(resource, extension)) : shown;
    const key = keyOf(owner, attribute);
    if (owner[key] !== undefined) target[key] = sub ? partOf(owner[key], sub, target[key]) : owner[key];
  }
  return shown;
}

/** One attribute of an object, or of each of several values, beside what was chosen before. */
function partOf(value: unknown, sub: string, before: unknown): unknown {
  if (Array.isArray(value))
    return value.map((one, index) => partOf(one, sub, Array.isArray(before) ? before[index] : undefined));
  const node = value as Node;
  const key = keyOf(node, sub);
  return { ...(before as Node | undefined), ...(node[key] !== undefined && { [key]: node[key] }) };
}

function nodeAt(owner: Node, key: string): Node {
  owner[key] ??= {};
  return owner[key] as Node;
}

function placesOf(resource: Node, names: string[]): [Node, string][] {
  return names.flatMap((name) => {
    const { extension, attribute, sub } = pathOf(name.trim()) ?? {};
    if (!attribute) return extension ? [[resource, keyOf(resource, extension)] as [Node, string]] : [];
    const owners = (extension ? children(resource, extension) : [resource]) as Node[];
    if (!sub) return owners.map((owner) => [owner, keyOf(owner, attribute)] as [Node, string]);
    const nodes = owners.flatMap((owner) => children(owner, attribute)) as Node[];
    return nodes.map((node) => [node, keyOf(node, sub)] as [Node, string]);
  });
}
