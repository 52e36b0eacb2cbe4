export type Json = Record<string, unknown>;

export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A key's own value: a document that says `constructor` or `__proto__` gets no inherited one. */
export function own(value: Json, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Where a value leaves its meaning to another; a dynamic reference is taken for the anchor it names. */
export function refOf(value: unknown): string | undefined {
  if (!isRecord(value)) return undefined;
  return textOf(own(value, '$ref')) ?? textOf(own(value, '$dynamicRef'));
}

export function recordOf(value: unknown): Json {
  return isRecord(value) ? value : {};
}

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

export function textsOf(value: unknown): string[] {
  return listOf(value).filter((one) => typeof one === 'string');
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** The same text for values that differ only in the order of keys. */
export function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical((value as Json)[key])}`).join()}}`;
}

const looked = new WeakMap<readonly unknown[], ReadonlySet<string>>();

/** Whether a list has a value; it is walked once, however often it is asked. */
export function has(list: readonly unknown[], value: unknown): boolean {
  const known = looked.get(list) ?? new Set(list.map(canonical));
  looked.set(list, known);
  return known.has(canonical(value));
}

/** The values of one list that another does not have. */
export function without(from: readonly unknown[], to: readonly unknown[]): unknown[] {
  return from.filter((value) => !has(to, value));
}

/** Whether two values say the same; the order of keys says nothing. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((one, index) => same(one, b[index]));
  if (!isRecord(a) || !isRecord(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]));
}
