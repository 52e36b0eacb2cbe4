import { refusal } from './refusals.js';
import { type Attributes, nameIn } from './schemas.js';

export const isObject = (value: unknown): value is Attributes =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const booleans = new Set(['active', 'primary']);

/**
 * A value as it is kept: exactly as sent, but for booleans that came as text, nulls, which mean "none" (RFC 7643, 2.5),
 * names in another case, and a manager given by id alone.
 */
export function kept(name: string, value: unknown): unknown {
  if (value === null || value === undefined) return undefined;
  if (booleans.has(name)) return booleanOf(name, value);
  if (name === 'manager' && typeof value === 'string') return value === '' ? undefined : { value };
  if (Array.isArray(value)) return value.map((one) => kept('', one)).filter((one) => one !== undefined);
  if (!isObject(value)) return value;
  const object: Attributes = {};
  for (const [key, one] of Object.entries(value)) {
    const found = kept(nameIn(object, key), one);
    if (found !== undefined) object[nameIn(object, key)] = found;
  }
  return object;
}

/** Entra sends `"True"` and `"False"` unless its newer behaviour is asked for. */
function booleanOf(name: string, value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string' && /^(true|false)$/i.test(value)) return value.toLowerCase() === 'true';
  throw refusal('invalidValue', `${name} must be true or false`, [{ field: name, message: 'must be true or false' }]);
}
