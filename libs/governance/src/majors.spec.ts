import { diff } from './diff.js';

const operation = (...fields: string[]) => ({
  responses: {
    200: {
      description: 'Done',
      content: {
        'application/json': {
          schema: { type: 'object', properties: Object.fromEntries(fields.map((name) => [name, { type: 'string' }])) },
        },
      },
    },
  },
});
const api = (paths: Record<string, object>) => ({ openapi: '3.1.0', info: { title: 'T', version: '1.0.0' }, paths });
const found = (base: object, revision: object, acrossMajors: boolean): string[] =>
  diff(base, revision, { acrossMajors }).map((one) =>
    [one.rule, one.operation && `${one.operation.method} ${one.operation.path}`, one.field].filter(Boolean).join(' '),
  );

const first = api({ '/v1/a/{id}': { get: operation('name', 'size') }, '/v1/gone': { get: operation() } });
const second = api({ '/v2/a/{key}': { get: operation('name') }, '/v2/new': { get: operation() } });

describe('two majors of one API', () => {
  it('have the same operations under another major, and what differs in them is found', () => {
    expect(found(first, second, true)).toEqual([
      'api-path-removed-without-deprecation GET /v1/gone',
      'response-optional-property-removed GET /v2/a/{key} size',
      'endpoint-added GET /v2/new',
    ]);
  });

  it('are not taken for one where nobody said so: who calls the old path finds nothing', () => {
    expect(found(first, second, false).filter((one) => one.startsWith('api-path-removed'))).toHaveLength(2);
  });

  it('pair what kept its path first, whatever else is like it', () => {
    const both = api({ '/v1/a/{id}': { get: operation('name', 'size') }, '/v2/a/{id}': { get: operation('name') } });
    expect(found(first, both, true)).toEqual([
      'api-path-removed-without-deprecation GET /v1/gone',
      'endpoint-added GET /v2/a/{id}',
    ]);
  });

  it('are not one where only what follows is like a major', () => {
    const [was, is] = [api({ '/a/v1x': { get: operation() } }), api({ '/a/v2x': { get: operation() } })];
    expect(found(was, is, true)).toEqual([
      'api-path-removed-without-deprecation GET /a/v1x',
      'endpoint-added GET /a/v2x',
    ]);
  });
});
