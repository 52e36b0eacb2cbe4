import { Finding } from './finding.js';
import { diff } from './diff.js';

type Schema = Record<string, unknown> | boolean;

/** What each direction is told of a change: `level rule`, most important first. */
export interface Verdict {
  request: readonly string[];
  response: readonly string[];
}

/** Tests that a change of a body's schema is told so, and of nothing else. */
export function judge(what: string, [base, revision]: readonly [Schema, Schema], { request, response }: Verdict): void {
  it(`${what}, in a request`, () => expect(told(inRequest(base), inRequest(revision))).toEqual(request));
  it(`${what}, in a response`, () => expect(told(inResponse(base), inResponse(revision))).toEqual(response));
}

/** Tests that two spellings are one. */
export function equal(what: string, a: Schema, b: Schema): void {
  judge(what, [a, b], { request: [], response: [] });
  judge(`${what}, the other way round`, [b, a], { request: [], response: [] });
}

/** Findings as `level rule`; words for people are left out unless asked for. */
export function told(base: unknown, revision: unknown): string[] {
  return diff(base, revision, { today: '2026-06-01' })
    .filter(({ level }) => level !== 'documentation')
    .map(({ level, rule }) => `${level} ${rule}`);
}

export function inRequest(schema: Schema, components: Record<string, unknown> = {}): unknown {
  return api(
    { post: { requestBody: { required: true, content: { 'application/json': { schema } } }, responses: ok } },
    components,
  );
}

export function inResponse(schema: Schema, components: Record<string, unknown> = {}): unknown {
  return api(
    { get: { responses: { 200: { description: 'OK', content: { 'application/json': { schema } } } } } },
    components,
  );
}

export function inQuery(parameter: Record<string, unknown>): unknown {
  return api({ get: { parameters: [{ name: 'q', in: 'query', ...parameter }], responses: ok } });
}

export const ok = { 200: { description: 'OK' } };

/** A contract of one path. */
export function api(
  item: Record<string, unknown>,
  schemas: Record<string, unknown> = {},
  rest: Record<string, unknown> = {},
): unknown {
  return {
    openapi: '3.1.0',
    info: { title: 'Orders', version: '1.0.0' },
    paths: { '/orders': item },
    components: { schemas },
    ...rest,
  };
}

/** The one finding a test is about. */
export function only(found: readonly Finding[]): Finding {
  expect(found).toHaveLength(1);
  return found[0]!;
}
