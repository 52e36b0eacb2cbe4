import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AssignmentAtRiskPage, AssignmentQuestion, HeatMap, HeatMapQuery, PageQuery, WhatIf } from '#contracts';
import { Endpoint } from '#platform';
import { ForAudience } from '../http/view.interceptor.js';
import { StaffingService } from './staffing.service.js';

/** Capacity against demand, and what a change would do. */
@ApiTags('staffing')
@ForAudience()
@Controller('v1/staffing')
export class StaffingController {
  constructor(private readonly staffing: StaffingService) {}

  @Get('heat-map')
  @Endpoint({ summary: 'Capacity against what is planned and sold, by week', scope: 'portal.read', returns: HeatMap })
  getHeatMap(@Query() query: HeatMapQuery): Promise<HeatMap> {
    return this.staffing.heatMap(query);
  }

  @Get('what-if')
  @Endpoint({
    summary: 'What an assignment, or a change of one, would do to margin, rules and invoices',
    scope: 'portal.read',
    returns: WhatIf,
  })
  getWhatIf(@Query() question: AssignmentQuestion): Promise<WhatIf> {
    return this.staffing.whatIf(question);
  }

  @Get('assignments-at-risk')
  @Endpoint({
    summary: 'Assignments that no longer fit the time somebody has left',
    scope: 'portal.read',
    returns: AssignmentAtRiskPage,
  })
  listAssignmentsAtRisk(@Query() query: PageQuery): Promise<AssignmentAtRiskPage> {
    return this.staffing.atRisk(query);
  }
}
