import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Assignment, AuditTrail, CaseList, CaseQuery, CaseView, NewNote, Resolution } from '#contracts';
import { type Caller, CurrentCaller, Endpoint, IdempotencyKey } from '#platform';
import { Cases } from './cases.js';

/** What needs a person, wherever it stopped. */
@ApiTags('operations')
@Controller('v1')
export class OperationsController {
  constructor(private readonly cases: Cases) {}

  @Get('cases')
  @Endpoint({
    summary: 'Exceptions of every process, the most money for the least time left first',
    scope: 'exceptions.read',
    returns: CaseList,
  })
  listCases(@Query() query: CaseQuery): Promise<CaseList> {
    return this.cases.list(query);
  }

  @Get('cases/:app/:id')
  @Endpoint({ summary: 'One exception', scope: 'exceptions.read', returns: CaseView })
  getCase(@Param('app') app: string, @Param('id') id: string): Promise<CaseView> {
    return this.cases.get(app, id);
  }

  @Get('cases/:app/:id/audit-entries')
  @Endpoint({ summary: 'Who did what with an exception', scope: 'exceptions.read', returns: AuditTrail })
  listCaseAudit(@Param('app') app: string, @Param('id') id: string): Promise<AuditTrail> {
    return this.cases.audit(app, id);
  }

  @Post('cases/:app/:id/resolutions')
  @Endpoint({
    summary: 'Settle an exception',
    scope: 'exceptions.resolve',
    status: 202,
    returns: CaseView,
    writes: true,
  })
  resolveCase(
    @Param('app') app: string,
    @Param('id') id: string,
    @IdempotencyKey() key: string,
    @Body() resolution: Resolution,
    @CurrentCaller() caller: Caller,
  ): Promise<CaseView> {
    return this.cases.resolve(app, id, key, resolution, caller);
  }

  @Post('cases/:app/:id/assignments')
  @Endpoint({
    summary: 'Say who works on an exception, and until when',
    scope: 'exceptions.resolve',
    returns: CaseView,
    writes: true,
  })
  assignCase(
    @Param('app') app: string,
    @Param('id') id: string,
    @IdempotencyKey() key: string,
    @Body() assignment: Assignment,
    @CurrentCaller() caller: Caller,
  ): Promise<CaseView> {
    return this.cases.assign(app, id, key, assignment, caller);
  }

  @Post('cases/:app/:id/notes')
  @Endpoint({
    summary: 'Keep a note with an exception',
    scope: 'exceptions.resolve',
    status: 201,
    returns: CaseView,
    writes: true,
  })
  noteCase(
    @Param('app') app: string,
    @Param('id') id: string,
    @IdempotencyKey() key: string,
    @Body() { text }: NewNote,
    @CurrentCaller() caller: Caller,
  ): Promise<CaseView> {
    return this.cases.note(app, id, key, text, caller);
  }
}
