import { listOf } from '../document/json.js';
import { Located, below } from '../document/source.js';
import { isNothing } from './alike.js';
import { entriesOf, everyLocated, located } from './part.js';
import { takesAll } from './patterns.js';
import { Part } from './shape.js';

/** What becomes of the properties and items a part does not name, however it says so. */

/** Keywords whose schemas may name what is then left over no more. */
const naming = ['allOf', 'anyOf', 'oneOf', 'if', 'dependentSchemas', 'contains'];

/** Whether nothing beside what a part names itself is named: then what is left over is simply what it does not name. */
function isAlone(part: Part): boolean {
  return part.besideRef !== true && naming.every((key) => located(part, key) === undefined);
}

/** Schemas of the properties that are not named. A pattern that takes every name says the same. */
export function additionalOf(part: Part): Located[] {
  const [only, ...more] = entriesOf(part, 'patternProperties');
  if (only !== undefined && more.length === 0 && takesAll(only[0])) return [only[1]];
  const said = located(part, 'additionalProperties');
  if (said !== undefined) return [said];
  return isAlone(part) ? everyLocated([part], 'unevaluatedProperties') : [];
}

export function patternsOf(part: Part): [string, Located][] {
  const entries = entriesOf(part, 'patternProperties');
  return entries.length === 1 && takesAll(entries[0]![0]) ? [] : entries;
}

/** A rule for the properties that are left over; there are none where all others have a rule. */
export function unevaluatedPropertiesOf(part: Part): Located[] {
  return additionalOf(part).length > 0 ? [] : everyLocated([part], 'unevaluatedProperties');
}

/** Whether only one of two versions speaks of what is not named, and calls it left over. */
export function onlyLeftOver(was: readonly Located[], is: readonly Located[]): boolean {
  const said = [...was, ...is];
  const oneSided = said.length > 0 && (was.length === 0 || is.length === 0);
  return oneSided && said.every(({ at }) => at.endsWith('/unevaluatedProperties'));
}

interface Tuple {
  prefix: Located[];
  rest: Located | undefined;
  /** How many items there can be at most where none may follow those that are listed. */
  most: number | undefined;
}

function refusesLeftOver(part: Part): boolean {
  return isAlone(part) && isNothing(located(part, 'unevaluatedItems')?.value);
}

export function tupleOf(part: Part): Tuple {
  const items = located(part, 'items');
  const listed = Array.isArray(items?.value) ? items : located(part, 'prefixItems');
  const prefix = listOf(listed?.value).map((value, index) => ({ value, at: below(listed!.at, index) }));
  const rest = Array.isArray(items?.value) ? located(part, 'additionalItems') : items;
  const ends = rest === undefined ? prefix.length > 0 && refusesLeftOver(part) : isNothing(rest.value);
  return ends ? { prefix, rest: undefined, most: prefix.length } : { prefix, rest, most: undefined };
}

/** A rule for the items that are left over; there are none where all that follow have a rule. */
export function unevaluatedItemsOf(part: Part): Located[] {
  const { rest, most } = tupleOf(part);
  const said = located(part, 'unevaluatedItems');
  return said === undefined || rest !== undefined || most !== undefined ? [] : [said];
}
