import { own, textOf } from '../document/json.js';

/** What a deprecated thing says of its end. */
export type Sunset = { kind: 'none' } | { kind: 'invalid'; text: string } | { kind: 'date'; day: string };

/** Reads `x-sunset` (or `sunset`): a date, an RFC 3339 moment or an HTTP date. */
export function sunsetOf(raw: Record<string, unknown>): Sunset {
  const value = own(raw, 'x-sunset') ?? own(raw, 'sunset');
  if (value === undefined || value === null) return { kind: 'none' };
  const text = textOf(value) ?? JSON.stringify(value);
  const time = /^\d{4}-\d{2}-\d{2}([Tt ].+)?$|^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} /.test(text)
    ? Date.parse(text)
    : Number.NaN;
  return Number.isNaN(time)
    ? { kind: 'invalid', text }
    : { kind: 'date', day: new Date(time).toISOString().slice(0, 10) };
}

/** The day that many days later; days are UTC. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

export function isDeprecated(raw: Record<string, unknown>): boolean {
  return raw.deprecated === true;
}

/** What a removal means by what was announced: `without-deprecation` … `with-deprecation`. */
export function removalOf(
  raw: Record<string, unknown>,
  today: string,
): 'without-deprecation' | 'sunset-parse' | 'before-sunset' | 'with-deprecation' {
  if (!isDeprecated(raw)) return 'without-deprecation';
  const sunset = sunsetOf(raw);
  if (sunset.kind === 'invalid') return 'sunset-parse';
  return sunset.kind === 'date' && sunset.day > today ? 'before-sunset' : 'with-deprecation';
}

const maturity = ['draft', 'alpha', 'beta', 'stable'];

/** `x-stability-level`: its rank, undefined where none is stated, -1 where it is none of the four. */
export function stabilityOf(raw: Record<string, unknown>): number | undefined {
  const value = own(raw, 'x-stability-level');
  return value === undefined ? undefined : maturity.indexOf(String(value));
}

/** Draft and alpha promise nothing yet. */
export function isUnpromised(raw: Record<string, unknown>): boolean {
  const rank = stabilityOf(raw);
  return rank === 0 || rank === 1;
}
