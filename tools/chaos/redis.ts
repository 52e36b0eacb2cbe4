import { type ChildProcess, spawn } from 'node:child_process';
import { Redis } from 'ioredis';
import type { Writing } from './evidence.js';

/** A Redis server of the run's own. */
export interface RunningRedis {
  url: string;
  flush: () => Promise<unknown>;
  /** SIGKILL, and a start from its append-only file: the last second may be gone. */
  kill: () => Promise<void>;
  /** Everything it holds. */
  jobs: () => Promise<Writing[]>;
  close: () => Promise<void>;
}

export async function startRedis(dir: string, port: number): Promise<RunningRedis> {
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--dir', dir, '--save', '', '--appendonly', 'yes'];
  const launch = (): ChildProcess => spawn('redis-server', options, { stdio: 'ignore' });
  let server = launch();
  const failed = new Promise<never>((_resolve, reject) => server.once('error', reject));
  const url = `redis://127.0.0.1:${port}`;
  const client = new Redis(url, { maxRetriesPerRequest: null });
  client.on('error', () => undefined);
  await Promise.race([client.ping(), failed]);
  return {
    url,
    flush: () => client.flushall(),
    kill: async () => {
      await end(server, 'SIGKILL');
      server = launch();
      await client.ping();
    },
    jobs: async () => {
      const held: string[] = [];
      for (const key of await client.keys('bull:*'))
        if ((await client.type(key)) === 'hash') held.push(JSON.stringify(await client.hgetall(key)));
      return [{ where: 'the jobs', text: held.join('\n'), allows: [] }];
    },
    close: async () => {
      client.disconnect();
      await end(server, 'SIGTERM');
    },
  };
}

async function end(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill(signal);
  await ended;
}
