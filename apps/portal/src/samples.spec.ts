import { readOperations } from './operations.js';
import { addressOf, type Request, sampleOf } from './samples.js';

const json = { content: { 'application/json': {} } };
const operations = readOperations({
  paths: {
    '/v1/kpis/{id}': {
      get: {
        operationId: 'getKpi',
        summary: 'One figure',
        'x-scope': 'portal.read',
        parameters: [
          { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
          { name: 'by', in: 'query', schema: { type: 'string', enum: ['practice', 'client'] } },
          { name: 'limit', in: 'query', schema: { type: 'integer' } },
          { name: 'X-Correlation-Id', in: 'header', schema: { type: 'string' } },
        ],
        responses: { 200: json },
      },
    },
    '/v1/live': { get: { operationId: 'follow', responses: { 200: { content: { 'text/event-stream': {} } } } } },
    '/v1/cases': {},
  },
});

const request = (values: Record<string, string>): Request => ({ operation: operations[0]!, values });
const base = 'http://127.0.0.1:4600';

describe('what can be tried', () => {
  it('is what reads and answers with JSON, with the parameters one fills in', () => {
    expect(operations.map(({ id, scope }) => [id, scope])).toEqual([['getKpi', 'portal.read']]);
    expect(operations[0]!.parameters.map(({ name, required, values }) => [name, required, values])).toEqual([
      ['id', true, null],
      ['by', false, ['practice', 'client']],
      ['limit', false, null],
    ]);
  });
});

describe('a request as code', () => {
  it('escapes what is filled in, and leaves out what is not', () => {
    expect(addressOf(request({ id: 'a/b c', by: '' }))).toBe('/v1/kpis/a%2Fb%20c');
    expect(addressOf(request({ id: 'x', by: 'practice & more', limit: '5' }))).toBe(
      '/v1/kpis/x?by=practice+%26+more&limit=5',
    );
  });

  it('for a shell cannot end its own quotes', () => {
    expect(sampleOf('curl', request({ id: "a'; rm -rf ~; '" }), base)).toBe(
      `curl -sS -H "Authorization: Bearer $TOKEN" \\\n  'http://127.0.0.1:4600/v1/kpis/a'\\''%3B%20rm%20-rf%20~%3B%20'\\'''\n`,
    );
  });

  it('for TypeScript is typed by the contract: a number is a number', () => {
    expect(sampleOf('TypeScript', request({ id: 'backlog', limit: '5' }), base)).toContain(
      'await api.GET("/v1/kpis/{id}", {\n  params: { path: { id: "backlog" }, query: { limit: 5 } },\n});',
    );
  });

  it('for Python needs no package', () => {
    expect(sampleOf('Python', request({ id: 'backlog' }), base)).toContain(
      '    "http://127.0.0.1:4600/v1/kpis/backlog",\n    headers={"Authorization": "Bearer " + os.environ["TOKEN"]},',
    );
  });
});
