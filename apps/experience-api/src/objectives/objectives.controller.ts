import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ObjectiveList } from '#contracts';
import { Endpoint } from '#platform';
import { ForAudience } from '../http/view.interceptor.js';
import { ObjectivesService } from './objectives.service.js';

/** What the layer promises of its own speed, and whether it keeps it. */
@ApiTags('objectives')
@ForAudience()
@Controller('v1/objectives')
export class ObjectivesController {
  constructor(private readonly objectives: ObjectivesService) {}

  @Get()
  @Endpoint({
    summary: 'Each workflow against the time it should take, its error budget, and the worst runs',
    scope: 'portal.read',
    returns: ObjectiveList,
  })
  listObjectives(): Promise<ObjectiveList> {
    return this.objectives.list();
  }
}
