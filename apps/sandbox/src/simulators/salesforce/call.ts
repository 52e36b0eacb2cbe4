import type { FastifyRequest, HTTPMethods } from 'fastify';
import type { Org } from './org.js';

/** A request for a resource of the data API, sent by itself or within a composite one. */
export interface Call {
  method: string;
  /** As the path has it, e.g. `v67.0`. */
  version: string;
  params: Record<string, string>;
  query: Record<string, string | undefined>;
  headers: Record<string, string | string[] | undefined>;
  body: unknown;
  /** The HTTP request it came with. */
  request: FastifyRequest;
}

export interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
}

/** A resource below `/services/data/{version}`; `:name` in its path stands for one part. */
export interface Route {
  method: HTTPMethods | HTTPMethods[];
  path: string;
  answer: (org: Org, call: Call) => Answer;
}

export const ok = (body: unknown, headers: Record<string, string> = {}): Answer => ({ status: 200, headers, body });
export const noContent: Answer = { status: 204 };

/** Finds the route for a path and what its parts are. */
export function match(
  routes: Route[],
  method: string,
  path: string,
): { route: Route; params: Record<string, string> } | undefined {
  for (const route of routes) {
    if (![route.method].flat().includes(method)) continue;
    const params = partsOf(route.path, path);
    if (params) return { route, params };
  }
  return undefined;
}

function partsOf(pattern: string, path: string): Record<string, string> | null {
  const [names, values] = [pattern.split('/'), path.split('/')];
  if (names.length !== values.length) return null;
  const params: Record<string, string> = {};
  for (const [index, name] of names.entries()) {
    if (name.startsWith(':')) params[name.slice(1)] = decodeURIComponent(values[index]!);
    else if (name !== values[index]) return null;
  }
  return params;
}
