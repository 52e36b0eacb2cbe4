import type { KpiView, Money } from './api.js';
import { money } from './money.js';

const units: [seconds: number, name: string][] = [
  [86_400, 'd'],
  [3_600, 'h'],
  [60, 'min'],
  [1, 's'],
];

/** A span as a person says it: its two largest units, e.g. `2 d 4 h`. */
export function span(seconds: number): string {
  if (seconds < 1) return '0 s';
  const at = units.findIndex(([size]) => seconds >= size);
  const [size, name] = units[at]!;
  const next = units[at + 1];
  const whole = Math.floor(seconds / size);
  const rest = next ? Math.floor((seconds % size) / next[0]) : 0;
  return rest > 0 ? `${whole} ${name} ${rest} ${next![1]}` : `${whole} ${name}`;
}

/** A moment in the reader's zone; minutes are enough. */
export const moment = (at: string | null): string =>
  at ? new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at)) : '–';

/** A day stays the day it is, wherever it is read. */
export const day = (date: string | null): string =>
  date
    ? new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`))
    : '–';

export const hours = (minutes: number): string =>
  `${new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 }).format(minutes / 60)} h`;

export const moneys = (amounts: Money[]): string => amounts.map(money).join(' · ') || '–';

export const counted = (count: number, thing: string): string =>
  `${count.toLocaleString()} ${thing}${count === 1 ? '' : 's'}`;

/** `approved-not-posted` → `approved not posted`. */
export const words = (code: string): string => code.replaceAll('-', ' ');

/** A figure in its unit, an amount a line where it is money. */
export function figure(unit: KpiView['unit'], { amounts, number }: Pick<KpiView, 'amounts' | 'number'>): string[] {
  if (unit === 'money') return amounts.length > 0 ? amounts.map(money) : ['–'];
  return [number === null ? '–' : measured(unit, Number(number))];
}

/** A number in its unit. */
export function measured(unit: KpiView['unit'], value: number): string {
  const plain = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 }).format(value);
  if (unit === 'seconds') return span(value);
  if (unit === 'minutes') return hours(value);
  if (unit === 'days') return `${plain} d`;
  return unit === 'percent' ? `${plain} %` : plain;
}
