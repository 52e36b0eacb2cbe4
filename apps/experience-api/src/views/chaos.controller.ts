import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ChaosReport, ChaosReportList } from '#contracts';
import { Endpoint } from '#platform';
import { ForAudience } from '../http/view.interceptor.js';
import { Sources } from '../sources.js';

/** Chaos runs on record; how they are made and kept is the process API's. */
@ApiTags('operations')
@ForAudience()
@Controller('v1/chaos-reports')
export class ChaosController {
  constructor(private readonly sources: Sources) {}

  @Get()
  @Endpoint({
    summary: 'The chaos runs on record, the newest first',
    scope: 'portal.read',
    returns: ChaosReportList,
  })
  listChaosReports(): Promise<ChaosReportList> {
    return this.sources.operations.listChaosReports({});
  }

  @Get(':id')
  @Endpoint({ summary: 'A chaos run: its faults, and what held', scope: 'portal.read', returns: ChaosReport })
  getChaosReport(@Param('id') id: string): Promise<ChaosReport> {
    return this.sources.operations.getChaosReport({ id });
  }
}
