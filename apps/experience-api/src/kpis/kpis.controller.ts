import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { KpiDetail, KpiList, KpiQuery, KpiRecordPage, KpiRecordQuery } from '#contracts';
import { Endpoint } from '#platform';
import { ForAudience } from '../http/view.interceptor.js';
import { KpisService } from './kpis.service.js';

/** Figures of the firm, and what they are made of. */
@ApiTags('kpis')
@ForAudience()
@Controller('v1/kpis')
export class KpisController {
  constructor(private readonly kpis: KpisService) {}

  @Get()
  @Endpoint({ summary: 'Every figure of the firm, with its definition', scope: 'portal.read', returns: KpiList })
  listKpis(): Promise<KpiList> {
    return this.kpis.list();
  }

  @Get(':id')
  @Endpoint({ summary: 'One figure, taken apart where asked for', scope: 'portal.read', returns: KpiDetail })
  getKpi(@Param('id') id: string, @Query() { by }: KpiQuery): Promise<KpiDetail> {
    return this.kpis.get(id, by);
  }

  @Get(':id/records')
  @Endpoint({ summary: 'The records a figure is made of', scope: 'portal.read', returns: KpiRecordPage })
  listKpiRecords(@Param('id') id: string, @Query() query: KpiRecordQuery): Promise<KpiRecordPage> {
    return this.kpis.records(id, query);
  }
}
