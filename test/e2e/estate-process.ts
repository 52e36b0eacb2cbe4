import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A change some caller made in a simulated product. */
export interface LedgerRow {
  position: number;
  simulator: string;
  operation: string;
  entity: string;
  id: string;
  by: string;
  correlationId: string | null;
  data: Record<string, unknown> | null;
}

/** The built estate as a process of its own, with a home and ports nobody else uses. */
export class EstateProcess {
  private child: ChildProcess | null = null;
  private extra: NodeJS.ProcessEnv = {};
  output = '';

  constructor(
    private readonly basePort: number,
    private readonly home = mkdtempSync(join(tmpdir(), 'throughline-e2e-')),
  ) {}

  /** Another one in the same home, on other ports. */
  beside(basePort: number): EstateProcess {
    return new EstateProcess(basePort, this.home);
  }

  get isRunning(): boolean {
    return this.child !== null && this.child.exitCode === null && this.child.signalCode === null;
  }

  get env(): NodeJS.ProcessEnv {
    return {
      ...process.env,
      THROUGHLINE_HOME: this.home,
      BASE_PORT: String(this.basePort),
      DATABASE_URL: '',
      REDIS_URL: '',
      NODE_ENV: 'test',
      ...this.extra,
    };
  }

  /** Further environment for what is started from now on. */
  with(extra: NodeJS.ProcessEnv): this {
    this.extra = extra;
    return this;
  }

  /** Starts it and returns at once; after its main job the firm rests unless a speed is said. */
  start(...args: string[]): ChildProcess {
    this.output = '';
    this.child = spawn(process.execPath, ['dist/tools/estate/main.js', '--speed', '0', ...args], {
      env: this.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const keep = (chunk: Buffer): void => void (this.output += chunk.toString());
    this.child.stdout!.on('data', keep);
    this.child.stderr!.on('data', keep);
    return this.child;
  }

  /** Starts it and waits for its end; answers the exit code. */
  async runToEnd(...args: string[]): Promise<number | null> {
    const child = this.start(...args);
    return new Promise((resolve) => child.once('exit', resolve));
  }

  /** Waits until the output holds a text. */
  async said(text: string): Promise<void> {
    for (let waited = 0; !this.output.includes(text); waited += 1) {
      if (waited > 1_200 || this.child?.exitCode !== null)
        throw new Error(`the estate never said "${text}":\n${this.output}`);
      await pause(50);
    }
  }

  async kill(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    if (!child || !this.isRunning) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  }

  /** A command of ours, run beside the estate. */
  async cli(
    name: 'line' | 'loan' | 'exceptions' | 'queue' | 'contracts' | 'chaos-report',
    ...args: string[]
  ): Promise<string> {
    const child = spawn(process.execPath, [`dist/tools/cli/${name}.js`, ...args], { env: this.env });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    await new Promise((resolve) => child.once('close', resolve));
    return output;
  }

  /** Asks the experience API as a program that may see money and people. */
  ask<T>(path: string, body?: object): Promise<T> {
    const scope = 'portal.read exceptions.resolve fields.confidential fields.personal';
    return this.call('experience', scope, `http://127.0.0.1:${this.basePort}${path}`, body);
  }

  /** Asks process-workforce as people operations do. */
  askWorkforce<T>(path: string, body?: object): Promise<T> {
    const url = `http://127.0.0.1:${this.basePort + 11}${path}`;
    return this.call('process', 'workers.read acquisitions.read acquisitions.write', url, body);
  }

  private async call<T>(audience: string, scope: string, url: string, body?: object): Promise<T> {
    const secret = readFileSync(join(this.home, 'secrets/command-line.client-secret'), 'utf8').trim();
    const granted = await fetch(`http://127.0.0.1:${this.basePort + 41}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`command-line:${secret}`).toString('base64')}` },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        resource: `urn:throughline:${audience}`,
        scope,
      }),
    });
    const { access_token: token } = (await granted.json()) as { access_token: string };
    const reply = await fetch(url, {
      headers: {
        authorization: `Bearer ${token}`,
        ...(body && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
      },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });
    if (!reply.ok) throw new Error(`${url}: ${reply.status} ${await reply.text()}`);
    return (await reply.json()) as T;
  }

  async control<T>(path: string, body?: object): Promise<T> {
    const url = `http://127.0.0.1:${this.basePort + 40}${path}`;
    const init = body && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    };
    const reply = await fetch(url, init);
    if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`);
    return (await reply.json()) as T;
  }

  /** No product misbehaves any more. */
  async heal(): Promise<void> {
    await fetch(`http://127.0.0.1:${this.basePort + 40}/faults`, { method: 'DELETE' });
  }

  /** Everything the vendors were asked to change. */
  ledger(): Promise<LedgerRow[]> {
    return this.control('/ledger?limit=10000');
  }

  async remove(): Promise<void> {
    await this.kill('SIGKILL');
    const { removeEmbeddedPostgres } = (await import('../../tools/postgres/embedded-postgres.js')) as {
      removeEmbeddedPostgres: (dir: string) => Promise<void>;
    };
    await removeEmbeddedPostgres(join(this.home, 'postgres'));
    await rm(this.home, { recursive: true, force: true });
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const patienceMs = 60_000;

/** Asks again until the answer is right. */
export async function until<T>(
  ask: () => Promise<T>,
  right: (answer: T) => boolean,
  everyMs = 100,
  patience = patienceMs,
): Promise<T> {
  for (const end = Date.now() + patience; ;) {
    const answer = await ask();
    if (right(answer)) return answer;
    if (Date.now() > end) throw new Error(`still not right: ${JSON.stringify(answer).slice(0, 2_000)}`);
    await pause(everyMs);
  }
}
