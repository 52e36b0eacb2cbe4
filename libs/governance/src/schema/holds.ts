import { canonical, has, isRecord } from '../document/json.js';
import { Located } from '../document/source.js';
import { schemasFor } from './merge.js';
import { matches } from './patterns.js';
import { kindOf, Shaper } from './shaper.js';
import { Shape } from './shape.js';

const deepest = 40;

/** Whether a value meets a shape. Formats are taken to be met; what cannot be judged is taken not to be. */
export function holds(value: unknown, shape: Shape, shaper: Shaper, depth = 0): boolean {
  if (depth > deepest || !shape.kinds.has(kindOf(value))) return false;
  if (shape.values !== undefined && !has(shape.values, value)) return false;
  const meets = (schemas: readonly Located[], inner: unknown): boolean =>
    holds(inner, shaper.shape(schemas), shaper, depth + 1);
  if (shape.not.some((schema) => meets([schema], value))) return false;
  if (shape.conditions.some((one) => !conditionHolds(one, (schema) => meets([schema], value)))) return false;
  if (value !== null && !shape.unions.every((union) => unionHolds(union.alternatives, union.kind, value, meets)))
    return false;
  if (typeof value === 'string') return textHolds(value, shape);
  if (typeof value === 'number') return numberHolds(value, shape);
  if (Array.isArray(value)) return listHolds(value, shape, meets);
  return isRecord(value) ? objectHolds(value, shape, meets) : true;
}

type Meets = (schemas: readonly Located[], value: unknown) => boolean;

function unionHolds(alternatives: readonly Located[], kind: 'oneOf' | 'anyOf', value: unknown, meets: Meets): boolean {
  const met = alternatives.filter((one) => meets([one], value)).length;
  return kind === 'oneOf' ? met === 1 : met > 0;
}

function conditionHolds(condition: Shape['conditions'][number], meets: (schema: Located) => boolean): boolean {
  const branch = meets(condition.if) ? condition.then : condition.else;
  return branch === undefined || meets(branch);
}

function textHolds(value: string, { limits, patterns }: Shape): boolean {
  const length = [...value].length;
  return (
    length >= (limits.minLength ?? 0) &&
    length <= (limits.maxLength ?? Infinity) &&
    [...patterns].every((pattern) => matches(pattern, value))
  );
}

function numberHolds(value: number, { minimum, maximum, multiples }: Shape): boolean {
  if (minimum !== undefined && (value < minimum.value || (minimum.exclusive && value === minimum.value))) return false;
  if (maximum !== undefined && (value > maximum.value || (maximum.exclusive && value === maximum.value))) return false;
  return [...multiples].every((step) => Number.isInteger(value / step));
}

function listHolds(value: readonly unknown[], shape: Shape, meets: Meets): boolean {
  const { limits, unevaluatedItems } = shape;
  if (value.length < (limits.minItems ?? 0) || value.length > (limits.maxItems ?? Infinity)) return false;
  if (unevaluatedItems.length > 0) return false;
  if (shape.unique && new Set(value.map(canonical)).size < value.length) return false;
  if (!value.every((one, index) => meets(shape.prefix[index] ?? shape.rest, one))) return false;
  return shape.contains.every(({ schema, min, max }) => {
    const found = value.filter((one) => meets([schema], one)).length;
    return found >= min && found <= (max ?? Infinity);
  });
}

function objectHolds(value: Record<string, unknown>, shape: Shape, meets: Meets): boolean {
  const names = Object.keys(value);
  const { limits } = shape;
  if (names.length < (limits.minProperties ?? 0) || names.length > (limits.maxProperties ?? Infinity)) return false;
  if (shape.unevaluatedProperties.length > 0) return false;
  if (![...shape.required].every((name) => Object.hasOwn(value, name))) return false;
  for (const [name, needed] of shape.dependentRequired) {
    if (Object.hasOwn(value, name) && ![...needed].every((one) => Object.hasOwn(value, one))) return false;
  }
  for (const [name, schemas] of shape.dependentSchemas) {
    if (Object.hasOwn(value, name) && !meets(schemas, value)) return false;
  }
  if (shape.propertyNames.length > 0 && !names.every((name) => meets(shape.propertyNames, name))) return false;
  return names.every((name) => meets(propertySchemas(shape, name), value[name]));
}

function propertySchemas(shape: Shape, name: string): readonly Located[] {
  return shape.properties.get(name) ?? shape.parts.flatMap((part) => schemasFor(part, name));
}
