import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const entry = 'dist/tools/chaos/apps.js';
const upMark = 'all apps answer';
const restartMs = 500;
const longestStartMs = 60_000;
const longestAnswerMs = 10_000;
/** Without its database an app does not start, and whoever runs it tries again; more often than this is a fault of ours. */
const mostFailedStarts = 5;

/** Some apps of the gateway in a process that may be killed and paused; whatever ends it, it is started again. */
export class GatewayProcess {
  /** Times it ended although nobody killed it, each with the last it said. */
  readonly collapses: string[] = [];
  private child: ChildProcess | null = null;
  private closing = false;
  private killed = false;
  private failedStarts = 0;
  private clockMs = 0;
  private wasUp = false;
  private said = '';
  private resumeTimer: NodeJS.Timeout | undefined;

  constructor(
    readonly name: string,
    private readonly apps: string[],
    private readonly env: NodeJS.ProcessEnv,
    readonly logFile: string,
    /** Where one of its apps listens. */
    private readonly address: string,
  ) {}

  get isUp(): boolean {
    return this.child?.exitCode === null && this.child.signalCode === null && this.wasUp;
  }

  start(): void {
    this.said = '';
    this.wasUp = false;
    this.killed = false;
    const log = createWriteStream(this.logFile, { flags: 'a' });
    const env = { ...this.env, CHAOS_CLOCK_MS: String(this.clockMs) };
    const child = spawn(process.execPath, [entry, ...this.apps], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.child = child;
    const keep = (chunk: Buffer): void => {
      log.write(chunk);
      this.said = (this.said + chunk.toString()).slice(-4_000);
      this.wasUp ||= this.said.includes(upMark);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('close', (code, signal) => {
      log.end();
      if (this.closing) return;
      if (!this.killed) this.ended(code ?? signal);
      setTimeout(() => !this.closing && this.start(), restartMs);
    });
  }

  private ended(how: number | string | null): void {
    this.failedStarts = this.wasUp ? 0 : this.failedStarts + 1;
    if (this.failedStarts === 0 || this.failedStarts > mostFailedStarts)
      this.collapses.push(`${this.name} ended by itself (${how}): ${this.said.slice(-1_500)}`);
  }

  async up(): Promise<void> {
    for (const until = Date.now() + longestStartMs; !this.isUp; await pause(50))
      if (Date.now() > until) throw new Error(`${this.name} did not come up: ${this.said}`);
  }

  /** SIGKILL, and a start with the right time; false where there is nothing to kill. */
  kill(): boolean {
    return this.skew(0);
  }

  /** SIGKILL, and a start with a clock that is this far ahead. */
  skew(aheadMs: number): boolean {
    if (!this.isUp) return false;
    this.killed = true;
    this.failedStarts = 0;
    this.clockMs = aheadMs;
    return this.child!.kill('SIGKILL');
  }

  get isSkewed(): boolean {
    return this.clockMs !== 0;
  }

  /** SIGSTOP for a while: everything it holds goes on elsewhere, and then it wakes up. */
  freeze(ms: number): boolean {
    if (!this.isUp || this.resumeTimer) return false;
    const frozen = this.child!;
    this.resumeTimer = setTimeout(() => this.thaw(frozen), ms);
    return frozen.kill('SIGSTOP');
  }

  thaw(child = this.child): void {
    clearTimeout(this.resumeTimer);
    this.resumeTimer = undefined;
    child?.kill('SIGCONT');
  }

  /** Once everything is healed: what spins or is stuck listens, and says nothing. */
  async mustAnswer(): Promise<void> {
    const signal = AbortSignal.timeout(longestAnswerMs);
    const isOk = await fetch(`${this.address}/live`, { signal }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (!isOk) this.collapses.push(`${this.name} does not answer: ${this.said.slice(-1_500)}`);
  }

  async close(): Promise<void> {
    this.closing = true;
    this.thaw();
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), 20_000);
    await ended;
    clearTimeout(late);
  }
}
