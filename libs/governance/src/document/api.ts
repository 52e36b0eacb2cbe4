import { Located, Source } from './source.js';

/** A contract as its callers meet it, whatever it is written in. */
export interface Api {
  source: Source;
  /** OpenAPI 3.0 and before ignore what stands beside a reference. */
  siblings: boolean;
  operations: readonly Operation[];
  webhooks: readonly Operation[];
  info: Located;
  /** Paths that all servers put before the operations', e.g. `/v1`. */
  prefix: string;
  servers: readonly string[];
  security: readonly SecurityRequirement[] | undefined;
  securitySchemes: ReadonlyMap<string, Located>;
  schemas: ReadonlyMap<string, Located>;
  tags: ReadonlyMap<string, Located>;
}

/** Scheme names with the scopes needed; several at once must all be met. */
export type SecurityRequirement = Readonly<Record<string, readonly string[]>>;

export interface Operation {
  at: string;
  /** In capitals; `SEND` and `RECEIVE` in event contracts. */
  method: string;
  path: string;
  /** The path with its parameters unnamed, under which versions of an operation find each other. */
  key: string;
  raw: Record<string, unknown>;
  operationId: string | null;
  parameters: readonly Parameter[];
  body: Body | undefined;
  responses: ReadonlyMap<string, Response>;
  security: readonly SecurityRequirement[] | undefined;
  servers: readonly string[];
  tags: readonly string[];
  callbacks: readonly Operation[];
}

export interface Parameter {
  at: string;
  name: string;
  in: string;
  /** Under which versions of a parameter find each other: a path parameter by its place. */
  key: string;
  required: boolean;
  schema: Located | undefined;
  /** Serialised as JSON (`content`) rather than by style. */
  json: boolean;
  style: string;
  explode: boolean;
  raw: Record<string, unknown>;
  shared: boolean;
}

export interface Body {
  at: string;
  required: boolean;
  content: readonly Media[];
}

export interface Media {
  at: string;
  type: string;
  schema: Located | undefined;
  encoding: unknown;
}

export interface Response {
  at: string;
  status: string;
  content: readonly Media[];
  headers: readonly Header[];
  links: ReadonlyMap<string, Located>;
}

export interface Header {
  at: string;
  name: string;
  required: boolean;
  schema: Located | undefined;
  raw: Record<string, unknown>;
}
