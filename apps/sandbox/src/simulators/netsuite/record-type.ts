import type { Fields } from './fields.js';

/** What this account knows about a record type. */
export interface RecordType {
  fields: Fields;
  required: string[];
  /** The name other records show for a reference to it. */
  nameOf: (record: Values) => unknown;
  /** Record types of one family draw their ids from one sequence. */
  ids: { sequence: string; start: number };
  /** The field that says when a record was made. */
  createdIn?: 'dateCreated' | 'createdDate';
  /** How records are numbered when the caller gives no `entityId`. */
  numberedAs?: string;
  /** The integration's role may look, not touch. */
  viewOnly?: true;
  /** Finance's closed months do not matter to it. */
  postsNothing?: true;
}

/** Field values as kept: references and enums are ids, sublists are lists of lines. */
export type Values = Record<string, unknown>;

export type Stored = Values & { id: string; lastModifiedDate: string };

export type Line = Values & { line: number };

/** A null empties a field. */
export const withoutNulls = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
