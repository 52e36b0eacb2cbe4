import { spawn } from 'node:child_process';
import { Redis } from 'ioredis';
import type { Writing } from './evidence.js';

/** A Redis server of the run's own. */
export interface RunningRedis {
  url: string;
  flush: () => Promise<unknown>;
  /** Everything it holds. */
  jobs: () => Promise<Writing[]>;
  close: () => Promise<void>;
}

export async function startRedis(dir: string, port: number): Promise<RunningRedis> {
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--dir', dir, '--save', '', '--appendonly', 'yes'];
  const server = spawn('redis-server', options, { stdio: 'ignore' });
  const failed = new Promise<never>((_resolve, reject) => server.once('error', reject));
  const url = `redis://127.0.0.1:${port}`;
  const client = new Redis(url, { maxRetriesPerRequest: null });
  client.on('error', () => undefined);
  await Promise.race([client.ping(), failed]);
  return {
    url,
    flush: () => client.flushall(),
    jobs: async () => {
      const held: string[] = [];
      for (const key of await client.keys('bull:*'))
        if ((await client.type(key)) === 'hash') held.push(JSON.stringify(await client.hgetall(key)));
      return [{ where: 'the jobs', text: held.join('\n'), allows: [] }];
    },
    close: async () => {
      client.disconnect();
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill();
      await ended;
    },
  };
}
