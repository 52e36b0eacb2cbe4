import { diff } from '../diff.js';
import { bundle } from './bundle.js';
import { decoded } from './decoded.js';
import { readDocument } from './document.js';
import { Unreadable } from './unreadable.js';

const problems = (text: string): readonly unknown[] => {
  try {
    readDocument(text, 'orders.yaml');
  } catch (thrown) {
    if (thrown instanceof Unreadable) return thrown.problems;
    throw thrown;
  }
  return [];
};

const codes = (...bytes: number[]): Buffer => Buffer.from(bytes);

describe('reading a contract', () => {
  it('takes YAML and JSON', () => {
    expect(readDocument('openapi: 3.1.0\npaths: {}\n', 'a').value).toEqual({ openapi: '3.1.0', paths: {} });
    expect(readDocument('{"openapi":"3.1.0"}', 'a').value).toEqual({ openapi: '3.1.0' });
  });

  it('takes texts for texts that look like days, and aliases, merges and older YAML for what they stand for', () => {
    const value = (text: string): unknown => readDocument(text, 'a').value;
    expect(value('day: 2026-06-01\nsaid: yes\nlong: 1_000\n')).toEqual({
      day: '2026-06-01',
      said: 'yes',
      long: '1_000',
    });
    expect(value('a: &a { x: 1 }\nb: { <<: *a, y: 2 }\n')).toEqual({ a: { x: 1 }, b: { x: 1, y: 2 } });
    expect(value('a: { <<: { x: 1 }, x: 2 }\n')).toEqual({ a: { x: 2 } });
    expect(value('%YAML 1.1\n---\na: yes\n')).toEqual({ a: true });
    expect(value('a: !!timestamp 2026-06-01\n')).toHaveProperty('a');
  });

  it('tells where it is broken', () => {
    expect(problems('openapi: 3.1.0\npaths: [\n')).toEqual([expect.objectContaining({ line: 3, column: 1 })]);
    expect(problems('{"openapi": "3.1.0",,}')[0]).toMatchObject({ line: 1, column: 21 });
    expect(() => readDocument('a: [', 'orders.yaml')).toThrow(/^orders\.yaml:1:5: /);
  });

  it('tells every reference that leads nowhere, out of the document, or to itself', () => {
    const text = "openapi: 3.1.0\na: { $ref: '#/nowhere' }\nb: { $ref: 'https://x.test/y' }\nc: { $ref: '#/c' }\n";
    expect(problems(text)).toEqual([
      { message: '$ref #/c leads back to itself and to nothing else', line: 4, column: 13 },
      {
        message: '$ref https://x.test/y leads out of the document, and only files beside it are followed',
        line: 3,
        column: 13,
      },
      { message: '$ref #/nowhere leads nowhere', line: 2, column: 13 },
    ]);
  });

  it('leaves $ref in an example alone', () => {
    expect(problems("openapi: 3.1.0\nexample: { $ref: '#/nowhere' }\n")).toEqual([]);
  });

  it('refuses aliases that grow without end', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefghi'.split('').map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghi'[at]}`).join()}]`),
    ];
    expect(problems(bomb.join('\n'))).toEqual([{ message: expect.stringContaining('alias') }]);
  });

  it('refuses what contains itself, is nested too deep, or is too large', () => {
    expect(problems('a: &a { b: *a }')).toEqual([
      { message: 'contains itself through an alias at #/a/b: write a $ref instead' },
    ]);
    expect(problems(`{"a":${'['.repeat(400)}${']'.repeat(400)}}`)).toEqual([
      { message: 'is nested deeper than 300 levels below #/a/0/0/0/0/0' },
    ]);
    for (const deep of ['['.repeat(20_000), '- '.repeat(20_000), `a: ${'{a: '.repeat(20_000)}`])
      expect(problems(deep)).toEqual([{ message: 'is nested too deep', line: 1, column: 1 }]);
    expect(problems(' '.repeat(33 * 1024 * 1024))).toEqual([{ message: 'is larger than 32 MB: split it' }]);
  });

  it('tells names that stand twice, in JSON and in YAML', () => {
    expect(problems('{"openapi":"3.1.0",\n "a": {"x": 1, "y": [{"x": 2}], "x": ","}, "a": 1}')).toEqual([
      { message: 'has "x" twice in one object', line: 2, column: 33 },
      { message: 'has "a" twice in one object', line: 2, column: 44 },
    ]);
    expect(problems('openapi: 3.1.0\na: 1\na: 2\n')).toEqual([expect.objectContaining({ line: 3, column: 1 })]);
    expect(problems('{"a":"b","b":"a","c":["a","a"],"d":{"a":"a:","e":{}},"f":"a"}')).toEqual([]);
  });

  it('tells where a text breaks off', () => {
    expect(problems('{"openapi":"3.1.0",\n"paths":{"/a":{"get"')[0]).toMatchObject({ line: 2 });
    expect(problems('openapi: 3.1.0\npaths:\n  "/a: {}\n')[0]).toMatchObject({ line: expect.any(Number) });
    expect(problems('openapi: 3.1.0\n---\nopenapi: 3.1.0\n')).toHaveLength(1);
  });

  it('tells where bytes are no UTF-8, and takes a mark at the beginning', () => {
    expect(decoded(Buffer.from('\ufeffé: ü'), 'a')).toBe('é: ü');
    expect(() => decoded(Buffer.concat([Buffer.from('é: 1\né: '), codes(0xfc)]), 'a.yaml')).toThrow(
      'a.yaml:2:4: is not UTF-8',
    );
    expect(() => decoded(Buffer.from('openapi: 3.1.0', 'utf16le').subarray(0, 27), 'a')).toThrow('is not UTF-8');
    expect(() => decoded(codes(0xff, 0xfe), 'a')).toThrow('a:1:1: is not UTF-8');
  });

  it('follows a long chain of references once, and tells a loop at its end', () => {
    const chain = (end: object): string => {
      const links = Array.from({ length: 20_000 }, (_, at) => [`a${at}`, { $ref: `#/a${at + 1}` }]);
      return JSON.stringify({ openapi: '3.1.0', ...Object.fromEntries(links), a20000: end });
    };
    expect(problems(chain({ type: 'string' }))).toEqual([]);
    expect(problems(chain({ $ref: '#/a0' }))).toHaveLength(50);
  });

  it('takes names of prototypes for names', () => {
    const text = (type: string): string =>
      `{"openapi":"3.1.0","paths":{"/a":{"get":{"responses":{"200":{"content":{"application/json":{"schema":{"properties":{"__proto__":{"type":"${type}"},"constructor":{"type":"string"}}}}}}}}}}}`;
    const found = diff(readDocument(text('string'), 'a').value, readDocument(text('boolean'), 'b').value);
    expect(found.map(({ rule, field }) => [rule, field])).toEqual([['response-property-type-changed', '__proto__']]);
    expect({}).not.toHaveProperty('type');
  });
});

describe('bundling', () => {
  const files: Record<string, string> = {
    '/a/main.yaml': "openapi: 3.1.0\npaths: {}\ncomponents: { schemas: { Order: { $ref: 'parts.yaml#/Order' } } }\n",
    '/a/parts.yaml':
      "Order: { properties: { lines: { $ref: '#/Line' }, next: { $ref: 'main.yaml#/components/schemas/Order' } } }\nLine: { type: string }\n",
    '/a/lost.yaml': "openapi: 3.1.0\na: { $ref: 'nowhere.yaml' }\n",
  };
  const read = (name: string): string => {
    if (files[name] === undefined) throw new Unreadable(name, [{ message: 'is not there' }]);
    return files[name];
  };
  const resolve = (_: string, to: string): string => `/a/${to}`;

  it('takes in the files that are referred to, in circles too', () => {
    const { value } = bundle('/a/main.yaml', read, resolve);
    expect(value).toMatchObject({
      components: { schemas: { Order: { $ref: '#/x-files/~1a~1parts.yaml/Order' } } },
      'x-files': {
        '/a/parts.yaml': {
          Order: {
            properties: {
              lines: { $ref: '#/x-files/~1a~1parts.yaml/Line' },
              next: { $ref: '#/components/schemas/Order' },
            },
          },
        },
      },
    });
  });

  it('tells which file is missing', () => {
    expect(() => bundle('/a/lost.yaml', read, resolve)).toThrow('/a/nowhere.yaml: is not there');
  });
});
