import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DetectorList, FindingList } from '#contracts';
import { Endpoint } from '#platform';
import { ForAudience } from '../http/view.interceptor.js';
import { DetectorsService } from './detectors.service.js';

/** Disconnects between systems, as they come and go. */
@ApiTags('detectors')
@ForAudience()
@Controller('v1/detectors')
export class DetectorsController {
  constructor(private readonly detectors: DetectorsService) {}

  @Get()
  @Endpoint({
    summary: 'Every disconnect that is looked for, those that are there first',
    scope: 'portal.read',
    returns: DetectorList,
  })
  listDetectors(): Promise<DetectorList> {
    return this.detectors.list();
  }

  @Get(':id/findings')
  @Endpoint({ summary: 'What is apart', scope: 'portal.read', returns: FindingList })
  listFindings(@Param('id') id: string): Promise<FindingList> {
    return this.detectors.findings(id);
  }
}
