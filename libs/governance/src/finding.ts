/** Who is hurt: `breaking` some caller that kept to the contract, `dangerous` some that relied on more than it says. */
export type Level = 'breaking' | 'dangerous' | 'safe' | 'documentation';

export type Area =
  | 'components'
  | 'headers'
  | 'info'
  | 'parameters'
  | 'paths'
  | 'requestBody'
  | 'responses'
  | 'schema'
  | 'security'
  | 'servers'
  | 'tags';

/** `request`: what a consumer sends. `response`: what it is sent. In event contracts a producer's message is `response`. */
export type Direction = 'request' | 'response' | 'none';

/** `method` in capitals; for event contracts `SEND` or `RECEIVE` and the channel's address as `path`. */
export interface OperationId {
  method: string;
  path: string;
  operationId: string | null;
}

/** One change, as a reviewer reads it. */
export interface Finding {
  /** Kind of change, e.g. `request-property-became-required`. */
  rule: string;
  level: Level;
  area: Area;
  direction: Direction;
  operation?: OperationId;
  /** Place inside the message, e.g. `lines[].price`, or name of the parameter, header or status. */
  field?: string;
  /** JSON pointers (URI fragment form, `#/paths/…`); null where the document has nothing there. */
  base: string | null;
  revision: string | null;
  before: unknown;
  after: unknown;
  /** Who is hurt and how, in a sentence. */
  message: string;
  /** A compatible alternative, or how to migrate. Empty where nobody has to do anything. */
  remedy: string;
}

export interface DiffOptions {
  /** Today, `YYYY-MM-DD` (UTC): sunset dates are held against it. Default: the machine's date. */
  today?: string;
  /** Least days between a deprecation and its sunset. Default 0: any future date will do. */
  sunsetDays?: number;
  /** Two majors of one API: operations are the same although one path says `/v1/…` and the other `/v2/…`. */
  acrossMajors?: boolean;
  /** Levels that differ from the rules' own, by rule id. */
  levels?: Readonly<Record<string, Level>>;
}
