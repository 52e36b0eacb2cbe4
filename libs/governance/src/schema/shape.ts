import { Located } from '../document/source.js';
import { Json } from '../document/json.js';

export const kinds = ['null', 'boolean', 'object', 'array', 'integer', 'number', 'string'] as const;
/** JSON types. `number` stands for numbers that are not whole, so that integer and number together are all numbers. */
export type Kind = (typeof kinds)[number];

/** A limit and whether the limit itself is outside. */
export interface Bound {
  value: number;
  exclusive: boolean;
}

/**
 * One schema object without its references and combinations; `orNull` where a wrapper also allowed null, `besideRef`
 * where a reference stood beside it.
 */
export interface Part {
  raw: Json;
  at: string;
  orNull: boolean;
  besideRef?: boolean;
}

/** A list of alternatives; null is kept apart from them. */
export interface Union {
  kind: 'oneOf' | 'anyOf';
  alternatives: Located[];
  orNull: boolean;
  at: string;
}

export interface Contains {
  schema: Located;
  min: number;
  max: number | undefined;
}

export interface Condition {
  if: Located;
  // oxlint-disable-next-line unicorn/no-thenable -- JSON Schema's own word; nothing here is awaited
  then: Located | undefined;
  else: Located | undefined;
}

/** What a schema allows: references followed, allOf merged, spellings made one. Absent means anything. */
export interface Shape {
  id: string;
  at: string;
  name: string | undefined;
  title: string | undefined;
  parts: readonly Part[];
  unions: readonly Union[];
  kinds: ReadonlySet<Kind>;
  /** Whether a type was stated at all. */
  typed: boolean;
  values: readonly unknown[] | undefined;
  extensible: readonly unknown[] | undefined;
  formats: ReadonlySet<string>;
  patterns: ReadonlySet<string>;
  multiples: ReadonlySet<number>;
  minimum: Bound | undefined;
  maximum: Bound | undefined;
  limits: Readonly<Record<LimitKey, number | undefined>>;
  unique: boolean;
  properties: ReadonlyMap<string, readonly Located[]>;
  required: ReadonlySet<string>;
  patternProperties: ReadonlyMap<string, readonly Located[]>;
  /** Schemas of properties that have no name here; empty: anything may come. */
  additional: readonly Located[];
  prefix: readonly (readonly Located[])[];
  rest: readonly Located[];
  contains: readonly Contains[];
  propertyNames: readonly Located[];
  dependentRequired: ReadonlyMap<string, ReadonlySet<string>>;
  dependentSchemas: ReadonlyMap<string, readonly Located[]>;
  unevaluatedProperties: readonly Located[];
  unevaluatedItems: readonly Located[];
  conditions: readonly Condition[];
  not: readonly Located[];
  notes: Notes;
}

export type LimitKey = 'minLength' | 'maxLength' | 'minItems' | 'maxItems' | 'minProperties' | 'maxProperties';

/** What a schema says beside what it allows. */
export interface Notes {
  readOnly: boolean;
  writeOnly: boolean;
  deprecated: boolean;
  hasDefault: boolean;
  default: unknown;
  raw: (key: string) => unknown;
}
