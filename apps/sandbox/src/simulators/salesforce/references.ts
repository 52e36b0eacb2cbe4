import { SalesforceError } from './errors.js';

const reference = /@\{(\w+)((?:\.\w+|\[\d+\])+)\}/g;

/** Puts into a request what earlier parts of it answered: `@{refAccount.id}`. */
export function resolved(value: unknown, known: Record<string, unknown>): unknown {
  if (typeof value === 'string')
    return value.replaceAll(reference, (_whole, id: string, path: string) => valueAt(known, id, path));
  if (Array.isArray(value)) return value.map((item) => resolved(item, known));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, resolved(item, known)]));
}

function valueAt(known: Record<string, unknown>, id: string, path: string): string {
  const steps = path.match(/\w+/g)!;
  const found = steps.reduce<unknown>(
    (owner, step) => (owner as Record<string, unknown> | undefined)?.[step],
    known[id] as Record<string, unknown> | undefined,
  );
  if (typeof found === 'string' || typeof found === 'number') return String(found);
  const message = `Invalid reference specified. No value for ${id}${path} found in ${id}`;
  throw new SalesforceError(400, 'PROCESSING_HALTED', message);
}
