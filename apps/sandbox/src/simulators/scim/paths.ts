import { userSchema } from './schemas.js';

/** What an attribute path such as `emails[type eq "work"].value` or `urn:…:User:manager.value` names. */
export interface AttributePath {
  /** URN of the extension the attribute is in; none for the core schema. */
  extension?: string;
  /** None where the extension as a whole is meant. */
  attribute?: string;
  /** Which of several values, as filter text. */
  filter?: string;
  sub?: string;
}

const shape = /^(?:(urn:[^[\]]+:User)(?::(?=.)|$))?(?:([a-z$][\w$-]*)(?:\[(.*)\])?(?:\.([a-z$][\w$-]*))?)?$/i;

export function pathOf(text: string): AttributePath | null {
  const [, urn, attribute, filter, sub] = shape.exec(text) ?? [];
  const extension = urn?.toLowerCase() === userSchema.toLowerCase() ? undefined : urn;
  if (!extension && !attribute) return null;
  return {
    ...(extension && { extension }),
    ...(attribute && { attribute }),
    ...(filter !== undefined && { filter }),
    ...(sub && { sub }),
  };
}

export type Node = Record<string, unknown>;

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A copy to change: resources are JSON through and through. */
export const copyOf = (resource: Node): Node => JSON.parse(JSON.stringify(resource)) as Node;

/** The name a node has for an attribute, whatever its case. */
export const keyOf = (node: Node, name: string): string =>
  Object.keys(node).find((candidate) => candidate.toLowerCase() === name.toLowerCase()) ?? name;

/** Every value below a node that a name leads to; several values are several. */
export function children(node: unknown, name: string): unknown[] {
  if (!isNode(node)) return [];
  const value = node[keyOf(node, name)];
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as unknown[]) : [value];
}

/** Every value a path without a filter leads to. */
export function valuesAt(resource: unknown, { extension, attribute, sub }: AttributePath): unknown[] {
  const owners = extension ? children(resource, extension) : [resource];
  const found = attribute ? owners.flatMap((owner) => children(owner, attribute)) : owners;
  return sub ? found.flatMap((value) => children(value, sub)) : found;
}
