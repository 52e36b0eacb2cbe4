import type { Org, Row, Value } from './org.js';

/** What a field can hold, in the vendor's type names. */
export type FieldType =
  | 'id'
  | 'reference'
  | 'string'
  | 'textarea'
  | 'picklist'
  | 'boolean'
  | 'double'
  | 'currency'
  | 'percent'
  | 'date'
  | 'datetime';

export interface Field {
  name: string;
  type: FieldType;
  /** Characters; 0 where it means nothing. */
  length: number;
  nillable: boolean;
  createable: boolean;
  updateable: boolean;
  externalId: boolean;
  /** Whether no two rows may have the same value. */
  unique?: boolean;
  /** What a new row has where a caller gives nothing. */
  default?: Value;
  /** Worked out whenever it is read, so that a change of it does not touch the row's stamps. */
  formula?: (org: Org, row: Row) => Value;
  /** The object a reference points to, and the name under which queries follow it. */
  referenceTo?: string;
  relationshipName?: string;
  /** The values a picklist is restricted to. */
  values?: string[];
  /** The name of a list of values this org keeps itself. */
  valueSet?: string;
}

const field = (name: string, type: FieldType, more: Partial<Field> = {}): Field => ({
  name,
  type,
  length: 0,
  nillable: true,
  createable: true,
  updateable: true,
  externalId: false,
  ...more,
});

export const required: Partial<Field> = { nillable: false };
export const setOnce: Partial<Field> = { nillable: false, updateable: false };
/** Filled in by the org, not by callers. */
export const computed: Partial<Field> = { nillable: false, createable: false, updateable: false };

export const text = (name: string, length = 255, more: Partial<Field> = {}): Field =>
  field(name, 'string', { length, ...more });
export const picklist = (name: string, values?: string[], more: Partial<Field> = {}): Field =>
  field(name, 'picklist', { length: 255, ...(values && { values }), ...more });
export const figure = (name: string, type: 'double' | 'currency' | 'percent', more: Partial<Field> = {}): Field =>
  field(name, type, more);
export const date = (name: string, more: Partial<Field> = {}): Field => field(name, 'date', more);
export const moment = (name: string, more: Partial<Field> = {}): Field => field(name, 'datetime', more);
export const flag = (name: string, more: Partial<Field> = {}): Field =>
  field(name, 'boolean', { nillable: false, ...more });

/** A reference that queries follow by `name`, or by no name where the other object is not served. */
export const reference = (name: string, to: string, more: Partial<Field> = {}): Field =>
  field(name, 'reference', { length: 18, referenceTo: to, relationshipName: name.replace(/Id$/, ''), ...more });

/** Multi-currency orgs have it on every object. */
export const currency = (more: Partial<Field> = {}): Field =>
  field('CurrencyIsoCode', 'picklist', { length: 3, nillable: false, ...more });

/** What every object has. */
export const systemFields: Field[] = [
  field('Id', 'id', { length: 18, ...computed }),
  flag('IsDeleted', computed),
  field('CreatedDate', 'datetime', computed),
  field('LastModifiedDate', 'datetime', computed),
  field('SystemModstamp', 'datetime', computed),
];
