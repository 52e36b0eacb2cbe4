import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Choice, ListOf, Moment, Text, Whole } from '#contracts';
import { Endpoint } from '#platform';
import { breakerStates } from '../http/breaker.js';
import { StatusReader } from './status.js';

/** How one instance does. */
export class InstanceStatusView {
  @Text('Instance', { max: 120 })
  instance!: string;

  @Choice('Open: the vendor is away and nothing is sent; half-open: one call finds out', breakerStates)
  breaker!: string;

  @Moment('Since when the vendor is there, or away')
  breakerSince!: string;

  @Moment('Until then the vendor asked to be left alone', { nullable: true })
  closedUntil!: string | null;

  @Whole('Webhooks accepted and not yet read')
  webhooksWaiting!: number;

  @Whole('Writes under way or without an answer')
  unsettledWrites!: number;

  @Moment('Since when the oldest of those waits', { nullable: true })
  oldestSince!: string | null;

  @Moment('When the vendor last answered', { nullable: true })
  lastSuccess!: string | null;

  @Whole('What is left of the daily budget of polling, in percent', { max: 100 })
  pollingLeftPercent!: number;

  @Whole('Operations that work at the vendor')
  inHand!: number;

  @Whole('Operations that wait for their turn')
  inLine!: number;

  @Whole('Operations that can work at once')
  places!: number;
}

/** How the vendor behind this app does, as this process sees it. */
export class StatusView {
  @ListOf('Instances', () => InstanceStatusView, { max: 100 })
  instances!: InstanceStatusView[];
}

/** Whether the vendor answers and what waits for it. */
@ApiTags('status')
@Controller('v1/status')
export class StatusController {
  constructor(private readonly status: StatusReader) {}

  @Get()
  @Endpoint({ summary: 'Breaker, backlog, last success and load', scope: 'capabilities.read', returns: StatusView })
  async getStatus(): Promise<StatusView> {
    return { instances: await this.status.read() };
  }
}
