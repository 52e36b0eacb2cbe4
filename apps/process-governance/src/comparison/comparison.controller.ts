import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ComparisonQuery, ContractComparison, ContractEntryList, ContractEntryQuery } from '#contracts';
import { Endpoint } from '#platform';
import { RegistryService } from '../registry/registry.service.js';
import { ComparisonService } from './comparison.service.js';

/** Versions side by side, and what became of them. */
@ApiTags('comparison')
@Controller('v1')
export class ComparisonController {
  constructor(
    @Inject(ComparisonService) private readonly comparison: ComparisonService,
    @Inject(RegistryService) private readonly service: RegistryService,
  ) {}

  @Get('contract-versions/:id/comparison')
  @Endpoint({
    summary: 'A version beside another: changes with both texts, consumers, verdict of the policy, changelog',
    scope: 'contracts.read',
    returns: ContractComparison,
  })
  getContractComparison(@Param('id') id: string, @Query() { base }: ComparisonQuery): Promise<ContractComparison> {
    return this.comparison.of(id, base);
  }

  @Get('contract-steps')
  @Endpoint({
    summary: 'Everything that became of a contract, the newest first',
    scope: 'contracts.read',
    returns: ContractEntryList,
  })
  async listContractSteps(@Query() { contract }: ContractEntryQuery): Promise<ContractEntryList> {
    return { items: await this.service.registry.entriesOf(contract) };
  }
}
