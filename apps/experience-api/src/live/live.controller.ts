import { Controller, type MessageEvent, Req, Sse } from '@nestjs/common';
import { ApiHeader, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { LiveMessage } from '#contracts';
import { Endpoint } from '#platform';
import { LiveService } from './live.service.js';

/** Tells what changed, as it changes. */
@ApiTags('live')
@Controller('v1/live')
export class LiveController {
  constructor(private readonly live: LiveService) {}

  @Sse()
  @ApiProduces('text/event-stream')
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: 'Id of the last message somebody has; what they missed comes first',
    schema: { type: 'string', maxLength: 15 },
  })
  @Endpoint({
    summary: 'Server-sent events: what is worth reading again; goes on after Last-Event-ID',
    scope: 'portal.read',
    returns: LiveMessage,
  })
  getChanges(@Req() { headers }: FastifyRequest): Observable<MessageEvent> {
    const last = headers['last-event-id'];
    return this.live.listen(typeof last === 'string' && /^\d{1,15}$/.test(last) ? Number(last) : null);
  }
}
