import type { FastifyRequest } from 'fastify';
import { invalidHeader, invalidParameter, NetsuiteError } from './errors.js';

type Query = Record<string, string | undefined>;

/** The query parameters of a request, none of which this account would have to ignore. */
export function parametersOf(request: FastifyRequest, ...known: string[]): Query {
  const query = request.query as Query;
  const stray = Object.keys(query).find((name) => !known.includes(name));
  if (stray) throw invalidParameter(`The query parameter '${stray}' is not supported here.`, stray);
  return query;
}

export function flag(query: Query, name: string): boolean {
  const value = query[name] ?? 'false';
  if (value !== 'true' && value !== 'false') throw invalidParameter(`'${value}' is neither true nor false.`, name);
  return value === 'true';
}

export const names = (query: Query, name: string): string[] | undefined => query[name]?.split(',');

export function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name.toLowerCase()];
  return Array.isArray(value) ? value.join(', ') : value;
}

/** Whether a `Prefer` header names the preference. */
export const prefers = (request: FastifyRequest, preference: string): boolean =>
  (headerOf(request, 'Prefer') ?? '').split(',').some((part) => part.trim() === preference);

export const isCollection = (request: FastifyRequest): boolean =>
  /;\s*type=collection/.test(headerOf(request, 'Content-Type') ?? '');

/** Programs that send a form are turned away. */
export function requireJson(request: FastifyRequest): void {
  if (/json/.test(headerOf(request, 'Content-Type') ?? '')) return;
  // Assumption, unconfirmed by the vendor: the code for a media type it cannot read.
  throw new NetsuiteError(415, 'INVALID_CONTENT', 'The media type of the request body is not supported.', {
    Header: 'Content-Type',
  });
}

const formTypes = /type=(create-form|edit-form|select-options)/;

/** Strictness of property names; the other ways to ask for less than the default are not open here. */
export function nameValidation(request: FastifyRequest): string {
  const strictness = headerOf(request, 'X-NetSuite-PropertyNameValidation') ?? 'Warning';
  if (!['Error', 'Warning', 'Ignore'].includes(strictness)) {
    throw invalidHeader(`'${strictness}' is not a strictness.`, 'X-NetSuite-PropertyNameValidation');
  }
  if ((headerOf(request, 'X-NetSuite-PropertyValueValidation') ?? 'Error') !== 'Error') {
    throw invalidHeader('Values are always validated.', 'X-NetSuite-PropertyValueValidation');
  }
  if (formTypes.test(headerOf(request, 'Accept') ?? '')) {
    throw invalidHeader('Forms and select options are not available.', 'Accept');
  }
  return strictness;
}
