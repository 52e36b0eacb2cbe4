import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CaseList, CaseQuery, CaseView, EventPage, EventQuery, Resolution } from '#contracts';
import { type Caller, CurrentCaller, Endpoint, IdempotencyKey } from '#platform';
import { Cases } from './cases.js';
import { EventLogRepository } from './event-log.repository.js';

/** What needs a person, wherever it stopped; and everything that ever happened. */
@ApiTags('operations')
@Controller('v1')
export class OperationsController {
  constructor(
    private readonly cases: Cases,
    private readonly log: EventLogRepository,
  ) {}

  @Get('cases')
  @Endpoint({
    summary: 'Exceptions of every process, most money at risk first',
    scope: 'exceptions.read',
    returns: CaseList,
  })
  listCases(@Query() { state }: CaseQuery): Promise<CaseList> {
    return this.cases.list(state);
  }

  @Get('cases/:app/:id')
  @Endpoint({ summary: 'One exception', scope: 'exceptions.read', returns: CaseView })
  getCase(@Param('app') app: string, @Param('id') id: string): Promise<CaseView> {
    return this.cases.get(app, id);
  }

  @Post('cases/:app/:id/resolutions')
  @Endpoint({
    summary: 'Settle an exception',
    scope: 'exceptions.resolve',
    status: 202,
    returns: CaseView,
    writes: true,
  })
  resolveCase(
    @Param('app') app: string,
    @Param('id') id: string,
    @IdempotencyKey() key: string,
    @Body() resolution: Resolution,
    @CurrentCaller() caller: Caller,
  ): Promise<CaseView> {
    return this.cases.resolve(app, id, key, resolution, caller);
  }

  @Get('events')
  @Endpoint({ summary: 'Recorded events, oldest first', scope: 'events.read', returns: EventPage })
  listEvents(@Query() query: EventQuery): Promise<EventPage> {
    return this.log.list(query);
  }
}
