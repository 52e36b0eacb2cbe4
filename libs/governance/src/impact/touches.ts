import { unnamed, withoutMajor } from '../document/openapi.js';
import type { Finding } from '../finding.js';

/** How one consumer uses one operation. */
export interface Use {
  /** Method and path, e.g. `GET /v1/projects/{code}`. */
  operation: string;
  calls: number;
  /** RFC 3339; null where it is only declared. */
  lastUse: string | null;
  /** Fields it sends → how often. */
  sent: Readonly<Record<string, number>>;
  /** Fields it could have read. */
  read: readonly string[];
  /** Every field the contract has it send or read: what is not among them is no field. */
  known: { sent: readonly string[]; read: readonly string[] };
}

/** Whether a change concerns what a consumer does; where that cannot be told, it does. */
export function touches(finding: Finding, use: Use): boolean {
  const { operation, direction, field } = finding;
  if (operation && sameless(`${operation.method} ${operation.path}`) !== sameless(use.operation)) return false;
  if (!operation || field === undefined) return true;
  const isNew = finding.base === null;
  if (direction === 'response') {
    // What a field that is new does to who reads what is around it is not on record.
    if (isNew || !isField(field, use.known.read)) return true;
    return use.read.some((one) => overlaps(one, field));
  }
  if (isNew || !isField(field, use.known.sent)) return true;
  const times = Math.max(0, ...Object.entries(use.sent).map(([one, count]) => (overlaps(one, field) ? count : 0)));
  // Who leaves a field out is hurt when it is needed; who sends it, when it is taken less.
  return times > 0 || finding.rule.includes('required');
}

const isField = (field: string, known: readonly string[]): boolean => known.some((one) => overlaps(one, field));

/** One is the other, or is inside it. */
function overlaps(one: string, other: string): boolean {
  const [a, b] = [parts(one), parts(other)];
  return a.slice(0, b.length).join('.') === b.slice(0, a.length).join('.');
}

const parts = (field: string): string[] => field.replaceAll('[]', '').split('.').filter(Boolean);

/** Names of path parameters mean nothing; nor does the major, as uses are those of one contract. */
const sameless = (operation: string): string => withoutMajor(unnamed(operation));
