import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Failure } from '#kernel';
import type { Caller } from '../auth/guard.js';

/** The caller's `Idempotency-Key`; a write without a usable one is refused (400). */
export function idempotencyKeyOf(request: FastifyRequest): string {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !/^[\w.:/-]{8,120}$/.test(key)) {
    throw new Failure('rejected', 'a write needs an Idempotency-Key of 8 to 120 letters, digits or . _ : / -', {
      code: 'idempotency-key-missing',
      remedy: 'send a new UUID with every new request, and the same one when you repeat it',
      fields: [{ field: 'Idempotency-Key', message: 'is missing or malformed' }],
    });
  }
  return key;
}

/** The caller's `Idempotency-Key`, for an operation that passes it on. */
export const IdempotencyKey = createParamDecorator((_data: unknown, context: ExecutionContext): string =>
  idempotencyKeyOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

/** Who calls, as the guard verified. */
export const CurrentCaller = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Caller =>
    context.switchToHttp().getRequest<FastifyRequest & { caller: Caller }>().caller,
);
