import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EstateProcess } from './estate-process.js';

jest.setTimeout(60_000);

const folder = mkdtempSync(join(tmpdir(), 'throughline-bad-'));
const example = 'examples/meridian-consulting/estate.yaml';
const basePort = 15_400;
const estate = new EstateProcess(basePort);

afterAll(async () => {
  await estate.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** Starts with a wrong environment; answers what was said, once it has ended with 1. */
async function refusal(env: NodeJS.ProcessEnv): Promise<string> {
  expect(await estate.with(env).runToEnd('--once')).toBe(1);
  expect(estate.output).not.toMatch(/^\s+at .*\(/m);
  return estate.output;
}

describe('a start that cannot be', () => {
  it('names the port that is taken and what to set', async () => {
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(basePort + 24, '127.0.0.1', resolve));
    const said = await refusal({});
    await new Promise((resolve) => holder.close(resolve));
    expect(said).toContain(`port ${basePort + 24} is taken`);
    expect(said).toContain('BASE_PORT');
  });

  it.each([
    ['issuer', 41],
    ['vendor sandbox', 53],
    ['sandbox control', 40],
  ])('names the port of the %s where that is taken', async (_what, offset) => {
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(basePort + offset, '127.0.0.1', resolve));
    const said = await refusal({});
    await new Promise((resolve) => holder.close(resolve));
    expect(said).toContain(`port ${basePort + offset} is taken`);
  });

  it('leaves an estate alone that is running from the same home', async () => {
    const first = new EstateProcess(basePort + 100);
    first.start('--quiet');
    await first.said('what to look at next');
    for (const args of [['--once'], ['--once', '--reset']]) {
      const second = first.beside(basePort + 200);
      expect(await second.runToEnd(...args)).toBe(1);
      expect(second.output).toContain('an estate is already running');
    }
    expect(await first.cli('line', 'OPP-101')).toContain('OPP-101');
    expect(first.isRunning).toBe(true);
    await first.remove();
  });

  it('lists everything wrong with estate.yaml, each with its line', async () => {
    const broken = readFileSync(example, 'utf8')
      .replace('currency: USD', 'currency: dollars')
      .replace('crm: salesforce', 'crm: salesfarce')
      .replace('changesSince: 2026-01-01', 'changesSince: last year');
    const file = join(folder, 'estate.yaml');
    writeFileSync(file, broken);
    const said = await refusal({ ESTATE_FILE: file });
    expect(said).toMatch(/estate\.yaml:\d+ legalEntities\.0\.currency must be an ISO 4217 code/);
    expect(said).toMatch(/estate\.yaml:\d+ routing\.crm/);
    expect(said).toMatch(/estate\.yaml:\d+ instances\.0\.changesSince must be a date/);
  });

  it('says that there is no such estate.yaml', async () => {
    expect(await refusal({ ESTATE_FILE: join(folder, 'none.yaml') })).toContain('none.yaml does not exist');
  });

  it('says which database cannot be reached', async () => {
    expect(await refusal({ DATABASE_URL: 'postgres://127.0.0.1:9/none' })).toContain('check DATABASE_URL');
  });

  it('says where it may not write', async () => {
    const said = await refusal({ THROUGHLINE_HOME: '/dev/null/home' });
    expect(said).toContain('cannot write to /dev/null/home');
    expect(said).toContain('DATABASE_URL');
  });

  it('says what a port is', async () => {
    expect(await refusal({ BASE_PORT: 'soon' })).toContain('BASE_PORT "soon" is not a port');
  });

  it('names each line of the firm’s files that cannot be read', async () => {
    expect(await refusal({ FIRM_DIR: folder, ESTATE_FILE: example })).toContain('workers.csv');
  });
});

describe('an app started alone', () => {
  const alone = (args: string[], env: NodeJS.ProcessEnv = {}) =>
    spawnSync(process.execPath, ['dist/tools/cli/app.js', ...args], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, ...env },
      timeout: 20_000,
    });

  it('says everything it is missing, and what each is', () => {
    const { status, stderr } = alone(['system-netsuite']);
    expect(status).toBe(1);
    for (const name of ['DATABASE_URL', 'ISSUER_URL', 'ESTATE_FILE']) expect(stderr).toContain(`- ${name} `);
  });

  it('names the secrets its instance refers to', () => {
    const { status, stderr } = alone(['system-netsuite'], {
      DATABASE_URL: process.env.TEST_DATABASE_URL,
      ISSUER_URL: 'http://127.0.0.1:9',
      ESTATE_FILE: example,
      SECRETS_DIR: folder,
    });
    expect(status).toBe(1);
    for (const name of ['clientId', 'certificateId', 'privateKey']) expect(stderr).toContain(`- ${name} `);
  });

  it('is told which apps there are', () => {
    const { status, stdout } = alone(['system-nothing']);
    expect([status, stdout]).toEqual([2, expect.stringContaining('system-netsuite')]);
  });
});
