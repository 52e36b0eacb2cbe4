import { has, isRecord, listOf, numberOf, own, recordOf, textOf, textsOf } from '../document/json.js';
import { isAnnotation, isAnything } from './alike.js';
import { additionalOf, tupleOf } from './leftover.js';
import { everyLocated, entriesOf, located } from './part.js';
import { matches } from './patterns.js';
import { Located, below } from '../document/source.js';
import { Bound, Condition, Contains, Kind, LimitKey, Part, kinds } from './shape.js';

/** How the keywords of several parts that must all hold become one. */

export function kindsOf(part: Part): Set<Kind> | undefined {
  const type = own(part.raw, 'type');
  const stated = typeof type === 'string' ? [type] : textsOf(type);
  if (stated.length === 0) return undefined;
  const found = new Set<Kind>(stated.filter((name): name is Kind => kinds.includes(name as Kind)));
  if (stated.includes('file')) found.add('string');
  if (found.has('number')) found.add('integer');
  if (allowsNull(part)) found.add('null');
  return found;
}

export function allowsNull({ raw, orNull }: Part): boolean {
  return orNull || own(raw, 'nullable') === true || own(raw, 'x-nullable') === true;
}

export function valuesOf(part: Part): unknown[] | undefined {
  const listed = own(part.raw, 'enum');
  const values = Object.hasOwn(part.raw, 'const')
    ? [part.raw.const]
    : Array.isArray(listed)
      ? listOf(listed)
      : undefined;
  if (values === undefined) return undefined;
  return allowsNull(part) && !values.includes(null) ? [...values, null] : values;
}

/** Values that all lists have. */
export function commonValues(lists: readonly unknown[][]): unknown[] | undefined {
  if (lists.length === 0) return undefined;
  const [first, ...others] = lists;
  return first!.filter((value) => others.every((list) => has(list, value)));
}

export function upper(parts: readonly Part[]): Bound | undefined {
  return parts.flatMap((part) => bounds(part, 'maximum', 'exclusiveMaximum')).sort(byUpper)[0];
}

export function lower(parts: readonly Part[]): Bound | undefined {
  return parts.flatMap((part) => bounds(part, 'minimum', 'exclusiveMinimum')).sort(byLower)[0];
}

/** OpenAPI 3.0 has a flag beside the limit, 3.1 a limit of its own. */
function bounds({ raw }: Part, inclusive: string, exclusive: string): Bound[] {
  const limit = numberOf(own(raw, inclusive));
  const other = own(raw, exclusive);
  const strict = numberOf(other);
  return [
    ...(limit === undefined ? [] : [{ value: limit, exclusive: other === true }]),
    ...(strict === undefined ? [] : [{ value: strict, exclusive: true }]),
  ];
}

const byUpper = (a: Bound, b: Bound): number => a.value - b.value || Number(b.exclusive) - Number(a.exclusive);
const byLower = (a: Bound, b: Bound): number => b.value - a.value || Number(b.exclusive) - Number(a.exclusive);

export function limitsOf(parts: readonly Part[]): Record<LimitKey, number | undefined> {
  const said = (key: LimitKey): number[] => parts.flatMap(({ raw }) => numberOf(own(raw, key)) ?? []);
  const listed = parts.flatMap((part) => tupleOf(part).most ?? []);
  const all = (key: LimitKey): number[] => (key === 'maxItems' ? [...said(key), ...listed] : said(key));
  const least = (key: LimitKey): number | undefined => (all(key).length === 0 ? undefined : Math.min(...all(key)));
  const most = (key: LimitKey): number | undefined => Math.max(0, ...all(key)) || undefined;
  return {
    minLength: most('minLength'),
    maxLength: least('maxLength'),
    minItems: most('minItems'),
    maxItems: least('maxItems'),
    minProperties: most('minProperties'),
    maxProperties: least('maxProperties'),
  };
}

/** Steps all numbers are on. */
export function multiplesOf(parts: readonly Part[]): number[] {
  return parts.flatMap(({ raw }) => numberOf(own(raw, 'multipleOf')) ?? []);
}

export function textSet(parts: readonly Part[], key: string): Set<string> {
  return new Set(parts.flatMap(({ raw }) => textOf(own(raw, key)) ?? []));
}

/**
 * Each name with all schemas that hold for it: where one part names a property and another does not, that other part's
 * pattern or additional properties hold for it too.
 */
export function propertiesOf(parts: readonly Part[]): Map<string, Located[]> {
  const names = new Set(parts.flatMap(({ raw }) => Object.keys(recordOf(own(raw, 'properties')))));
  return new Map([...names].map((name) => [name, parts.flatMap((part) => schemasFor(part, name))]));
}

export function schemasFor(part: Part, name: string): Located[] {
  const properties = located(part, 'properties');
  const named = isRecord(properties?.value) ? own(properties.value, name) : undefined;
  const patterned = entriesOf(part, 'patternProperties').filter(([pattern]) => matches(pattern, name));
  const found = patterned.map(([, schema]) => schema);
  if (named !== undefined) found.push({ value: named, at: below(properties!.at, name) });
  if (found.length > 0) return found;
  return additionalOf(part).filter(({ value }) => !isAnything(value));
}

export function itemsOf(parts: readonly Part[]): { prefix: Located[][]; rest: Located[] } {
  const tuples = parts.map(tupleOf);
  const length = Math.max(0, ...tuples.map(({ prefix }) => prefix.length));
  const at = (index: number): Located[] => tuples.flatMap(({ prefix, rest }) => prefix[index] ?? rest ?? []);
  return { prefix: Array.from({ length }, (_, index) => at(index)), rest: tuples.flatMap(({ rest }) => rest ?? []) };
}

export function containsOf(parts: readonly Part[]): Contains[] {
  return parts.flatMap((part) => {
    const schema = located(part, 'contains');
    const [min, max] = [numberOf(own(part.raw, 'minContains')) ?? 1, numberOf(own(part.raw, 'maxContains'))];
    return schema === undefined || (min === 0 && max === undefined) ? [] : { schema, min, max };
  });
}

/** What is refused; what is refused to be refused is asked for. */
export function notsOf(part: Part): { once: Located[]; twice: Located[] } {
  const refused = located(part, 'not');
  if (refused === undefined) return { once: [], twice: [] };
  const { value, at } = refused;
  const said = isRecord(value) ? Object.entries(value).filter(([key]) => !isAnnotation(key)) : [];
  const [key, meant] = said.length === 1 ? said[0]! : [];
  return key === 'not' ? { once: [], twice: [{ value: meant, at: below(at, 'not') }] } : { once: [refused], twice: [] };
}

export function conditionsOf(parts: readonly Part[]): Condition[] {
  return parts.flatMap((part) => {
    const condition = located(part, 'if');
    const [met, unmet] = [located(part, 'then'), located(part, 'else')].map(asked);
    if (condition === undefined || (met === undefined && unmet === undefined)) return [];
    // oxlint-disable-next-line unicorn/no-thenable -- JSON Schema's own word; nothing here is awaited
    return { if: condition, then: met, else: unmet };
  });
}

const asked = (schema: Located | undefined): Located | undefined => (isAnything(schema?.value) ? undefined : schema);

/** What names must be beside text, which every name is. */
export function propertyNamesOf(parts: readonly Part[]): Located[] {
  const says = (key: string, value: unknown): boolean => !isAnnotation(key) && !(key === 'type' && value === 'string');
  return everyLocated(parts, 'propertyNames').filter(({ value }) =>
    isRecord(value) ? Object.entries(value).some(([key, said]) => says(key, said)) : value !== true,
  );
}

export function dependentRequiredOf(parts: readonly Part[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { raw } of parts) {
    for (const [name, needed] of Object.entries(recordOf(own(raw, 'dependentRequired')))) {
      const others = textsOf(needed).filter((one) => one !== name);
      if (others.length > 0) found.set(name, new Set([...(found.get(name) ?? []), ...others]));
    }
  }
  return found;
}
