import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { difference } from './difference.js';

const contract = (maxLength: number, description = ''): string =>
  `openapi: 3.1.0\ninfo: { title: Orders, version: 1.0.0, description: '${description}' }\npaths:\n  /orders:\n    post:\n      requestBody: { content: { application/json: { schema: { type: string, maxLength: ${maxLength} } } } }\n      responses: { '200': { description: OK } }\n`;

describe('contracts diff', () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'contracts-'))));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };

  it('ends with 1 and says who is hurt where something is breaking', () => {
    const { code, text, errors } = difference([file('a.yaml', contract(10)), file('b.yaml', contract(5))]);
    expect({ code, errors }).toEqual({ code: 1, errors: '' });
    expect(text).toContain(
      'breaking      POST /orders\n  A consumer that goes on sending the body as it did can be refused: maxLength went from 10 to 5.\n',
    );
    expect(text).toContain('1 breaking, 0 dangerous, 0 safe, 0 documentation\n');
  });

  it('ends with 0 where nothing is', () => {
    expect(difference([file('a.yaml', contract(5)), file('b.yaml', contract(10))]).code).toBe(0);
    expect(difference([file('a.yaml', contract(5)), file('b.yaml', contract(5))])).toEqual({
      code: 0,
      text: 'nothing changed in meaning\n',
      errors: '',
    });
  });

  it('tells programs the rule, the level and the operation of each change', () => {
    const { text } = difference(['--format', 'json', file('a.yaml', contract(10)), file('b.yaml', contract(5, 'new'))]);
    expect(JSON.parse(text)).toMatchObject({
      changes: [
        {
          ruleId: 'request-body-max-length-decreased',
          level: 'breaking',
          operation: 'POST',
          path: '/orders',
          before: 10,
          after: 5,
        },
        { ruleId: 'info-description-changed', level: 'documentation', operation: '', path: '' },
      ],
    });
  });

  it.each([
    ['no files', [], 'usage'],
    ['an unknown format', ['--format', 'morse', 'a.yaml', 'b.yaml'], 'usage'],
    ['an unknown option', ['--loud', 'a.yaml', 'b.yaml'], '--loud'],
    ['a file that is not there', ['/nowhere/a.yaml', '/nowhere/b.yaml'], '/nowhere/a.yaml'],
    ['a file of another kind', ['/etc/hostname', '/etc/hostname'], 'is neither YAML nor JSON'],
  ])('ends with 2 for %s', (_, args, why) => {
    const { code, text, errors } = difference(args);
    expect({ code, text }).toEqual({ code: 2, text: '' });
    expect(errors).toContain(why);
  });

  it('ends with 2, line and column for a document that cannot be read', () => {
    const { code, errors } = difference([file('a.yaml', 'openapi: ['), file('b.yaml', contract(5))]);
    expect(code).toBe(2);
    expect(errors).toMatch(/a\.yaml:1:\d+: /);
  });

  it('follows references to files beside it', () => {
    file('name.yaml', 'type: string\n');
    const text = "openapi: 3.1.0\ncomponents: { schemas: { Name: { $ref: './name.yaml' } } }\n";
    expect(difference([file('c.yaml', text), file('d.yaml', text)]).code).toBe(0);
  });
});
