import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, type NestInterceptor, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { type Caller, returnsKey } from '#platform';
import { clearanceOf, maskedFor } from './audience.js';
import type { ConsumerLimits } from './consumer-limits.js';

const forAudience = 'throughline:for-audience';

/** What its routes answer is cut to what the reader may see, and carries an ETag. */
export const ForAudience = (): ClassDecorator => SetMetadata(forAudience, true);

/** These go on with the clock, and do not make an answer another one. */
const dating = new Set([
  'asOf',
  'lagSeconds',
  'ageSeconds',
  'seconds',
  'secondsLeft',
  'secondsToCutOff',
  'setUpSeconds',
]);

/** Counts the requests of each consumer; cuts views to their reader and spares who has seen them already. */
export class ViewInterceptor implements NestInterceptor {
  private readonly reflector = new Reflector();

  constructor(private readonly limits: ConsumerLimits) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest & { caller?: Caller }>();
    const { caller } = request;
    if (!caller) return next.handle();
    this.limits.take(caller.subject);
    const type = this.reflector.get<(new () => object) | undefined>(returnsKey, context.getHandler());
    if (!type || !this.reflector.get(forAudience, context.getClass())) return next.handle();
    const clearance = clearanceOf(caller);
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((answer: unknown) => {
        const shown = maskedFor(clearance, answer, type);
        if (request.method !== 'GET') return shown;
        const tag = etagOf(shown);
        void reply.header('etag', tag).header('cache-control', 'private, no-cache').header('vary', 'authorization');
        if (request.headers['if-none-match'] !== tag) return shown;
        void reply.code(304);
        return undefined;
      }),
    );
  }
}

/** Weak, for an answer is the same however old it is. */
function etagOf(answer: unknown): string {
  const text = JSON.stringify(answer, (key, value: unknown) => (dating.has(key) ? undefined : value));
  return `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
}
