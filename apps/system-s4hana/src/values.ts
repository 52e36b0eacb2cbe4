import { Decimal } from 'decimal.js';
import { Failure } from '#kernel';
import type { Entity } from './odata.js';

/** Codes and ids are kept in capitals; ours must survive the way there and back. */
export function codeOf(field: string, text: string, longest: number): string {
  if (text.length <= longest) return text.toUpperCase();
  throw new Failure('rejected', `${field} ${text} is longer than the ${longest} characters SAP has for it`, {
    code: 'too-long-for-sap',
    fields: [{ field, message: `is longer than ${longest} characters` }],
  });
}

/** Descriptions may end early. */
export const shortened = (text: string, longest: number): string =>
  text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;

/** `2026-11-20` → `/Date(1795132800000)/` */
export const toDate = (day: string): string => `/Date(${Date.parse(`${day}T00:00:00Z`)})/`;

/** `/Date(1795132800000)/`, or with an offset after the milliseconds, which are UTC already → `2026-11-20` */
export function toDay(value: unknown): string | null {
  const ms = /^\/Date\((-?\d+)(?:[+-]\d+)?\)\/$/.exec(String(value))?.[1];
  return ms === undefined ? null : new Date(Number(ms)).toISOString().slice(0, 10);
}

export const filled = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** Fields of `wanted` that the record has otherwise. */
export function differences<T extends object>(record: Entity, wanted: T): Partial<T> {
  const same = (found: unknown, value: unknown): boolean => (toDay(found) ?? found) === (toDay(value) ?? value);
  return Object.fromEntries(
    Object.entries(wanted).filter(([field, value]) => !same(record[field], value)),
  ) as Partial<T>;
}

/** Whole hours and what SAP's decimals can say of the rest. */
export const hours = (minutes: number, places: number): string => new Decimal(minutes).dividedBy(60).toFixed(places);
