/** A record as a service shows it. Of V2, numbers and moments are text; of V4, empty text may stand for nothing. */
export type ODataEntity = { __metadata?: { uri?: string; etag?: string }; '@odata.etag'?: string } & Record<
  string,
  unknown
>;

export const odataText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
/** A test of a filter, of text. */
export const odataTextIs = (field: string, text: string): string => `${field} eq ${odataText(text)}`;
/** Part of a path. */
export const odataKey = (text: string): string => encodeURIComponent(odataText(text));

export const filled = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/**
 * The day of a date or moment; null where there is none. V2 writes `/Date(1795132800000)/`, or with an offset after the
 * milliseconds, which are UTC already; V4 writes `2026-11-20T12:00:00Z`.
 */
export function odataDay(value: unknown): string | null {
  const text = String(value);
  const ms = /^\/Date\((-?\d+)(?:[+-]\d+)?\)\/$/.exec(text)?.[1];
  if (ms !== undefined) return new Date(Number(ms)).toISOString().slice(0, 10);
  return /^(\d{4}-\d{2}-\d{2})T/.exec(text)?.[1] ?? null;
}

/** Fields of `wanted` that the record has otherwise. */
export function differences<T extends object>(record: ODataEntity, wanted: T): Partial<T> {
  const same = (found: unknown, value: unknown): boolean => (odataDay(found) ?? found) === (odataDay(value) ?? value);
  return Object.fromEntries(
    Object.entries(wanted).filter(([field, value]) => !same(record[field], value)),
  ) as Partial<T>;
}
