import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Failure } from '#kernel';
import { AppLogger, classified } from '#platform';
import { staleVersion } from './refusals.js';
import { json } from './representation.js';

/** Failures in the words of RFC 7644, 3.12. */
@Catch()
@Injectable()
export class Errors implements ExceptionFilter {
  constructor(private readonly logger: AppLogger) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const failure = thrown instanceof HttpException ? null : classified(thrown);
    if (failure?.kind === 'defect') this.logger.defect('request failed', thrown);
    const status = failure ? statusOf(failure) : (thrown as HttpException).getStatus();
    if (status === 401) void reply.header('www-authenticate', 'Bearer');
    const scimType = status === 400 || status === 409 ? failure?.detail.code : undefined;
    void reply
      .code(status)
      .type(json)
      .send({
        schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
        status: String(status),
        ...(scimType && { scimType }),
        detail: failure?.kind === 'defect' ? 'something went wrong on our side' : (thrown as Error).message,
      });
  }
}

/** What got no answer from our own database may have been stored: the client's next look shows it. */
function statusOf({ kind, status, detail }: Failure): number {
  if (kind === 'rejected') return 400;
  if (kind === 'outcome-unknown') return 503;
  return detail.code === staleVersion ? 412 : status;
}
