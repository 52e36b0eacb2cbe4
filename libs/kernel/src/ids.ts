import { createHash, randomUUID } from 'node:crypto';

/** The namespace of every id this product derives (RFC 9562 version 5). */
const namespace = Buffer.from('6f1d5a3ec9b24c1f8a7e2b40d53f9c61', 'hex');

/** The same parts always give the same UUID, so a repeat is recognised wherever it happens. */
export function derivedId(...parts: readonly (string | number)[]): string {
  const name = JSON.stringify(parts);
  const bytes = createHash('sha1').update(namespace).update(name).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
export const isId = (text: string): boolean => uuid.test(text);

export const newId = (): string => randomUUID();

/** JSON with sorted keys, so that equal values have equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    item && typeof item === 'object' && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}

export const fingerprint = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex');
