import { Refused } from './errors.js';

type Node = Record<string, unknown>;

const clause = /^\s*([A-Za-z0-9/]+)\s+eq\s+(?:'([^']*)'|(true|false))\s*$/;

/**
 * A filter by paths that start at the collection: `workers/workAssignments/positionID eq 'X' and …`. A path through a
 * list matches any of its elements. Assumption, unconfirmed by the vendor: other operators are refused, not passed over.
 */
export function parseFilter(text: string, collection: string): (record: object) => boolean {
  const clauses = text.split(/\s+and\s+/).map((part) => {
    const [, path = '', quoted, bare] = clause.exec(part) ?? [];
    const [root, ...steps] = path.split('/');
    if (root !== collection || steps.length === 0) throw new Refused(400, 'Invalid', `$filter is invalid: ${part}`);
    return { steps, value: quoted ?? bare };
  });
  return (record) => clauses.every(({ steps, value }) => valuesAt(record, steps).some((one) => String(one) === value));
}

function valuesAt(node: unknown, [step, ...rest]: string[]): unknown[] {
  if (Array.isArray(node))
    return node.flatMap((element) => valuesAt(element, step === undefined ? [] : [step, ...rest]));
  if (step === undefined) return [node];
  return typeof node === 'object' && node !== null ? valuesAt((node as Node)[step], rest) : [];
}
