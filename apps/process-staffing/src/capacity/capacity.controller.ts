import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AssignmentAtRiskPage, CapacityPage, CapacityQuery, PageQuery } from '#contracts';
import { Endpoint } from '#platform';
import { CapacityViews } from './capacity-views.js';

/** What people can work, and what no longer fits. */
@ApiTags('capacity')
@Controller('v1')
export class CapacityController {
  constructor(private readonly views: CapacityViews) {}

  @Get('capacity')
  @Endpoint({
    summary: 'Capacity, planned time and revenue of workers, week by week',
    scope: 'staffing.read',
    returns: CapacityPage,
  })
  listCapacity(@Query() query: CapacityQuery): Promise<CapacityPage> {
    return this.views.list(query);
  }

  @Get('assignments-at-risk')
  @Endpoint({
    summary: 'Assignments that no longer fit the time somebody has left',
    scope: 'staffing.read',
    returns: AssignmentAtRiskPage,
  })
  listAssignmentsAtRisk(@Query() query: PageQuery): Promise<AssignmentAtRiskPage> {
    return this.views.atRisk(query);
  }
}
