import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AppReplay, AppReplayRequest, AppSubscriptionList, Confirmation } from '#contracts';
import { type Caller, CurrentCaller, Endpoint, IdempotencyKey } from '#platform';
import { ForAudience } from '../http/view.interceptor.js';
import { Sources } from '../sources.js';

/** Giving events to one subscriber again; caps and the second person are the process API's. */
@ApiTags('replays')
@ForAudience()
@Controller('v1')
export class ReplaysController {
  constructor(private readonly sources: Sources) {}

  @Get('subscribers')
  @Endpoint({
    summary: 'Who is told of which events, the one furthest behind first',
    scope: 'portal.read',
    returns: AppSubscriptionList,
  })
  listSubscribers(): Promise<AppSubscriptionList> {
    return this.sources.operations.listAppSubscriptions({});
  }

  @Post('replays')
  @Endpoint({
    summary: 'Give events to one subscriber again, or say what it would make of them',
    scope: 'events.replay',
    status: 202,
    returns: AppReplay,
    writes: true,
  })
  requestReplay(
    @Body() body: AppReplayRequest,
    @IdempotencyKey() key: string,
    @CurrentCaller() caller: Caller,
  ): Promise<AppReplay> {
    return this.sources.operations.replayAppEvents({ key, actingFor: caller, body });
  }

  @Get('replays/:id')
  @Endpoint({ summary: 'A replay, and how it stands with it', scope: 'portal.read', returns: AppReplay })
  getReplay(@Param('id') id: string): Promise<AppReplay> {
    return this.sources.operations.getAppReplay({ id });
  }

  @Post('replays/:id/confirmations')
  @Endpoint({
    summary: 'Confirm a replay somebody else asked for',
    scope: 'events.replay',
    status: 202,
    returns: AppReplay,
    writes: true,
  })
  confirmReplay(
    @Param('id') id: string,
    @IdempotencyKey() key: string,
    @Body() body: Confirmation,
    @CurrentCaller() caller: Caller,
  ): Promise<AppReplay> {
    return this.sources.operations.confirmAppReplay({ id, key, actingFor: caller, body });
  }
}
