import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DecisionRequest, LineList, LineView, Overview } from '#contracts';
import { type Caller, CurrentCaller, Endpoint, IdempotencyKey } from '#platform';
import { ForAudience } from './http/view.interceptor.js';
import { PortalService } from './portal.service.js';

/** One API for people: what stands where, what is stuck and what it costs. */
@ApiTags('portal')
@ForAudience()
@Controller('v1')
export class PortalController {
  constructor(private readonly portal: PortalService) {}

  @Get('overviews')
  @Endpoint({ summary: 'Where the firm stands', scope: 'portal.read', returns: Overview })
  getOverview(): Promise<Overview> {
    return this.portal.overview();
  }

  @Get('lines')
  @Endpoint({ summary: 'Deals on their way from won to billed', scope: 'portal.read', returns: LineList })
  listLines(): Promise<LineList> {
    return this.portal.lines();
  }

  @Get('lines/:line')
  @Endpoint({ summary: 'One deal, project or worker across every system', scope: 'portal.read', returns: LineView })
  getLine(@Param('line') line: string): Promise<LineView> {
    return this.portal.line(line);
  }

  @Post('lines/:line/decisions')
  @Endpoint({
    summary: 'Approve or reject where a line waits for it',
    scope: 'exceptions.resolve',
    status: 202,
    returns: LineView,
    writes: true,
  })
  decideLine(
    @Param('line') line: string,
    @IdempotencyKey() key: string,
    @Body() decision: DecisionRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<LineView> {
    return this.portal.decide(line, key, decision, caller);
  }
}
