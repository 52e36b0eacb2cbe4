import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ImpactReport, UsageList, UsageQuery } from '#contracts';
import { Endpoint } from '#platform';
import { ImpactService } from './impact.service.js';

/** Who uses what, and whom a change hurts. */
@ApiTags('impact')
@Controller('v1')
export class ImpactController {
  constructor(@Inject(ImpactService) private readonly impact: ImpactService) {}

  @Get('contract-versions/:id/impact')
  @Endpoint({ summary: 'Consumers a version hurts, does not, and may', scope: 'contracts.read', returns: ImpactReport })
  getImpact(@Param('id') id: string): Promise<ImpactReport> {
    return this.impact.of(id);
  }

  @Get('usage')
  @Endpoint({
    summary: 'Which fields consumers send and could have read: names and counts',
    scope: 'contracts.read',
    returns: UsageList,
  })
  listUsage(@Query() query: UsageQuery): Promise<UsageList> {
    return this.impact.list(query);
  }
}
