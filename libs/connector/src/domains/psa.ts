import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PageQuery, psa, RecordRef } from '#contracts';
import { Endpoint, IdempotencyKey } from '#platform';
import { Instances } from '../instances.js';

export interface PsaDomain {
  reads: {
    getProject: [input: { reference: string }, output: psa.PsaProject];
    getTimeEntry: [input: { id: string }, output: psa.TimeEntry];
    listApprovedTime: [input: PageQuery, output: psa.TimeEntryPage];
  };
  writes: {
    putClient: [input: { reference: string; state: psa.ClientState }, output: RecordRef];
    putProject: [input: { reference: string; state: psa.PsaProjectState }, output: RecordRef];
    putFinancialDimensions: [input: { reference: string; dimensions: psa.FinancialDimensions }, output: RecordRef];
    openTimeCapture: [input: { reference: string }, output: psa.PsaProject];
    changeProject: [input: { reference: string; change: psa.ProjectChange }, output: psa.PsaProject];
    putRates: [input: { reference: string; rates: psa.ProjectRates }, output: RecordRef];
    putPerson: [input: { reference: string; state: psa.PersonState }, output: RecordRef];
    putAssignment: [input: { reference: string; state: psa.AssignmentState }, output: RecordRef];
    archiveProject: [input: { reference: string }, output: psa.PsaProject];
  };
}

/** Delivery workspaces and recorded time, whatever PSA the firm uses. */
@ApiTags('psa')
@Controller('v1/psa/:instance')
export class PsaController {
  constructor(private readonly instances: Instances) {}

  @Put('clients/:reference')
  @Endpoint({ summary: 'Create or change a client', scope: 'psa.write', returns: RecordRef, writes: true })
  putClient(
    @Param('instance') instance: string,
    @Param('reference') reference: string,
    @IdempotencyKey() key: string,
    @Body() state: psa.ClientState,
  ): Promise<RecordRef> {
    return this.instances.write(instance, 'psa', 'putClient', { reference, state }, key);
  }

  @Get('projects/:reference')
  @Endpoint({ summary: 'One delivery workspace', scope: 'psa.read', returns: psa.PsaProject })
  getProject(@Param('instance') instance: string, @Param('reference') reference: string): Promise<psa.PsaProject> {
    return this.instances.read(instance, 'psa', 'getProject', { reference });
  }

  @Put('projects/:reference')
  @Endpoint({
    summary: 'Create a delivery workspace; it takes no people and no time yet',
    scope: 'psa.write',
    returns: RecordRef,
    writes: true,
  })
  putProject(
    @Param('instance') instance: string,
    @Param('reference') reference: string,
    @IdempotencyKey() key: string,
    @Body() state: psa.PsaProjectState,
  ): Promise<RecordRef> {
    return this.instances.write(instance, 'psa', 'putProject', { reference, state }, key);
  }

  @Put('projects/:reference/financial-dimensions')
  @Endpoint({
    summary: 'Show what finance decided about a project',
    scope: 'psa.write',
    returns: RecordRef,
    writes: true,
  })
  putFinancialDimensions(
    @Param('instance') instance: string,
    @Param('reference') reference: string,
    @IdempotencyKey() key: string,
    @Body() dimensions: psa.FinancialDimensions,
  ): Promise<RecordRef> {
    return this.instances.write(instance, 'psa', 'putFinancialDimensions', { reference, dimensions }, key);
  }

  @Post('projects/:reference/time-capture')
  @Endpoint({
    summary: 'Open a workspace to people and time',
    scope: 'psa.write',
    returns: psa.PsaProject,
    writes: true,
  })
  openTimeCapture(
    @Param('instance') instance: string,
    @Param('reference') reference: string,
    @IdempotencyKey() key: string,
  ): Promise<psa.PsaProject> {
    return this.instances.write(instance, 'psa', 'openTimeCapture', { reference }, key);
  }

  @Put('projects/:reference/change')
  @Endpoint({
    summary: 'Change name and dates of a workspace',
    scope: 'psa.write',
    returns: psa.PsaProject,
    writes: true,
  })
  changeProject(
    @Param('instance') instance: string,
    @Param('reference') reference: string,
    @IdempotencyKey() key: string,
    @Body() change: psa.ProjectChange,
  ): Promise<psa.PsaProject> {
    return this.instances.write(instance, 'psa', 'changeProject', { reference, change }, key);
  }

  @Put('projects/:reference/rates')
  @Endpoint({ summary: 'State the rates from a day on', scope: 'psa.write', returns: RecordRef, writes: true })
  putRates(
    @Param('instance') instance: string,
    @Param('reference') reference: string,
    @IdempotencyKey() key: string,
    @Body() rates: psa.ProjectRates,
  ): Promise<RecordRef> {
    return this.instances.write(instance, 'psa', 'putRates', { reference, rates }, key);
  }

  @Put('people/:reference')
  @Endpoint({
    summary: 'Create or change a person who records time',
    scope: 'psa.write',
    returns: RecordRef,
    writes: true,
  })
  putPerson(
    @Param('instance') instance: string,
    @Param('reference') reference: string,
    @IdempotencyKey() key: string,
    @Body() state: psa.PersonState,
  ): Promise<RecordRef> {
    return this.instances.write(instance, 'psa', 'putPerson', { reference, state }, key);
  }

  @Put('assignments/:reference')
  @Endpoint({ summary: 'State who works on a project as what', scope: 'psa.write', returns: RecordRef, writes: true })
  putAssignment(
    @Param('instance') instance: string,
    @Param('reference') reference: string,
    @IdempotencyKey() key: string,
    @Body() state: psa.AssignmentState,
  ): Promise<RecordRef> {
    return this.instances.write(instance, 'psa', 'putAssignment', { reference, state }, key);
  }

  @Post('projects/:reference/archival')
  @Endpoint({ summary: 'Archive a workspace', scope: 'psa.write', returns: psa.PsaProject, writes: true })
  archiveProject(
    @Param('instance') instance: string,
    @Param('reference') reference: string,
    @IdempotencyKey() key: string,
  ): Promise<psa.PsaProject> {
    return this.instances.write(instance, 'psa', 'archiveProject', { reference }, key);
  }

  @Get('time-entries')
  @Endpoint({ summary: 'Approved time, oldest change first', scope: 'psa.read', returns: psa.TimeEntryPage })
  listApprovedTime(@Param('instance') instance: string, @Query() page: PageQuery): Promise<psa.TimeEntryPage> {
    return this.instances.read(instance, 'psa', 'listApprovedTime', page);
  }

  @Get('time-entries/:id')
  @Endpoint({ summary: 'One time entry', scope: 'psa.read', returns: psa.TimeEntry })
  getTimeEntry(@Param('instance') instance: string, @Param('id') id: string): Promise<psa.TimeEntry> {
    return this.instances.read(instance, 'psa', 'getTimeEntry', { id });
  }
}
