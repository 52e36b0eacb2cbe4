import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ContractList, IntegrationHealth } from '#contracts';
import { Endpoint } from '#platform';
import { ForAudience } from '../http/view.interceptor.js';
import { publishedContracts } from './contracts.js';
import { IntegrationService } from './integration.service.js';

/** How the layer itself does, and what it promises. */
@ApiTags('integration')
@ForAudience()
@Controller('v1')
export class IntegrationController {
  private contracts: ContractList | undefined;

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

  @Get('contracts')
  @Endpoint({ summary: 'Published contracts', scope: 'portal.read', returns: ContractList })
  listContracts(): ContractList {
    return (this.contracts ??= publishedContracts());
  }
}
