import { api, inQuery, ok, told } from '../../judge.fixture.js';

const list = { type: 'array', items: { type: 'string' } };

describe('how a parameter is written', () => {
  it('matters where it has several values', () => {
    expect(told(inQuery({ schema: list }), inQuery({ schema: list, explode: false }))).toEqual([
      'breaking request-parameter-style-changed',
    ]);
    expect(
      told(
        inQuery({ schema: list, explode: false }),
        inQuery({ schema: list, style: 'pipeDelimited', explode: false }),
      ),
    ).toEqual(['breaking request-parameter-style-changed']);
    expect(
      told(inQuery({ schema: { type: 'string' } }), inQuery({ schema: { type: 'string' }, explode: false })),
    ).toEqual([]);
  });

  it('of a path matters always', () => {
    const path = (style: string): unknown => ({
      openapi: '3.1.0',
      paths: {
        '/a/{id}': {
          get: {
            parameters: [{ name: 'id', in: 'path', required: true, style, schema: { type: 'string' } }],
            responses: ok,
          },
        },
      },
    });
    expect(told(path('simple'), path('matrix'))).toEqual(['breaking request-parameter-style-changed']);
  });

  it('as JSON is another way', () => {
    const json = inQuery({ content: { 'application/json': { schema: { type: 'object' } } } });
    expect(told(inQuery({ schema: { type: 'object' } }), json)).toEqual(['breaking request-parameter-style-changed']);
  });

  it('may be allowed more, not less', () => {
    const [plain, more] = [
      inQuery({ schema: {} }),
      inQuery({ schema: {}, allowReserved: true, allowEmptyValue: true }),
    ];
    expect(told(plain, more)).toEqual([
      'safe request-parameter-allow-reserved-added',
      'safe request-parameter-allow-empty-value-added',
    ]);
    expect(told(more, plain)).toEqual([
      'breaking request-parameter-allow-reserved-removed',
      'breaking request-parameter-allow-empty-value-removed',
    ]);
  });
});

describe('as text', () => {
  const of = (type: unknown, rest: object = {}): unknown => inQuery({ schema: { type, ...rest } });

  it('every scalar is a string, though not every string is one', () => {
    expect(told(of('integer'), of('string'))).toEqual(['safe request-parameter-type-generalized']);
    expect(told(of('string'), of('integer'))).toEqual(['breaking request-parameter-type-specialized']);
  });

  it('one value is a list of one', () => {
    expect(told(of('string'), inQuery({ schema: list }))).toEqual(['safe request-parameter-type-generalized']);
    expect(told(inQuery({ schema: list }), of('string'))).toContain('breaking request-parameter-type-changed');
  });

  it('so is a header of a response', () => {
    const header = (type: string): unknown =>
      api({ get: { responses: { 200: { headers: { 'X-Left': { schema: { type } } } } } } });
    expect(told(header('string'), header('integer'))).toEqual(['safe response-header-type-specialized']);
    expect(told(header('integer'), header('string'))).toEqual(['breaking response-header-type-generalized']);
  });
});
