import { readFileSync } from 'node:fs';
import type { DeprecationList } from '#contracts';
import { type Calling, Unreadable } from '#governance';
import { registeredCalling } from '../../apps/process-governance/src/life/ending-callers.js';

/** Contract → subject → registered consumers that still call it. */
export type CallingIn = Map<string, Map<string, Calling[]>>;

/** Who still calls what, as the calendar of a running estate was saved; an Unreadable where the file is none. */
export function callingIn(file: string): CallingIn {
  const found: CallingIn = new Map();
  for (const { contract, operation, field, consumers } of itemsIn(file)) {
    const subject = operation ?? field;
    if (subject === null) continue;
    const subjects = found.get(contract) ?? new Map<string, Calling[]>();
    found.set(contract, subjects.set(subject, registeredCalling(consumers)));
  }
  return found;
}

function itemsIn(file: string): DeprecationList['items'] {
  try {
    const { items } = JSON.parse(readFileSync(file, 'utf8')) as DeprecationList;
    if (Array.isArray(items)) return items;
    throw new Error('it has no list of items');
  } catch (error) {
    const { message } = error as Error;
    const wanted = 'save it with npm run --silent contracts:publish -- --deprecations';
    throw new Unreadable(file, [{ message: `is no calendar of deprecations (${message}); ${wanted}` }]);
  }
}
