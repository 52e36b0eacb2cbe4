import { type Answer, type Call, match, ok, type Route } from './call.js';
import { collectionRoutes } from './collections.js';
import { notFound, SalesforceError } from './errors.js';
import type { Org } from './org.js';
import { queryRoutes } from './query-routes.js';
import { resolved } from './references.js';
import { rowRoutes } from './row-routes.js';

/** The resources a composite request may name. */
const resources = [...queryRoutes, ...rowRoutes, ...collectionRoutes];
const most = { parts: 25, heavy: 5, nodes: 500 };

interface Part {
  method: string;
  url: string;
  referenceId: string;
  body?: unknown;
  httpHeaders?: Record<string, string>;
}

interface Result {
  body: unknown;
  httpHeaders: Record<string, string>;
  httpStatusCode: number;
  referenceId: string;
}

/** Several requests in one, which counts as one call and is answered 200 whatever became of its parts. */
export const compositeRoutes: Route[] = [
  { method: 'POST', path: '/composite', answer: composite },
  { method: 'POST', path: '/composite/graph', answer: graphs },
];

function composite(org: Org, call: Call): Answer {
  const { allOrNone = false, compositeRequest } = (call.body ?? {}) as {
    allOrNone?: boolean;
    compositeRequest?: unknown;
  };
  const parts = partsOf(compositeRequest);
  if (parts.length > most.parts) throw limitExceeded(`no more than ${most.parts} subrequests are allowed`);
  const heavy = parts.filter(({ url }) => /\/(query|composite)\b/.test(url));
  // That there may be five is told by secondary sources only.
  if (heavy.length > most.heavy) throw limitExceeded(`no more than ${most.heavy} queries and collections are allowed`);
  return ok({ compositeResponse: allOrNone ? whole(org, call, parts).results : eachApart(org, call, parts) });
}

/** Every graph is done whole or not at all, whatever becomes of the others. */
function graphs(org: Org, call: Call): Answer {
  const { graphs: asked } = (call.body ?? {}) as { graphs?: { graphId: string; compositeRequest: unknown }[] };
  if (!Array.isArray(asked)) throw unreadable('graphs');
  const all = asked.map(({ graphId, compositeRequest }) => ({ graphId, parts: partsOf(compositeRequest) }));
  if (all.reduce((sum, { parts }) => sum + parts.length, 0) > most.nodes)
    throw limitExceeded(`no more than ${most.nodes} nodes are allowed`);
  const results = all.map(({ graphId, parts }) => {
    const { results: compositeResponse, isSuccessful } = whole(org, call, parts);
    return { graphId, graphResponse: { compositeResponse }, isSuccessful };
  });
  return ok({ graphs: results });
}

function partsOf(asked: unknown): Part[] {
  const isPart = (part: Partial<Part> | null): boolean =>
    [part?.method, part?.url, part?.referenceId].every((value) => typeof value === 'string' && value !== '');
  if (!Array.isArray(asked) || !asked.every(isPart)) throw unreadable('compositeRequest');
  const ids = asked.map(({ referenceId }: Part) => referenceId);
  if (new Set(ids).size < ids.length) throw unreadable('referenceId');
  return asked as Part[];
}

/** Breaks off what is not done whole. */
class RolledBack extends Error {
  constructor(readonly failed: Result) {
    super('rolled back');
  }
}

function whole(org: Org, call: Call, parts: Part[]): { results: Result[]; isSuccessful: boolean } {
  try {
    const results = org.store.atomically(() => eachApart(org, call, parts, true));
    return { results, isSuccessful: true };
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error;
    const { failed } = error;
    return {
      results: parts.map((part) => (part.referenceId === failed.referenceId ? failed : halted(part))),
      isSuccessful: false,
    };
  }
}

function eachApart(org: Org, call: Call, parts: Part[], mustSucceed = false): Result[] {
  const known: Record<string, unknown> = {};
  return parts.map((part) => {
    const result = done(org, call, part, known);
    if (result.httpStatusCode < 300) known[part.referenceId] = result.body;
    else if (mustSucceed) throw new RolledBack(result);
    return result;
  });
}

function done(org: Org, call: Call, part: Part, known: Record<string, unknown>): Result {
  try {
    const { status, headers = {}, body = null } = answered(org, call, part, known);
    return { body, httpHeaders: headers, httpStatusCode: status, referenceId: part.referenceId };
  } catch (error) {
    if (!(error instanceof SalesforceError)) throw error;
    return { body: error.body, httpHeaders: {}, httpStatusCode: error.status, referenceId: part.referenceId };
  }
}

function answered(org: Org, call: Call, part: Part, known: Record<string, unknown>): Answer {
  const url = new URL(resolved(part.url, known) as string, 'http://org');
  const [, version, path] = /^\/services\/data\/(v\d+\.\d)(\/.*)$/.exec(url.pathname) ?? [];
  const found = path === undefined ? undefined : match(resources, part.method, path);
  if (!found) throw notFound();
  return found.route.answer(org, {
    method: part.method,
    version: version!,
    params: found.params,
    query: Object.fromEntries(url.searchParams),
    headers: lowerCased(part.httpHeaders ?? {}),
    body: resolved(part.body, known),
    request: call.request,
  });
}

const lowerCased = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

/** What becomes of the others where one fails: the words are an assumption, unconfirmed by the vendor. */
const halted = ({ referenceId }: Part): Result => ({
  body: new SalesforceError(
    400,
    'PROCESSING_HALTED',
    'The transaction was rolled back since another operation in the same transaction failed.',
  ).body,
  httpHeaders: {},
  httpStatusCode: 400,
  referenceId,
});

const limitExceeded = (message: string): SalesforceError => new SalesforceError(400, 'LIMIT_EXCEEDED', message);
const unreadable = (what: string): SalesforceError =>
  new SalesforceError(400, 'JSON_PARSER_ERROR', `Missing or unreadable: ${what}`);
