import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { EstateProcess, until } from '../e2e/estate-process.js';

jest.setTimeout(120_000);

const dir = mkdtempSync(join(tmpdir(), 'throughline-redis-'));
const estate = new EstateProcess(15_200);
let server: ChildProcess;
let client: Redis;
let url: string;

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

beforeAll(async () => {
  const port = await freePort();
  url = `redis://127.0.0.1:${port}`;
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--dir', dir, '--save', '', '--appendonly', 'yes'];
  server = spawn('redis-server', options, { stdio: 'ignore' });
  client = new Redis(url, { maxRetriesPerRequest: null });
  await client.ping();
});

afterAll(async () => {
  client.disconnect();
  await estate.remove();
  server.kill();
  rmSync(dir, { recursive: true, force: true });
});

/** The data of every job any queue holds. */
async function jobs(): Promise<string[]> {
  const keys = await client.keys('bull:*');
  const types = await Promise.all(keys.map((key) => client.type(key)));
  const hashes = keys.filter((_key, at) => types[at] === 'hash');
  return (await Promise.all(hashes.map((key) => client.hget(key, 'data')))).filter((data) => data !== null);
}

describe('the estate on Redis', () => {
  it('refuses a Redis that may forget, naming each setting', async () => {
    await client.config('SET', 'appendonly', 'no');
    await client.config('SET', 'maxmemory-policy', 'allkeys-lru');
    expect(await estate.with({ REDIS_URL: url }).runToEnd('--once')).toBe(1);
    expect(estate.output).toContain('appendonly is "no"');
    expect(estate.output).toContain('maxmemory-policy is "allkeys-lru"');
    await client.config('SET', 'appendonly', 'yes');
    await client.config('SET', 'maxmemory-policy', 'noeviction');
  });

  it('does the same job to the cent, and its jobs hold ids only', async () => {
    estate.with({ REDIS_URL: url }).start();
    await estate.said('what to look at next');
    expect(estate.output).toContain('37 of 40 people are staffable, 5 of 8 won deals are mobilised');
    expect(estate.output).toContain('198,470.00 EUR and 378,798.48 USD');
    const held = await jobs();
    expect(held.length).toBeGreaterThan(0);
    expect(held.filter((data) => !/^{"runId":"[0-9a-f-]{36}"}$/.test(data))).toEqual([]);
  });

  it('loses nothing when everything in Redis is lost', async () => {
    await client.flushall();
    expect(await estate.cli('queue', 'rebuild')).toMatch(/^process-workforce: \d+ runs due, handed out again$/m);
    await estate.control('/actions/bamboohr/editEmployee', { number: '1014', fields: { customCostCenter: 'US-STR' } });
    await until(
      () => estate.cli('line', '1014'),
      (text) => text.includes('state completed'),
    );
  });
});
