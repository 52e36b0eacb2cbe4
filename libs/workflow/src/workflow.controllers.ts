import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  AuditTrail,
  CancelRequest,
  DecisionRequest,
  ExceptionPage,
  ExceptionQuery,
  ExceptionView,
  RerunRequest,
  Assignment,
  NewNote,
  Resolution,
  RunPage,
  RunQuery,
  RunView,
} from '#contracts';
import { type Caller, CurrentCaller, Endpoint, IdempotencyKey, nameOf } from '#platform';
import { RunControl } from './run-control.js';
import { RunService } from './run.service.js';
import { WorkflowViews } from './views.js';

const byPerson = { scope: 'exceptions.resolve', status: 202, returns: RunView, writes: true } as const;

/** Workflows at work: where each run stands and everything it did. */
@ApiTags('runs')
@Controller('v1/runs')
export class RunsController {
  constructor(
    private readonly views: WorkflowViews,
    private readonly control: RunControl,
  ) {}

  @Get()
  @Endpoint({ summary: 'Runs, latest change first', scope: 'runs.read', returns: RunPage })
  listRuns(@Query() query: RunQuery): Promise<RunPage> {
    return this.views.runs(query);
  }

  @Get(':id')
  @Endpoint({ summary: 'One run with every step and try', scope: 'runs.read', returns: RunView })
  getRun(@Param('id') id: string): Promise<RunView> {
    return this.views.run(id);
  }

  @Post(':id/decisions')
  @Endpoint({ summary: 'Approve or reject, or lift a hold', ...byPerson })
  async decideRun(
    @Param('id') id: string,
    @IdempotencyKey() _key: string,
    @Body() decision: DecisionRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<RunView> {
    await this.control.decide(id, decision, caller);
    return this.views.run(id);
  }

  @Post(':id/reruns')
  @Endpoint({ summary: 'Run again from a step, with other values where it is a read', ...byPerson })
  async repeatRun(
    @Param('id') id: string,
    @IdempotencyKey() _key: string,
    @Body() rerun: RerunRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<RunView> {
    await this.control.rerun(id, rerun, caller);
    return this.views.run(id);
  }

  @Post(':id/cancellations')
  @Endpoint({ summary: 'Take back a run that waits or is parked', ...byPerson })
  async cancelRun(
    @Param('id') id: string,
    @IdempotencyKey() _key: string,
    @Body() { reason }: CancelRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<RunView> {
    await this.control.cancel(id, reason, caller);
    return this.views.run(id);
  }

  @Post(':id/dry-runs')
  @Endpoint({ summary: 'Begin a dry run with the input of a run: it only says what it would do', ...byPerson })
  async rehearseRun(@Param('id') id: string, @IdempotencyKey() _key: string): Promise<RunView> {
    return this.views.run(await this.control.rehearse(id));
  }
}

/** Work that stopped and needs a person. */
@ApiTags('exceptions')
@Controller('v1/exceptions')
export class ExceptionsController {
  constructor(
    private readonly views: WorkflowViews,
    private readonly service: RunService,
  ) {}

  @Get()
  @Endpoint({ summary: 'Exceptions, latest first', scope: 'exceptions.read', returns: ExceptionPage })
  listExceptions(@Query() query: ExceptionQuery): Promise<ExceptionPage> {
    return this.views.exceptions(query);
  }

  @Get(':id')
  @Endpoint({ summary: 'One exception', scope: 'exceptions.read', returns: ExceptionView })
  getException(@Param('id') id: string): Promise<ExceptionView> {
    return this.views.exception(id);
  }

  @Get(':id/audit-entries')
  @Endpoint({ summary: 'Who did what with an exception', scope: 'exceptions.read', returns: AuditTrail })
  listExceptionAudit(@Param('id') id: string): Promise<AuditTrail> {
    return this.views.auditOfException(id);
  }

  @Post(':id/resolutions')
  @Endpoint({
    summary: 'Settle an exception: retry, correct, skip or cancel',
    scope: 'exceptions.resolve',
    status: 202,
    returns: ExceptionView,
    writes: true,
  })
  async resolveException(
    @Param('id') id: string,
    @IdempotencyKey() _key: string,
    @Body() resolution: Resolution,
    @CurrentCaller() caller: Caller,
  ): Promise<ExceptionView> {
    await this.service.resolve(id, resolution, nameOf(caller));
    return this.views.exception(id);
  }

  @Post(':id/assignments')
  @Endpoint({
    summary: 'Say who works on an exception, and until when',
    scope: 'exceptions.resolve',
    returns: ExceptionView,
    writes: true,
  })
  async assignException(
    @Param('id') id: string,
    @IdempotencyKey() _key: string,
    @Body() assignment: Assignment,
    @CurrentCaller() caller: Caller,
  ): Promise<ExceptionView> {
    await this.service.assign(id, assignment, nameOf(caller));
    return this.views.exception(id);
  }

  @Post(':id/notes')
  @Endpoint({
    summary: 'Keep a note with an exception',
    scope: 'exceptions.resolve',
    status: 201,
    returns: ExceptionView,
    writes: true,
  })
  async noteException(
    @Param('id') id: string,
    @IdempotencyKey() _key: string,
    @Body() { text }: NewNote,
    @CurrentCaller() caller: Caller,
  ): Promise<ExceptionView> {
    await this.service.note(id, text, nameOf(caller));
    return this.views.exception(id);
  }
}
