import type { FastifyRequest } from 'fastify';
import { badRequest } from './errors.js';
import type { Body, Query } from './resource.js';
import { resourceNamed } from './resources.js';

export type Asked = FastifyRequest<{
  Querystring: Record<string, string | string[] | undefined>;
  Params: { id: string };
  Body: Record<string, unknown> | undefined;
}>;

/** `ids=1,2`, `ids[]=1&ids[]=2` and `ids=1&ids=2` say the same. */
export function queryOf(request: Asked): Query {
  return Object.fromEntries(
    Object.entries(request.query).map(([name, value]) => [
      name.replace(/\[\]$/, ''),
      Array.isArray(value) ? value.join(',') : value,
    ]),
  );
}

export function rootOf(request: Asked, singular: string): Body {
  const root = request.body?.[singular];
  if (!isBody(root)) throw badRequest(`param is missing or the value is empty: ${singular}`);
  return root;
}

/** What a create is about: one record under the singular root, or several under the plural one. */
export function rootsOf(request: Asked, resource: string): Body[] {
  const { singular, bulk = 0, createQuery = [] } = resourceNamed(resource);
  const several = request.body?.[resource];
  const asked = Object.entries(queryOf(request)).filter(([name]) => createQuery.includes(name));
  if (bulk === 0 || !Array.isArray(several)) return [{ ...Object.fromEntries(asked), ...rootOf(request, singular) }];
  if (several.length === 0 || !several.every(isBody))
    throw badRequest(`param is missing or the value is empty: ${resource}`);
  if (several.length > bulk) throw badRequest(`${resource} takes up to ${bulk} objects`);
  return several;
}

const isBody = (value: unknown): value is Body => typeof value === 'object' && value !== null && !Array.isArray(value);
