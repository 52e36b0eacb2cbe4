import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { difference as differenceOf } from './difference.js';

/** No document here is asked of the registry. */
const difference = (args: string[]) => differenceOf(args, () => Promise.reject(new Error('the registry was asked')));

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

  it('ends with 1 and says who is hurt where something is breaking', async () => {
    const { code, text, errors } = await difference([file('a.yaml', contract(10)), file('b.yaml', contract(5))]);
    expect({ code, errors }).toEqual({ code: 1, errors: '' });
    expect(text).toContain(
      'breaking      POST /orders\n  A consumer that goes on sending the body as it did can be refused: maxLength went from 10 to 5.\n',
    );
    expect(text).toContain('1 breaking, 0 dangerous, 0 safe, 0 documentation\n');
  });

  it('ends with 0 where nothing is', async () => {
    expect((await difference([file('a.yaml', contract(5)), file('b.yaml', contract(10))])).code).toBe(0);
    expect(await difference([file('a.yaml', contract(5)), file('b.yaml', contract(5))])).toEqual({
      code: 0,
      text: 'nothing changed in meaning\n',
      errors: '',
    });
  });

  it('takes two majors for one API where it is told so', async () => {
    const files = [file('a.yaml', contract(5)), file('b.yaml', contract(5).replace('/orders:', '/v2/orders:'))];
    expect((await difference(files)).code).toBe(1);
    expect(await difference(['--across-majors', ...files])).toMatchObject({
      code: 0,
      text: 'nothing changed in meaning\n',
    });
  });

  it.each([
    ['markdown', /^# .*a\.yaml → .*b\.yaml\n/],
    ['html', /^<!doctype html>/],
    ['sarif', /"version": "2\.1\.0"/],
  ])('prints %s where asked to', async (format, expected) => {
    const { text, code } = await difference([
      '--format',
      format,
      file('a.yaml', contract(10)),
      file('b.yaml', contract(5)),
    ]);
    expect(text).toMatch(expected);
    expect(code).toBe(1);
  });

  it('tells programs the rule, the level and the operation of each change', async () => {
    const { text } = await difference([
      '--format',
      'json',
      file('a.yaml', contract(10)),
      file('b.yaml', contract(5, 'new')),
    ]);
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
  ])('ends with 2 for %s', async (_, args, why) => {
    const { code, text, errors } = await difference(args);
    expect({ code, text }).toEqual({ code: 2, text: '' });
    expect(errors).toContain(why);
  });

  it('ends with 2, line and column for a document that cannot be read', async () => {
    const { code, errors } = await difference([file('a.yaml', 'openapi: ['), file('b.yaml', contract(5))]);
    expect(code).toBe(2);
    expect(errors).toMatch(/a\.yaml:1:\d+: /);
  });

  it('follows references to files beside it', async () => {
    file('name.yaml', 'type: string\n');
    const text = "openapi: 3.1.0\ncomponents: { schemas: { Name: { $ref: './name.yaml' } } }\n";
    expect((await difference([file('c.yaml', text), file('d.yaml', text)])).code).toBe(0);
  });
});
