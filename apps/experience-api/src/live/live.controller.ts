import { Controller, Headers, type MessageEvent, Sse } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
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
  @Endpoint({
    summary: 'Server-sent events: what is worth reading again; goes on after Last-Event-ID',
    scope: 'portal.read',
    returns: LiveMessage,
  })
  followLive(@Headers('last-event-id') last?: string): Observable<MessageEvent> {
    return this.live.listen(last !== undefined && /^\d{1,15}$/.test(last) ? Number(last) : null);
  }
}
