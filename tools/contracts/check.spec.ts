import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { changelogBetween } from './changelog.js';
import { check } from './check.js';
import type { Outcome } from './outcome.js';

const api = (version: string, fields: string[], description = ''): string =>
  JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Orders', version, description },
    paths: {
      '/v1/orders': {
        get: {
          responses: {
            200: {
              description: 'Done',
              content: {
                'application/json': {
                  schema: {
                    type: 'object',
                    required: fields,
                    properties: Object.fromEntries(fields.map((name) => [name, { type: 'string' }])),
                  },
                },
              },
            },
          },
        },
      },
    },
  });

const noRegistry = () => Promise.reject(new Error('the registry was asked'));
const checked = (...args: string[]): Promise<Outcome> => check(args, noRegistry);
const changes = (...args: string[]): Promise<Outcome> => changelogBetween(args, noRegistry);

const home = process.cwd();
let folder: string;
const put = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const git = (...args: string[]): void => void execFileSync('git', args, { cwd: folder, stdio: 'ignore' });

/** A checkout whose `base` has orders 1.0.0 and parts 1.0.0; everything below happens after it. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'contracts-check-'));
  put('openapi/process/orders/v1.yaml', api('1.0.0', ['code', 'name']));
  put('openapi/process/parts/v1.yaml', api('1.0.0', ['code']));
  git('init', '-q');
  git('add', '.');
  git('-c', 'user.name=Ann', '-c', 'user.email=ann@example.com', 'commit', '-qm', 'base');
  git('tag', 'base');
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

describe('contracts check', () => {
  it('allows what is unchanged, and an addition with the number that says so', async () => {
    expect(await checked('--base', 'base')).toEqual({
      text: '2 contracts held against base: allowed\n',
      errors: '',
      code: 0,
    });
    put('openapi/process/orders/v1.yaml', api('1.1.0', ['code', 'name', 'size']));
    const { text, code } = await checked('--base', 'base');
    expect([code, text]).toEqual([
      0,
      'allowed  process/orders/v1  1.0.0 → 1.1.0\n2 contracts held against base: allowed\n',
    ]);
  });

  it('refuses what breaks callers, in every format', async () => {
    put('openapi/process/orders/v1.yaml', api('1.1.0', ['code']));
    const said = async (format: string): Promise<string> => {
      const { text, code } = await checked('--base', 'base', '--format', format);
      expect(code).toBe(1);
      return text;
    };
    expect(await said('text')).toContain('refused  process/orders/v1  1.0.0 → 1.1.0\n  breaking-change: ');
    expect(await said('markdown')).toContain('**The policy refuses it.**');
    expect(await said('html')).toMatch(/^<!doctype html>[\s\S]*The policy refuses it/);
    expect(JSON.parse(await said('json'))).toMatchObject({ checked: [{ allowed: false }, { allowed: true }] });
    expect(JSON.parse(await said('sarif')).runs[0].results).toMatchObject([{ level: 'error' }]);
  });

  it('refuses the wrong number, also where it shows no finding', async () => {
    put('openapi/process/orders/v1.yaml', `${api('1.0.0', ['code', 'name'])}\n`);
    const { text, code } = await checked('--base', 'base', '--format', 'markdown');
    expect(code).toBe(1);
    expect(text).toContain('what changed asks for 1.0.1');
  });

  it('does not let a contract vanish that was never retired, unless somebody answers for it', async () => {
    unlinkSync('openapi/process/parts/v1.yaml');
    const refused = await checked('--base', 'base');
    expect([refused.code, refused.text]).toEqual([
      1,
      expect.stringContaining('refused  process/parts/v1  1.0.0 → gone\n  before-sunset: '),
    ]);
    const expires = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const facts = `contract: process/parts/v1\nrule: before-sunset\nowner: pmo\nreason: nobody ever called it\n`;
    put('openapi/exemptions/parts.yaml', `${facts}expires: ${expires}\n`);
    expect((await checked('--base', 'base')).text).toContain('before-sunset: exempted by exemptions/parts.yaml');
    put('openapi/exemptions/parts.yaml', `${facts}expires: 2020-01-01\n`);
    expect(await checked('--base', 'base')).toMatchObject({
      code: 1,
      text: expect.stringContaining('exemptions/parts.yaml: expires ended on 2020-01-01'),
    });
  });

  it('takes a folder, and one document of a git ref, for the base', async () => {
    put('openapi/process/orders/v1.yaml', api('1.0.1', ['code', 'name'], 'Orders.'));
    expect(await checked('--base', folder)).toMatchObject({ code: 0 });
    expect(await checked('--base', 'base:openapi/process/orders/v1.yaml')).toMatchObject({
      code: 0,
      text: 'allowed  process/orders/v1  1.0.0 → 1.0.1\n1 contracts held against base:openapi/process/orders/v1.yaml: allowed\n',
    });
  });

  it.each([
    ['no base', [], 'usage'],
    ['an unknown format', ['--base', 'base', '--format', 'morse'], 'usage'],
    ['an unknown option', ['--loud'], '--loud'],
    ['a ref git does not know', ['--base', 'nowhere'], 'nowhere: is neither'],
    ['a ref that is an option of git', ['--base', '--output=x'], 'base'],
    ['a document that is no contract of ours', ['--base', 'base:openapi/process/other/v1.yaml'], 'other/v1.yaml'],
  ])('ends with 2 for %s', async (_what, args, why) => {
    const { code, text, errors } = await checked(...args);
    expect({ code, text }).toEqual({ code: 2, text: '' });
    expect(errors).toContain(why);
  });
});

describe('contracts changelog', () => {
  it('tells consumers what changed, the worst first, and leaves out what did not', async () => {
    put('openapi/process/orders/v1.yaml', api('1.1.0', ['code', 'size'], 'Orders.'));
    put('openapi/process/bills/v1.yaml', api('1.0.0', ['code']));
    const { text, code } = await changes('base');
    expect(code).toBe(0);
    expect(text.match(/^##.*/gm)).toEqual([
      '## Orders (process/bills/v1) 1.0.0',
      '## Orders (process/orders/v1) 1.0.0 → 1.1.0',
      '### Breaking: move before you take it',
      '### Added and relaxed',
      '### Documentation',
    ]);
    expect(text).toContain('\nNew.\n');
  });

  it('compares two documents whatever they are called', async () => {
    put('new.yaml', api('2.0.0', ['code', 'name', 'size']));
    expect((await changes('base:openapi/process/orders/v1.yaml', 'new.yaml')).text).toMatch(
      /^## Orders \(new\) 1\.0\.0 → 2\.0\.0\n\n### Added and relaxed\n\n- GET \/v1\/orders: /,
    );
  });

  it('says so where nothing changed, and explains itself', async () => {
    expect((await changes('base')).text).toBe('Nothing changed.\n');
    expect(await changes()).toMatchObject({ code: 2, errors: expect.stringContaining('usage') });
  });
});
