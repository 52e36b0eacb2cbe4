import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, type WriteStream } from 'node:fs';
import { newId } from '#kernel';
import type { Answer, Order, Question } from './orders.js';

const entry = 'dist/tools/crash/gateway.js';

/** One copy of the gateway; whatever ends it, it is started again and told again what it is to do. */
export class GatewayProcess {
  /** Times it ended although no fault was to end it. */
  readonly collapses: string[] = [];
  isUp = false;
  private child: ChildProcess | null = null;
  private closing = false;
  private said = '';
  private readonly log: WriteStream;
  private readonly waiting = new Map<string, (answer: Answer) => void>();

  constructor(
    readonly name: string,
    private readonly env: NodeJS.ProcessEnv,
    home: string,
    /** What is armed when it starts. */
    private readonly orders: () => Order[],
  ) {
    this.log = createWriteStream(`${home}/${name}.log`, { flags: 'a' });
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  start(): void {
    const child = spawn(process.execPath, [entry], { env: this.env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    this.child = child;
    this.said = '';
    const keep = (chunk: Buffer): void => {
      this.log.write(chunk);
      this.said = (this.said + chunk.toString()).slice(-2_000);
    };
    child.stdout!.on('data', keep);
    child.stderr!.on('data', keep);
    child.on('message', (answer: Answer) => this.hear(answer));
    child.once('close', (code, signal) => this.ended(signal ?? `exit ${code}`));
    for (const order of this.orders()) child.send({ id: newId(), arm: order } satisfies Question);
  }

  /** Resolves with its answer; with nothing where it ends meanwhile. One that is starting hears it, and is not waited for. */
  ask(question: Question): Promise<Answer['hits']> {
    const { child } = this;
    if (!child?.connected) return Promise.resolve({});
    const answered = new Promise<Answer['hits']>((resolve) => {
      this.waiting.set(question.id, ({ hits }) => resolve(hits));
      child.send(question, (error) => error && this.hear({ id: question.id, hits: {} }));
    });
    return this.isUp ? answered : Promise.resolve({});
  }

  revive(): void {
    this.child?.kill('SIGCONT');
  }

  async close(): Promise<void> {
    this.closing = true;
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGKILL');
    await ended;
  }

  private hear(answer: Answer): void {
    if (answer.id === 'up') this.isUp = true;
    this.waiting.get(answer.id)?.(answer);
    this.waiting.delete(answer.id);
  }

  private ended(how: string): void {
    this.isUp = false;
    for (const id of this.waiting.keys()) this.hear({ id, hits: {} });
    if (this.closing) return;
    if (how !== 'SIGKILL') this.collapses.push(`${this.name} ended by itself (${how}): ${this.said}`);
    this.start();
  }
}
