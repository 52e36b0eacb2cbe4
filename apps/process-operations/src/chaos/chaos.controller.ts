import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ChaosReport, ChaosReportList, NewChaosReport } from '#contracts';
import { type Caller, CurrentCaller, Endpoint, IdempotencyKey } from '#platform';
import { ChaosReportRepository } from './chaos-report.repository.js';

/** What was shown of the gateway by breaking everything around it. */
@ApiTags('chaos')
@Controller('v1/chaos-reports')
export class ChaosController {
  constructor(private readonly reports: ChaosReportRepository) {}

  @Get()
  @Endpoint({
    summary: 'The chaos runs on record, the newest first',
    scope: 'chaos-reports.read',
    returns: ChaosReportList,
  })
  async listChaosReports(): Promise<ChaosReportList> {
    return { items: await this.reports.newest() };
  }

  @Get(':id')
  @Endpoint({
    summary: 'A chaos run: its faults, and what held',
    scope: 'chaos-reports.read',
    returns: ChaosReport,
  })
  getChaosReport(@Param('id') id: string): Promise<ChaosReport> {
    return this.reports.get(id);
  }

  @Post()
  @Endpoint({
    summary: 'Put a chaos run on record',
    scope: 'chaos-reports.write',
    status: 201,
    returns: ChaosReport,
    writes: true,
  })
  reportChaosRun(
    @Body() report: NewChaosReport,
    @IdempotencyKey() _key: string,
    @CurrentCaller() caller: Caller,
  ): Promise<ChaosReport> {
    return this.reports.keep(report, caller);
  }
}
