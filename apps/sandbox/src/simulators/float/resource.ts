/** A record as kept, under the vendor's names. */
export type Stored = Record<string, unknown>;

/** `flag` is 0 or 1; `decimal` is sent as text, e.g. `"180.00"`. */
export type Kind =
  'text' | 'integer' | 'number' | 'decimal' | 'date' | 'flag' | 'integers' | 'week' | 'object' | 'list';

export interface Field {
  kind: Kind;
  required?: boolean;
  /** Set by the account, never by a caller. */
  computed?: boolean;
  default?: unknown;
  /** The resource an id points to; when that goes, so does a record that requires it. */
  to?: string;
  least?: number;
  most?: number;
}

/** What this account knows about a resource of the API. */
export interface Resource {
  /** Name of the id, e.g. `people_id`. */
  id: string;
  fields: Record<string, Field>;
  /** Whether callers may write it. */
  isWritable: boolean;
  /** Whether stamps show milliseconds: recorded on allocations and milestones, not on people and projects. */
  hasMillis?: boolean;
  /** The date or period a `start_date`–`end_date` query looks at. */
  period?: [from: string, to: string];
  /** Whether `modified_since` is obeyed; elsewhere it is ignored. */
  isFollowed?: boolean;
}

const field =
  (kind: Kind) =>
  (more: Partial<Field> = {}): Field => ({ kind, ...more });

export const text = field('text');
export const integer = field('integer');
export const number = field('number');
export const decimal = field('decimal');
export const day = field('date');
export const flag = field('flag');
export const integers = field('integers');
export const week = field('week');
export const object = field('object');
export const list = field('list');

export const required: Partial<Field> = { required: true };
export const computed: Partial<Field> = { computed: true };
export const to = (resource: string, more: Partial<Field> = {}): Field => integer({ to: resource, ...more });

export const stamps = { created: text(computed), modified: text(computed) };
export const authors = { created_by: integer(computed), modified_by: integer(computed) };
