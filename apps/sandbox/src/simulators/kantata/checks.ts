import type { World } from '../../core/simulator.js';
import { invalid } from './errors.js';
import type { Stored } from './resource.js';

/** The record an id of a caller leads to. */
export function required(world: World, resource: string, id: unknown, field: string, name: string): Stored {
  const found = world.store.get<Stored>(resource, String(id));
  if (!found) throw invalid(field, `${name} must exist`);
  return found;
}

export function oneOf(field: string, value: unknown, known: readonly string[]): void {
  if (value !== undefined && !known.includes(String(value)))
    throw invalid(field, `${field} is not included in the list`);
}

export function dates(values: Record<string, unknown>, ...fields: string[]): void {
  for (const field of fields) {
    const value = values[field];
    if (value !== undefined && value !== null && !isDate(String(value)))
      throw invalid(field, `${field} must be a date such as 2026-03-02`);
  }
}

function isDate(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return at !== undefined && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

export function minutes(value: unknown, field: string): void {
  if (!Number.isInteger(Number(value)) || Number(value) <= 0)
    throw invalid(field, `${field} must be a whole number of minutes`);
}
