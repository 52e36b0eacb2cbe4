import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RecordRef, scheduling } from '#contracts';
import { Endpoint, IdempotencyKey } from '#platform';
import { Instances } from '../instances.js';

export interface SchedulingDomain {
  reads: {
    getResource: [input: { reference: string }, output: scheduling.Resource];
    listAssignments: [input: { project: string }, output: scheduling.AssignmentList];
    getAssignment: [input: { id: string }, output: scheduling.Assignment];
    listAssignmentsOf: [input: { reference: string } & scheduling.AssignmentQuery, output: scheduling.AssignmentList];
  };
  writes: {
    putResource: [input: { reference: string; state: scheduling.ResourceState }, output: scheduling.Resource];
    endResource: [input: { reference: string; end: scheduling.ResourceEnd }, output: scheduling.Resource];
    putDemand: [input: { reference: string; state: scheduling.DemandState }, output: scheduling.Demand];
    putAbsence: [input: { reference: string; state: scheduling.AbsenceState }, output: RecordRef];
    putActuals: [input: { assignment: string; state: scheduling.ActualsState }, output: RecordRef];
  };
}

/** People who can be staffed, demand for them and where they work, whatever scheduler the firm uses. */
@ApiTags('scheduling')
@Controller('v1/scheduling/:instance')
export class SchedulingController {
  constructor(private readonly instances: Instances) {}

  @Get('resources/:reference')
  @Endpoint({ summary: 'One person who can be staffed', scope: 'scheduling.read', returns: scheduling.Resource })
  getResource(
    @Param('instance') instance: string,
    @Param('reference') reference: string,
  ): Promise<scheduling.Resource> {
    return this.instances.read(instance, 'scheduling', 'getResource', { reference });
  }

  @Put('resources/:reference')
  @Endpoint({
    summary: 'Create or change a person who can be staffed',
    scope: 'scheduling.write',
    returns: scheduling.Resource,
    writes: true,
  })
  putResource(
    @Param('instance') instance: string,
    @Param('reference') reference: string,
    @IdempotencyKey() key: string,
    @Body() state: scheduling.ResourceState,
  ): Promise<scheduling.Resource> {
    return this.instances.write(instance, 'scheduling', 'putResource', { reference, state }, key);
  }

  @Post('resources/:reference/end')
  @Endpoint({
    summary: 'Take somebody out of staffing; what they worked stays. Putting the person again takes it back',
    scope: 'scheduling.write',
    returns: scheduling.Resource,
    writes: true,
  })
  endResource(
    @Param('instance') instance: string,
    @Param('reference') reference: string,
    @IdempotencyKey() key: string,
    @Body() end: scheduling.ResourceEnd,
  ): Promise<scheduling.Resource> {
    return this.instances.write(instance, 'scheduling', 'endResource', { reference, end }, key);
  }

  @Put('demands/:reference')
  @Endpoint({
    summary: 'Ask for people on a project',
    scope: 'scheduling.write',
    returns: scheduling.Demand,
    writes: true,
  })
  putDemand(
    @Param('instance') instance: string,
    @Param('reference') reference: string,
    @IdempotencyKey() key: string,
    @Body() state: scheduling.DemandState,
  ): Promise<scheduling.Demand> {
    return this.instances.write(instance, 'scheduling', 'putDemand', { reference, state }, key);
  }

  @Get('projects/:project/assignments')
  @Endpoint({ summary: 'Who works on a project', scope: 'scheduling.read', returns: scheduling.AssignmentList })
  listAssignments(
    @Param('instance') instance: string,
    @Param('project') project: string,
  ): Promise<scheduling.AssignmentList> {
    return this.instances.read(instance, 'scheduling', 'listAssignments', { project });
  }

  @Get('assignments/:id')
  @Endpoint({ summary: 'One assignment', scope: 'scheduling.read', returns: scheduling.Assignment })
  getAssignment(@Param('instance') instance: string, @Param('id') id: string): Promise<scheduling.Assignment> {
    return this.instances.read(instance, 'scheduling', 'getAssignment', { id });
  }

  @Get('resources/:reference/assignments')
  @Endpoint({
    summary: 'Where a person works in a span of days',
    scope: 'scheduling.read',
    returns: scheduling.AssignmentList,
  })
  listAssignmentsOf(
    @Param('instance') instance: string,
    @Param('reference') reference: string,
    @Query() query: scheduling.AssignmentQuery,
  ): Promise<scheduling.AssignmentList> {
    return this.instances.read(instance, 'scheduling', 'listAssignmentsOf', { reference, ...query });
  }

  @Put('absences/:reference')
  @Endpoint({
    summary: 'State when a person cannot be staffed',
    scope: 'scheduling.write',
    returns: RecordRef,
    writes: true,
  })
  putAbsence(
    @Param('instance') instance: string,
    @Param('reference') reference: string,
    @IdempotencyKey() key: string,
    @Body() state: scheduling.AbsenceState,
  ): Promise<RecordRef> {
    return this.instances.write(instance, 'scheduling', 'putAbsence', { reference, state }, key);
  }

  @Put('assignments/:assignment/actuals')
  @Endpoint({
    summary: 'State what has been worked and billed on an assignment so far',
    scope: 'scheduling.write',
    returns: RecordRef,
    writes: true,
  })
  putActuals(
    @Param('instance') instance: string,
    @Param('assignment') assignment: string,
    @IdempotencyKey() key: string,
    @Body() state: scheduling.ActualsState,
  ): Promise<RecordRef> {
    return this.instances.write(instance, 'scheduling', 'putActuals', { assignment, state }, key);
  }
}
