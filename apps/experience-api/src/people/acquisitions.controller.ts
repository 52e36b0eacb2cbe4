import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  AcquisitionDetail,
  AcquisitionMapping,
  AcquisitionOverview,
  MappingDecision,
  MappingPath,
  MappingTableList,
} from '#contracts';
import { type Caller, CurrentCaller, Endpoint, IdempotencyKey } from '#platform';
import { ForAudience } from '../http/view.interceptor.js';
import { AcquisitionsService } from './acquisitions.service.js';

/** Acquisitions in progress, and what values mean with us. */
@ApiTags('acquisitions')
@ForAudience()
@Controller('v1')
export class AcquisitionsController {
  constructor(private readonly acquisitions: AcquisitionsService) {}

  @Get('acquisitions')
  @Endpoint({ summary: 'Acquisitions, the newest first', scope: 'portal.read', returns: AcquisitionOverview })
  listAcquisitions(): Promise<AcquisitionOverview> {
    return this.acquisitions.list();
  }

  @Get('acquisitions/:id')
  @Endpoint({
    summary: 'Where every row stands, and what each foreign value means',
    scope: 'portal.read',
    returns: AcquisitionDetail,
  })
  getAcquisition(@Param('id') id: string): Promise<AcquisitionDetail> {
    return this.acquisitions.get(id);
  }

  @Put('acquisitions/:id/mappings/:kind/:foreign')
  @Endpoint({
    summary: 'Accept or correct what a foreign value means, or leave it out',
    scope: 'acquisitions.write',
    returns: AcquisitionMapping,
    writes: true,
  })
  decideAcquisitionMapping(
    @Param() path: MappingPath,
    @IdempotencyKey() key: string,
    @Body() decision: MappingDecision,
    @CurrentCaller() caller: Caller,
  ): Promise<AcquisitionMapping> {
    return this.acquisitions.decide(path, key, decision, caller);
  }

  @Get('mapping-tables')
  @Endpoint({ summary: 'Mapping tables in force', scope: 'portal.read', returns: MappingTableList })
  listMappingTables(): MappingTableList {
    return this.acquisitions.tables();
  }
}
