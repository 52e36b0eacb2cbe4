import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Workbench, WorkbenchQuery } from '#contracts';
import { Endpoint } from '#platform';
import { ForAudience } from '../http/view.interceptor.js';
import { WorkbenchService } from './workbench.service.js';

/** What needs a person, in the order in which it is worth working on. */
@ApiTags('workbench')
@ForAudience()
@Controller('v1/workbench')
export class WorkbenchController {
  constructor(private readonly workbench: WorkbenchService) {}

  @Get()
  @Endpoint({
    summary: 'Open cases by money at risk and time left, with evidence',
    scope: 'portal.read',
    returns: Workbench,
  })
  getWorkbench(@Query() query: WorkbenchQuery): Promise<Workbench> {
    return this.workbench.list(query);
  }
}
