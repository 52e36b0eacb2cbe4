import createClient from 'openapi-fetch';
import { Failure } from '#kernel';
import type { Audience } from '../auth/endpoint.js';
import { actingForHeader, type Person, writePerson } from '../auth/person.js';
import type { ServiceTokens } from '../auth/tokens.js';
import { currentContext } from '../context.js';
import { failureOf } from '../problem.js';

/** `operationId` → method and path, generated beside the types of an API. */
export type Routes = Record<string, readonly [method: string, path: string]>;

type Params<Op> = Op extends { parameters: infer P } ? P : never;
type PathOf<Op> = Params<Op> extends { path: infer P } ? P : unknown;
type QueryOf<Op> =
  Params<Op> extends { query?: infer Q } ? (Q extends undefined ? unknown : Partial<NonNullable<Q>>) : unknown;
type BodyOf<Op> = Op extends { requestBody: { content: { 'application/json': infer B } } } ? { body: B } : unknown;
type Content<R> = R extends { content: { 'application/json': infer C } }
  ? C
  : R extends { content: { 'application/yaml': infer C } }
    ? C
    : void;
type ResultOf<Op> = Op extends { responses: infer R }
  ? 200 extends keyof R
    ? Content<R[200]>
    : 201 extends keyof R
      ? Content<R[201]>
      : 202 extends keyof R
        ? Content<R[202]>
        : void
  : never;

/**
 * Path and query parameters side by side, the body as `body`, the idempotency key as `key`, and the person whose
 * decision is passed on as `actingFor`.
 */
export type Call<Op> = (
  request: PathOf<Op> & QueryOf<Op> & BodyOf<Op> & { key?: string; actingFor?: Person },
) => Promise<ResultOf<Op>>;

/** One method an operation of an API. */
export type ServiceClient<Operations> = { [Id in keyof Operations]: Call<Operations[Id]> };

export interface ServiceOptions {
  baseUrl: string;
  audience: Audience;
  tokens: ServiceTokens;
  timeoutMs?: number;
}

/** A typed client of one of our own APIs; whatever goes wrong arrives as a Failure. */
export function serviceClient<Operations>(routes: Routes, options: ServiceOptions): ServiceClient<Operations> {
  const http = createClient<Record<string, never>>({ baseUrl: options.baseUrl });
  const call =
    (id: string) =>
    async (request: Record<string, unknown> = {}) => {
      const [method, path] = routes[id]!;
      const { body, key, actingFor, ...params } = request;
      const token = await options.tokens.tokenFor(options.audience);
      const query = Object.fromEntries(Object.entries(params).filter(([name]) => !path.includes(`{${name}}`)));
      const init = {
        params: { path: params, query },
        headers: headersOf(token, key, actingFor as Person | undefined),
        signal: AbortSignal.timeout(options.timeoutMs ?? 60_000),
        parseAs: 'text',
        ...(body !== undefined && { body }),
      };
      const { data, error, response } = await http
        .request(method.toLowerCase() as never, path as never, init as never)
        .then((reply) => read(reply))
        .catch((failed: unknown) => {
          throw unanswered(method, options.baseUrl, failed);
        });
      if (response.status === 401) options.tokens.forget(options.audience);
      if (!response.ok) throw failureOf(error ?? {}, response.status, response.headers.get('retry-after'));
      return data;
    };
  return Object.fromEntries(Object.keys(routes).map((id) => [id, call(id)])) as unknown as ServiceClient<Operations>;
}

interface Reply {
  data?: unknown;
  error?: unknown;
  response: Response;
}

/** JSON as what it means, other text as it stands. */
function read({ data, error, response }: Reply): Reply {
  const isJson = typeof data === 'string' && /[/+]json\b/.test(response.headers.get('content-type') ?? '');
  return { data: isJson ? (JSON.parse(data) as unknown) : data, error, response };
}

function headersOf(token: string, key: unknown, actingFor?: Person): Record<string, string> {
  return {
    authorization: `Bearer ${token}`,
    'x-correlation-id': currentContext().correlationId,
    ...(typeof key === 'string' && { 'idempotency-key': key }),
    ...(actingFor && { [actingForHeader]: writePerson(actingFor) }),
  };
}

/** A refused connection did nothing; a write whose answer was lost may have happened. */
function unanswered(method: string, baseUrl: string, error: unknown): Failure {
  const cause = (error as { cause?: { code?: string } }).cause?.code;
  const neverSent = cause === 'ECONNREFUSED' || cause === 'ENOTFOUND' || cause === 'EAI_AGAIN';
  if (neverSent || method.toUpperCase() === 'GET') {
    return new Failure('unavailable', `${baseUrl} cannot be reached`, { cause: error });
  }
  return new Failure('outcome-unknown', `${baseUrl} gave no answer`, { cause: error });
}
