import { ScimError } from './errors.js';

export interface PatchOperation {
  op: string;
  path?: string;
  value?: unknown;
}

type Resource = Record<string, unknown>;

const readOnly = ['id', 'meta', 'schemas'];

/** Applies a PatchOp to a copy; on any failure nothing is changed. */
export function patched(resource: Resource, operations: PatchOperation[]): Resource {
  const copy = structuredClone(resource);
  for (const { op, path, value } of operations) {
    const action = op.toLowerCase();
    if (!['add', 'replace', 'remove'].includes(action))
      throw new ScimError(400, `"${op}" is not an operation`, 'invalidSyntax');
    if (action === 'remove' && !path) throw new ScimError(400, 'remove needs a path', 'noTarget');
    if (path) assign(copy, path, action === 'remove' ? undefined : value);
    else for (const [key, item] of Object.entries(value as Resource)) assign(copy, key, item);
  }
  return copy;
}

function assign(resource: Resource, path: string, value: unknown): void {
  const urn = /^(urn:.+:User)(?::(.+))?$/i.exec(path);
  const steps = urn ? [urn[1]!, ...(urn[2]?.split('.') ?? [])] : path.split('.');
  const last = steps.pop()!;
  const owner = steps.reduce<Resource>((node, step) => {
    const key = keyOf(node, step);
    node[key] ??= {};
    return node[key] as Resource;
  }, resource);
  const key = keyOf(owner, last);
  if (steps.length === 0 && readOnly.includes(key))
    throw new ScimError(400, `Attribute '${key}' is readOnly`, 'mutability');
  if (value === undefined) delete owner[key];
  else owner[key] = value;
}

const keyOf = (node: Resource, name: string): string =>
  Object.keys(node).find((candidate) => candidate.toLowerCase() === name.toLowerCase()) ?? name;
