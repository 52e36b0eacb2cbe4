import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { hr, PageQuery } from '#contracts';
import { Endpoint } from '#platform';
import { Instances } from '../instances.js';

export interface HrDomain {
  reads: {
    getWorker: [input: { id: string }, output: hr.Worker];
    listWorkers: [input: PageQuery, output: hr.WorkerPage];
  };
  writes: Record<never, never>;
}

/** Workers, whatever HR system the firm uses. */
@ApiTags('hr')
@Controller('v1/hr/:instance')
export class HrController {
  constructor(private readonly instances: Instances) {}

  @Get('workers')
  @Endpoint({ summary: 'Workers', scope: 'hr.read', returns: hr.WorkerPage })
  listWorkers(@Param('instance') instance: string, @Query() page: PageQuery): Promise<hr.WorkerPage> {
    return this.instances.read(instance, 'hr', 'listWorkers', page);
  }

  @Get('workers/:id')
  @Endpoint({ summary: 'One worker', scope: 'hr.read', returns: hr.Worker })
  getWorker(@Param('instance') instance: string, @Param('id') id: string): Promise<hr.Worker> {
    return this.instances.read(instance, 'hr', 'getWorker', { id });
  }
}
