import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { catchError, concatMap, from, Observable, of, throwError } from 'rxjs';
import { Failure, fingerprint } from '#kernel';
import { writesKey } from '../auth/endpoint.js';
import type { Caller } from '../auth/guard.js';
import { idempotencyKeyOf } from './idempotency-key.js';
import { underKey } from './once.js';
import type { IdempotencyRepository, KeyedRequest, KnownRequest } from './idempotency.repository.js';

/** Longer than any write may run; a process that died in one blocks its key no longer than this. */
const patienceMs = 60_000;

/**
 * Does a write once per key and caller, and answers its repeats with the stored answer. Another request under the same
 * key is refused (422), one that comes while the first still runs is asked to come back (409). System APIs keep keys in
 * their effect ledger instead, together with what happened at the vendor. What the write does is committed by `once`.
 */
export class IdempotencyInterceptor implements NestInterceptor {
  private readonly reflector = new Reflector();

  constructor(private readonly requests: IdempotencyRepository) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    if (!this.reflector.get<boolean | undefined>(writesKey, context.getHandler())) return next.handle();
    const http = context.switchToHttp();
    const request = keyed(http.getRequest<FastifyRequest & { caller: Caller }>());
    const known = await this.requests.begin(request, patienceMs);
    if (known) {
      void http.getResponse<FastifyReply>().header('idempotency-replayed', 'true');
      return of(storedAnswer(known, request));
    }
    const handled = new Observable((subscriber) => underKey(request, () => next.handle().subscribe(subscriber)));
    return handled.pipe(
      concatMap((answer: unknown) => from(this.requests.answer(request, answer).then(() => answer))),
      catchError((error: unknown) =>
        from(this.requests.failed(request)).pipe(
          // A key that cannot be freed now is free when its patience ends; the first failure is the one to tell.
          catchError(() => of(null)),
          concatMap(() => throwError(() => error)),
        ),
      ),
    );
  }
}

const keyed = (request: FastifyRequest & { caller: Caller }): KeyedRequest => ({
  caller: request.caller.subject,
  key: idempotencyKeyOf(request),
  fingerprint: fingerprint([request.method, request.url, request.body ?? null]),
});

function storedAnswer(known: KnownRequest, { key, fingerprint: print }: KeyedRequest): unknown {
  if (known.fingerprint !== print) {
    throw new Failure('rejected', `idempotency key "${key}" was used for another request`, {
      code: 'idempotency-key-reused',
      remedy: 'use a new key for a new request',
    });
  }
  if (known.answered) return known.answer;
  throw new Failure('conflict', `the request with idempotency key "${key}" is still running`, {
    code: 'in-progress',
    retryAfterMs: 1_000,
  });
}
