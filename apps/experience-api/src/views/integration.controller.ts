import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IntegrationHealth } from '#contracts';
import { Endpoint } from '#platform';
import { ForAudience } from '../http/view.interceptor.js';
import { IntegrationService } from './integration.service.js';

/** How the layer itself does. */
@ApiTags('integration')
@ForAudience()
@Controller('v1')
export class IntegrationController {
  constructor(private readonly integration: IntegrationService) {}

  @Get('integration-health')
  @Endpoint({
    summary: 'Platforms, their quotas and backlog, and subscribers',
    scope: 'portal.read',
    returns: IntegrationHealth,
  })
  getIntegrationHealth(): Promise<IntegrationHealth> {
    return this.integration.health();
  }
}
