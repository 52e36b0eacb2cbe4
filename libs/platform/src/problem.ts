import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Failure, type FailureKind, failureKinds } from '#kernel';
import { classified } from './classified.js';
import { currentContext } from './context.js';
import type { AppLogger } from './logger.js';

/** Nothing of a problem is confidential: who may call may know why not. */
const Told = (facts: object): PropertyDecorator => ApiProperty({ ...facts, 'x-classification': 'internal' } as never);

/** One field that is wrong. */
export class ProblemField {
  @Told({ description: 'Where the value stands', type: String, maxLength: 300 })
  field!: string;

  @Told({ description: 'What is wrong with it', type: String, maxLength: 1000 })
  message!: string;
}

/** RFC 9457 problem details; `kind` says what the caller can do next. */
export class Problem {
  @Told({ description: 'Identifies the kind of problem', type: String, format: 'uri-reference', maxLength: 200 })
  type!: string;

  @Told({ description: 'The kind in words', type: String, maxLength: 200 })
  title!: string;

  @Told({ description: 'HTTP status', type: 'integer', minimum: 400, maximum: 599 })
  status!: number;

  @Told({ description: 'What happened and to which record', type: String, maxLength: 2000 })
  detail!: string;

  @Told({ description: 'Decides the next action', enum: Object.keys(failureKinds) })
  kind!: string;

  @Told({
    description: 'Stable name of the rule or code behind it',
    type: String,
    nullable: true,
    maxLength: 120,
  })
  code!: string | null;

  @Told({ description: 'What to do about it', type: String, nullable: true, maxLength: 1000 })
  remedy!: string | null;

  @Told({ description: 'Follows the work through every system', type: String, maxLength: 120 })
  correlationId!: string;

  @Told({ description: 'Every field that is wrong', type: () => ProblemField, isArray: true, maxItems: 200 })
  errors!: ProblemField[];
}

export function problemOf(failure: Failure): Problem {
  const { status, title } = failureKinds[failure.kind];
  return {
    type: `/problems/${failure.kind}`,
    title,
    status,
    detail:
      failure.kind === 'defect' ? 'Something went wrong on our side; the correlation id finds it' : failure.message,
    kind: failure.kind,
    code: failure.detail.code ?? null,
    remedy: failure.detail.remedy ?? null,
    correlationId: currentContext().correlationId,
    errors: failure.detail.fields ?? [],
  };
}

/** The Failure a problem reply of one of our own APIs stands for. */
export function failureOf(problem: Partial<Problem>, status: number, retryAfter: string | null): Failure {
  const kind = problem.kind && problem.kind in failureKinds ? (problem.kind as FailureKind) : kindOfStatus(status);
  const retryAfterMs = retryAfter ? Math.round(Number(retryAfter) * 1000) : undefined;
  return new Failure(kind, problem.detail ?? `HTTP ${status}`, {
    ...(problem.code && { code: problem.code }),
    ...(problem.remedy && { remedy: problem.remedy }),
    ...(problem.errors && { fields: problem.errors }),
    ...(retryAfterMs !== undefined && Number.isFinite(retryAfterMs) && { retryAfterMs }),
  });
}

function kindOfStatus(status: number): FailureKind {
  if (status === 401 || status === 403) return 'forbidden';
  const found = Object.entries(failureKinds).find(([, facts]) => facts.status === status);
  return found ? (found[0] as FailureKind) : status >= 500 ? 'unavailable' : 'rejected';
}

/** Refusals of a request that could not even be read, or is no request of this API: HTTP has its own names for them. */
const transportStatus: Record<string, number> = {
  'malformed-body': 400,
  'idempotency-key-missing': 400,
  retired: 410,
  'body-too-large': 413,
  'unsupported-media-type': 415,
};

const transportCode = (status: number): string | undefined =>
  Object.keys(transportStatus).find((name) => transportStatus[name] === status);

/** The only place where a Failure becomes HTTP. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: AppLogger) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const failure = thrown instanceof HttpException ? fromHttp(thrown) : fromFastify(thrown);
    if (failure.kind === 'defect') this.logger.defect('request failed', thrown);
    const problem = problemOf(failure);
    const status =
      thrown instanceof HttpException ? thrown.getStatus() : (transportStatus[problem.code ?? ''] ?? problem.status);
    if (failure.detail.retryAfterMs !== undefined) {
      void reply.header('retry-after', String(Math.ceil(failure.detail.retryAfterMs / 1000)));
    }
    void reply
      .code(status)
      .type('application/problem+json')
      .send({ ...problem, status });
  }
}

/** Nest's own refusals (unknown route or method, a body it could not read) keep their status. */
function fromHttp(thrown: HttpException): Failure {
  const code = transportCode(thrown.getStatus());
  return new Failure(kindOfStatus(thrown.getStatus()), thrown.message, code ? { code } : {});
}

/** Fastify refuses oversized and malformed bodies before a controller sees them. */
function fromFastify(thrown: unknown): Failure {
  const status = (thrown as { statusCode?: number }).statusCode;
  if (!(thrown instanceof Failure) && typeof status === 'number' && status >= 400 && status < 500) {
    return new Failure('rejected', (thrown as Error).message, { code: transportCode(status) ?? 'malformed-body' });
  }
  return classified(thrown);
}
