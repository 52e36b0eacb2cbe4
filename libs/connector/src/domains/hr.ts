import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { hr, PageQuery } from '#contracts';
import { Endpoint } from '#platform';
import { Instances } from '../instances.js';

export interface HrDomain {
  reads: {
    getWorker: [input: { id: string }, output: hr.Worker];
    listWorkers: [input: PageQuery, output: hr.WorkerPage];
    getLeave: [input: { id: string }, output: hr.Leave];
    listLeave: [input: hr.LeaveQuery, output: hr.LeavePage];
    listHolidays: [input: hr.HolidayQuery, output: hr.HolidayList];
  };
  writes: Record<never, never>;
}

/** Workers, their leave and the holidays they keep, whatever HR system the firm uses. */
@ApiTags('hr')
@Controller('v1/hr/:instance')
export class HrController {
  constructor(private readonly instances: Instances) {}

  @Get('workers')
  @Endpoint({ summary: 'Workers', scope: 'hr.read', returns: hr.WorkerPage })
  listWorkers(@Param('instance') instance: string, @Query() page: PageQuery): Promise<hr.WorkerPage> {
    return this.instances.read(instance, 'hr', 'listWorkers', page);
  }

  @Get('leave')
  @Endpoint({ summary: 'Leave that touches a span of days', scope: 'hr.read', returns: hr.LeavePage })
  listLeave(@Param('instance') instance: string, @Query() query: hr.LeaveQuery): Promise<hr.LeavePage> {
    return this.instances.read(instance, 'hr', 'listLeave', query);
  }

  @Get('leave/:id')
  @Endpoint({ summary: 'One leave', scope: 'hr.read', returns: hr.Leave })
  getLeave(@Param('instance') instance: string, @Param('id') id: string): Promise<hr.Leave> {
    return this.instances.read(instance, 'hr', 'getLeave', { id });
  }

  @Get('holidays')
  @Endpoint({ summary: 'Holidays of a span of days', scope: 'hr.read', returns: hr.HolidayList })
  listHolidays(@Param('instance') instance: string, @Query() query: hr.HolidayQuery): Promise<hr.HolidayList> {
    return this.instances.read(instance, 'hr', 'listHolidays', query);
  }

  @Get('workers/:id')
  @Endpoint({ summary: 'One worker', scope: 'hr.read', returns: hr.Worker })
  getWorker(@Param('instance') instance: string, @Param('id') id: string): Promise<hr.Worker> {
    return this.instances.read(instance, 'hr', 'getWorker', { id });
  }
}
