import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';
import { currentContext } from './context.js';

/**
 * Structured logs. Only the fields named here are ever written, so a record that slips into a call cannot take a
 * salary or a token with it.
 */
const allowed = [
  'app',
  'instance',
  'platform',
  'operation',
  'workflow',
  'runId',
  'step',
  'kind',
  'code',
  'status',
  'ms',
  'count',
  'eventType',
  'subject',
  'reason',
] as const;

export type LogFields = Partial<Record<(typeof allowed)[number], string | number | null>>;

export class AppLogger implements LoggerService {
  private readonly out: Logger;

  constructor(app: string, level: string) {
    this.out = pino({ level, base: { app }, timestamp: pino.stdTimeFunctions.isoTime });
  }

  info(message: string, fields: LogFields = {}): void {
    this.out.info(this.line(fields), message);
  }

  problem(message: string, fields: LogFields = {}): void {
    this.out.warn(this.line(fields), message);
  }

  defect(message: string, error: unknown, fields: LogFields = {}): void {
    const stack = error instanceof Error ? error.stack : String(error);
    this.out.error({ ...this.line(fields), stack }, message);
  }

  log(message: unknown, context?: unknown): void {
    this.out.debug({ context }, String(message));
  }

  warn(message: unknown, context?: unknown): void {
    this.out.warn({ context }, String(message));
  }

  error(message: unknown, stack?: unknown, context?: unknown): void {
    this.out.error({ stack, context }, String(message));
  }

  private line(fields: LogFields): Record<string, unknown> {
    const picked = allowed.filter((name) => fields[name] !== undefined).map((name) => [name, fields[name]]);
    return { correlationId: currentContext().correlationId, ...Object.fromEntries(picked) };
  }
}
