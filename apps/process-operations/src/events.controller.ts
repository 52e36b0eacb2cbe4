import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AppReplay, AppReplayRequest, AppSubscriptionList, Confirmation, EventPage, EventQuery } from '#contracts';
import { type Caller, CurrentCaller, Endpoint, IdempotencyKey } from '#platform';
import { EventLogRepository } from './event-log.repository.js';
import { ProcessApis } from './process-apis.js';
import { ReplayService } from './replay.service.js';

/** Everything that ever happened, who was told of it, and telling somebody again. */
@ApiTags('events')
@Controller('v1')
export class EventsController {
  constructor(
    private readonly log: EventLogRepository,
    private readonly apis: ProcessApis,
    private readonly replays: ReplayService,
  ) {}

  @Get('events')
  @Endpoint({ summary: 'Recorded events, oldest first', scope: 'events.read', returns: EventPage })
  listEvents(@Query() query: EventQuery): Promise<EventPage> {
    return this.log.list(query);
  }

  @Get('app-subscriptions')
  @Endpoint({
    summary: 'How far each subscriber of each process is, the one furthest behind first',
    scope: 'events.read',
    returns: AppSubscriptionList,
  })
  async listAppSubscriptions(): Promise<AppSubscriptionList> {
    const { items, missing } = await this.apis.all(async (app) =>
      (await this.apis.of(app).listSubscriptions({})).items.map((one) => ({ ...one, app })),
    );
    return { items: items.sort((a, b) => b.lagSeconds - a.lagSeconds || b.lagEvents - a.lagEvents), missing };
  }

  @Post('app-replays')
  @Endpoint({
    summary: 'Give events to one subscriber again, or say what it would make of them',
    scope: 'events.replay',
    status: 202,
    returns: AppReplay,
    writes: true,
  })
  replayAppEvents(
    @Body() request: AppReplayRequest,
    @IdempotencyKey() key: string,
    @CurrentCaller() caller: Caller,
  ): Promise<AppReplay> {
    return this.replays.request(request, key, caller);
  }

  @Get('app-replays/:id')
  @Endpoint({ summary: 'A replay, and how it stands with it', scope: 'events.read', returns: AppReplay })
  getAppReplay(@Param('id') id: string): Promise<AppReplay> {
    return this.replays.get(id);
  }

  @Post('app-replays/:id/confirmations')
  @Endpoint({
    summary: 'Confirm a replay somebody else asked for',
    scope: 'events.replay',
    status: 202,
    returns: AppReplay,
    writes: true,
  })
  confirmAppReplay(
    @Param('id') id: string,
    @IdempotencyKey() _key: string,
    @Body() { reason }: Confirmation,
    @CurrentCaller() caller: Caller,
  ): Promise<AppReplay> {
    return this.replays.confirm(id, reason, caller);
  }
}
