/** What a field of a record holds, and so how it looks on the wire. */
export type Field =
  | { kind: 'text' | 'boolean' | 'number' | 'date' | 'dateTime' | 'duration'; readOnly?: true }
  /** `to` are the record types it may point to, the likeliest first. */
  | { kind: 'reference'; to: string[]; readOnly?: true }
  | { kind: 'enum'; names: Record<string, string>; readOnly?: true }
  /** A write names a line by its `key`, `line` unless said otherwise. */
  | { kind: 'sublist'; line: Fields; key?: 'line' | 'id'; readOnly?: true }
  /** Belongs to a feature this account has not switched on. */
  | { kind: 'unavailable'; readOnly?: true };

export type Fields = Record<string, Field>;

type Simple = 'text' | 'boolean' | 'number' | 'date' | 'dateTime' | 'duration' | 'unavailable';

/** Fields of one kind, their names separated by spaces. */
export const fieldsOf = (kind: Simple, names: string): Fields =>
  Object.fromEntries(names.split(' ').map((name) => [name, { kind }]));

/** Fields the account computes and nobody may write. */
export const computed = (kind: Simple, names: string): Fields =>
  Object.fromEntries(names.split(' ').map((name) => [name, { kind, readOnly: true }]));

export const reference = (...to: string[]): Field => ({ kind: 'reference', to });

export const choice = (names: Record<string, string>): Field => ({ kind: 'enum', names });

/** Every record has these. */
export const commonFields: Fields = {
  ...computed('text', 'id'),
  ...fieldsOf('text', 'externalId'),
  ...computed('dateTime', 'lastModifiedDate'),
};
