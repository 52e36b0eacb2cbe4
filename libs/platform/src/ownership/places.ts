import { basename } from 'node:path';
import type { OwnershipRule } from '../estate/estate.js';

/** Where a rule stands. */
export interface Place {
  file: string;
  line: number;
}

// Beside the rules, not in them: an estate that is written out again has the keys it was read with.
const places = new WeakMap<OwnershipRule, Place>();

export const notePlace = (rule: OwnershipRule, place: Place): void => void places.set(rule, place);

export const placeOf = (rule: OwnershipRule): Place | undefined => places.get(rule);

/** `estate.yaml:74`, or the words of the rule where it was not read from a file. */
export function citation(rule: OwnershipRule): string {
  const place = places.get(rule);
  return place ? `${basename(place.file)}:${place.line}` : `the rule that ${rule.owner} owns ${rule.record}`;
}
