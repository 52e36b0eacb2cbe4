import { Direction, Level } from '../finding.js';
import { Side } from '../schema/subset.js';

/** What sunsets are held against, `today` as a UTC day; and whether the two are majors of one API. */
export interface Terms {
  today: string;
  sunsetDays: number;
  acrossMajors: boolean;
}

/** Where a schema is used, as far as rules care. */
export interface Place {
  direction: 'request' | 'response';
  kind: 'body' | 'parameter' | 'header';
  /** Sent as text (query, path, header, form): a number and the same digits as text are one. */
  textual: boolean;
  /** `a=1&a=2`: one value is a list of one. */
  repeated: boolean;
  /** The other side does not look: read-only in a request, write-only in a response. */
  ignored: boolean;
  terms: Terms;
}

export interface SchemaPair {
  base: Side;
  revision: Side;
  place: Place;
}

/** How the set of allowed values moved; `none` where a change says nothing about it. */
export type Move = 'narrower' | 'wider' | 'different' | 'none';

/** What a rule found at one place. */
export interface Change {
  /** Rule id; a leading `*-` becomes the place, e.g. `request-property-`. */
  rule: string;
  move: Move;
  /** Where it is not the move that decides. */
  level?: Level;
  before: unknown;
  after: unknown;
  /** What happened, as the middle of a sentence: `maxLength went from 10 to 5`. */
  what: string;
  /** Keyword that changed: the end of the JSON pointers. */
  keyword?: string;
  /** Name of the property concerned, where it is not the whole. */
  property?: string;
  message?: string;
  remedy?: string;
  /** Stands even where the allowed values are provably the same. */
  firm?: boolean;
}

export type SchemaRule = (pair: SchemaPair) => Change[];

/** The level of a move: requests must accept what they did, responses must return nothing they did not. */
export function levelOf(change: Pick<Change, 'level' | 'move'>, direction: Direction): Level {
  if (change.level !== undefined) return change.level;
  const hurts = direction === 'request' ? 'narrower' : 'wider';
  return change.move === hurts || change.move === 'different' ? 'breaking' : 'safe';
}

/** A value in a sentence. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
