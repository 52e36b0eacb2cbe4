import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AssignmentCheck, AssignmentQuestion, UtilisationForecast, UtilisationQuery } from '#contracts';
import { Endpoint } from '#platform';
import { AssignmentCheckService } from './assignment-check.service.js';
import { ForecastService } from './forecast.service.js';

/** Who may work where, and how much of everybody's time is planned. */
@ApiTags('assignments')
@Controller('v1')
export class AssignmentsController {
  constructor(
    private readonly checks: AssignmentCheckService,
    private readonly forecast: ForecastService,
  ) {}

  @Get('assignments/check')
  @Endpoint({ summary: 'Whether an assignment would be valid', scope: 'staffing.read', returns: AssignmentCheck })
  checkAssignment(@Query() question: AssignmentQuestion): Promise<AssignmentCheck> {
    return this.checks.check(question);
  }

  @Get('forecast/utilisation')
  @Endpoint({
    summary: 'Planned time against what can be worked',
    scope: 'staffing.read',
    returns: UtilisationForecast,
  })
  forecastUtilisation(@Query() query: UtilisationQuery): Promise<UtilisationForecast> {
    return this.forecast.utilisation(query);
  }
}
