import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Assignment, CaseDetail, CaseList, CaseQuery, CaseView, NewNote, Resolution } from '#contracts';
import { type Caller, CurrentCaller, Endpoint, IdempotencyKey } from '#platform';
import { ForAudience } from '../http/view.interceptor.js';
import { CasesService } from './cases.service.js';

const byPerson = { scope: 'exceptions.resolve', returns: CaseView, writes: true } as const;

/** What needs a person, and what the person does about it. */
@ApiTags('cases')
@ForAudience()
@Controller('v1/cases')
export class CasesController {
  constructor(private readonly cases: CasesService) {}

  @Get()
  @Endpoint({ summary: 'Work that needs a person, most money at risk first', scope: 'portal.read', returns: CaseList })
  listCases(@Query() query: CaseQuery): Promise<CaseList> {
    return this.cases.list(query);
  }

  @Get(':app/:id')
  @Endpoint({
    summary: 'One case: what every system says, who did what, and what can be corrected',
    scope: 'portal.read',
    returns: CaseDetail,
  })
  getCase(@Param('app') app: string, @Param('id') id: string): Promise<CaseDetail> {
    return this.cases.get(app, id);
  }

  @Post(':app/:id/resolutions')
  @Endpoint({ summary: 'Settle a case', status: 202, ...byPerson })
  resolveCase(
    @Param('app') app: string,
    @Param('id') id: string,
    @IdempotencyKey() key: string,
    @Body() resolution: Resolution,
    @CurrentCaller() caller: Caller,
  ): Promise<CaseView> {
    return this.cases.resolve(app, id, key, resolution, caller);
  }

  @Post(':app/:id/assignments')
  @Endpoint({ summary: 'Say who works on a case, and until when', ...byPerson })
  assignCase(
    @Param('app') app: string,
    @Param('id') id: string,
    @IdempotencyKey() key: string,
    @Body() assignment: Assignment,
    @CurrentCaller() caller: Caller,
  ): Promise<CaseView> {
    return this.cases.assign(app, id, key, assignment, caller);
  }

  @Post(':app/:id/notes')
  @Endpoint({ summary: 'Comment on a case', status: 201, ...byPerson })
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
