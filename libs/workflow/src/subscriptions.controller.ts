import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Replay, ReplayRequest, SubscriptionList } from '#contracts';
import { Subscriptions } from '#events';
import { type Caller, CurrentCaller, Endpoint, IdempotencyKey, nameOf } from '#platform';

/** Who is told of events, how far each is, and telling one again. */
@ApiTags('events')
@Controller('v1')
export class SubscriptionsController {
  constructor(private readonly subscriptions: Subscriptions) {}

  @Get('subscriptions')
  @Endpoint({ summary: 'How far each subscriber is', scope: 'events.read', returns: SubscriptionList })
  async listSubscriptions(): Promise<SubscriptionList> {
    return { items: await this.subscriptions.positions() };
  }

  @Post('replays')
  @Endpoint({
    summary: 'Give events to a subscriber again, or say what it would make of them',
    scope: 'subscriptions.replay',
    status: 202,
    returns: Replay,
    writes: true,
  })
  async replayEvents(
    @Body() { subscription, selection, dryRun, reason }: ReplayRequest,
    @IdempotencyKey() _key: string,
    @CurrentCaller() caller: Caller,
  ): Promise<Replay> {
    const items = dryRun
      ? await this.subscriptions.rehearse(subscription, selection)
      : await this.subscriptions.replay(subscription, selection, nameOf(caller), reason);
    return { subscription, dryRun: dryRun ?? false, items };
  }
}
