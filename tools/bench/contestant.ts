import { Agent, request } from 'node:http';

/** One contestant's measurement of itself, from the first workflow begun to the last one done. */
export interface Measured {
  seconds: number;
  cpuSeconds: number;
  /** How long each workflow took from the beginning of its first step to its end, in milliseconds. */
  latencies: number[];
}

export interface Task {
  databaseUrl: string;
  redisUrl: string | null;
  stubUrl: string;
  workflows: number;
  inFlight: number;
}

/** The four calls a workflow makes; a fifth step makes none. */
export const calls = ['read the deal', 'create the project', 'create the workspace', 'tell the scheduler'];

const agent = new Agent({ keepAlive: true });

/** A plain request over a kept connection: `fetch` would cost each contestant more than what is measured. */
export function callStub(stubUrl: string, key: string): Promise<{ id: string }> {
  return new Promise((resolve, reject) => {
    const headers = { 'idempotency-key': key, 'content-length': 2 };
    const call = request(stubUrl, { method: 'POST', agent, headers }, (reply) => {
      let body = '';
      reply.setEncoding('utf8').on('data', (part: string) => (body += part));
      reply.on('error', reject).on('end', () => {
        if (reply.statusCode === 200) resolve(JSON.parse(body) as { id: string });
        else reject(new Error(`the stub answered ${reply.statusCode}`));
      });
    });
    call.on('error', reject).end('{}');
  });
}

/** Runs a contestant as a process of its own: takes its task from the parent, answers what it measured, ends. */
export function compete(run: (task: Task) => Promise<Measured>): void {
  process.once('message', (task: Task) => {
    run(task).then(
      (measured) => process.send!(measured, () => process.exit(0)),
      (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
        process.exit(1);
      },
    );
  });
}

/** Times a piece of work on the wall and on the processor. */
export async function timed(work: () => Promise<number[]>): Promise<Measured> {
  const cpu = process.cpuUsage();
  const began = performance.now();
  const latencies = await work();
  const seconds = (performance.now() - began) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  return { seconds, cpuSeconds: (user + system) / 1_000_000, latencies };
}

/** Begins `count` pieces of work with never more than `inFlight` at a time; answers how long each took. */
export async function spread(count: number, inFlight: number, one: (at: number) => Promise<void>): Promise<number[]> {
  const latencies: number[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let at = next++; at < count; at = next++) {
      const began = performance.now();
      await one(at);
      latencies.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
  return latencies;
}
