import type { Money } from './api.js';

/** An amount as the reader's language writes it. */
export const money = (value: Money | null): string =>
  value
    ? new Intl.NumberFormat(undefined, { style: 'currency', currency: value.currency }).format(Number(value.amount))
    : '–';

export const hours = (minutes: number): string => `${(minutes / 60).toFixed(2)} h`;
