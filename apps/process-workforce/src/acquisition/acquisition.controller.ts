import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  AcquisitionControl,
  AcquisitionList,
  AcquisitionLoad,
  AcquisitionMapping,
  AcquisitionMappingList,
  AcquisitionRehearsal,
  AcquisitionRequest,
  AcquisitionView,
  MappingDecision,
  MappingPath,
} from '#contracts';
import { type Caller, CurrentCaller, Endpoint, IdempotencyKey } from '#platform';
import { AcquisitionService } from './acquisition.service.js';

/** People of acquired firms, from a file to staffable. */
@ApiTags('acquisitions')
@Controller('v1/acquisitions')
export class AcquisitionController {
  constructor(private readonly acquisitions: AcquisitionService) {}

  @Post()
  @Endpoint({
    summary: 'Take the people of an acquired firm and propose what their values mean with us',
    scope: 'acquisitions.write',
    status: 201,
    returns: AcquisitionView,
    writes: true,
  })
  uploadAcquisition(
    @Body() request: AcquisitionRequest,
    @IdempotencyKey() key: string,
    @CurrentCaller() caller: Caller,
  ): Promise<AcquisitionView> {
    return this.acquisitions.upload(request, key, caller);
  }

  @Get()
  @Endpoint({ summary: 'Acquisitions, the newest first', scope: 'acquisitions.read', returns: AcquisitionList })
  listAcquisitions(): Promise<AcquisitionList> {
    return this.acquisitions.list();
  }

  @Get(':id')
  @Endpoint({ summary: 'Where every row stands', scope: 'acquisitions.read', returns: AcquisitionView })
  getAcquisition(@Param('id') id: string): Promise<AcquisitionView> {
    return this.acquisitions.get(id);
  }

  @Get(':id/mappings')
  @Endpoint({
    summary: 'What each foreign value means with us, and why',
    scope: 'acquisitions.read',
    returns: AcquisitionMappingList,
  })
  async listAcquisitionMappings(@Param('id') id: string): Promise<AcquisitionMappingList> {
    return { items: await this.acquisitions.mappings(id) };
  }

  @Put(':id/mappings/:kind/:foreign')
  @Endpoint({
    summary: 'Accept or correct what a foreign value means',
    scope: 'acquisitions.write',
    returns: AcquisitionMapping,
    writes: true,
  })
  decideAcquisitionMapping(
    @Param() { id, kind, foreign }: MappingPath,
    @IdempotencyKey() _key: string,
    @Body() decision: MappingDecision,
    @CurrentCaller() caller: Caller,
  ): Promise<AcquisitionMapping> {
    return this.acquisitions.decide(id, `${kind}/${foreign}`, decision, caller);
  }

  @Post(':id/rehearsal')
  @Endpoint({
    summary: 'Say what a load would create, match and refuse; nothing is changed',
    scope: 'acquisitions.read',
    returns: AcquisitionRehearsal,
    writes: true,
  })
  rehearseAcquisition(@Param('id') id: string, @IdempotencyKey() _key: string): Promise<AcquisitionRehearsal> {
    return this.acquisitions.rehearse(id);
  }

  @Post(':id/load')
  @Endpoint({
    summary: 'Onboard everybody who is clear; not by who uploaded them',
    scope: 'acquisitions.load',
    status: 202,
    returns: AcquisitionView,
    writes: true,
  })
  loadAcquisition(
    @Param('id') id: string,
    @IdempotencyKey() _key: string,
    @Body() { reason }: AcquisitionLoad,
    @CurrentCaller() caller: Caller,
  ): Promise<AcquisitionView> {
    return this.acquisitions.load(id, reason, caller);
  }

  @Post(':id/control')
  @Endpoint({
    summary: 'Pause, resume or cancel a load; who is begun with comes to the end',
    scope: 'acquisitions.load',
    status: 202,
    returns: AcquisitionView,
    writes: true,
  })
  controlAcquisition(
    @Param('id') id: string,
    @IdempotencyKey() _key: string,
    @Body() control: AcquisitionControl,
    @CurrentCaller() caller: Caller,
  ): Promise<AcquisitionView> {
    return this.acquisitions.control(id, control, caller);
  }
}
