import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CancelRequest, OwnedRunPage, OwnedRunPath, OwnedRunQuery, RerunRequest, RunTimeline } from '#contracts';
import { type Caller, CurrentCaller, Endpoint, IdempotencyKey } from '#platform';
import { ForAudience } from '../http/view.interceptor.js';
import { RunsService } from './runs.service.js';

const byPerson = { scope: 'exceptions.resolve', status: 202, returns: RunTimeline, writes: true } as const;

/** Runs as timelines across systems; whether a person may is the process API's to say. */
@ApiTags('runs')
@ForAudience()
@Controller('v1/runs')
export class RunsController {
  constructor(private readonly runs: RunsService) {}

  @Get()
  @Endpoint({
    summary: 'Runs of every process API, latest change first',
    scope: 'portal.read',
    returns: OwnedRunPage,
  })
  listRuns(@Query() query: OwnedRunQuery): Promise<OwnedRunPage> {
    return this.runs.list(query);
  }

  @Get(':process/:run')
  @Endpoint({ summary: 'One run across systems, with every try', scope: 'portal.read', returns: RunTimeline })
  getRun(@Param() path: OwnedRunPath): Promise<RunTimeline> {
    return this.runs.get(path);
  }

  @Post(':process/:run/reruns')
  @Endpoint({ summary: 'Run again from a step, with other values where it is a read', ...byPerson })
  repeatRun(
    @Param() path: OwnedRunPath,
    @IdempotencyKey() key: string,
    @Body() body: RerunRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<RunTimeline> {
    return this.runs.repeat({ ...path, key, body, caller });
  }

  @Post(':process/:run/cancellations')
  @Endpoint({ summary: 'Take back a run that waits or is parked', ...byPerson })
  cancelRun(
    @Param() path: OwnedRunPath,
    @IdempotencyKey() key: string,
    @Body() body: CancelRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<RunTimeline> {
    return this.runs.cancel({ ...path, key, body, caller });
  }

  @Post(':process/:run/dry-runs')
  @Endpoint({ summary: 'Begin a dry run with the input of a run: it only says what it would do', ...byPerson })
  rehearseRun(
    @Param() path: OwnedRunPath,
    @IdempotencyKey() key: string,
    @CurrentCaller() caller: Caller,
  ): Promise<RunTimeline> {
    return this.runs.rehearse({ ...path, key, caller });
  }
}
