import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ContractFindingList, ContractFindingQuery, DeprecationList } from '#contracts';
import { Endpoint } from '#platform';
import { ContractFindings } from './contract-findings.js';
import { Deprecations } from './deprecations.js';

/** What becomes of contracts while they are served: what is to go, and where they are not kept. */
@ApiTags('contracts')
@Controller('v1')
export class ContractLifeController {
  constructor(
    @Inject(Deprecations) private readonly deprecations: Deprecations,
    @Inject(ContractFindings) private readonly findings: ContractFindings,
  ) {}

  @Get('deprecations')
  @Endpoint({
    summary: 'Contracts, operations and fields that are to go, with who still uses them',
    scope: 'contracts.read',
    returns: DeprecationList,
  })
  listDeprecations(): Promise<DeprecationList> {
    return this.deprecations.list();
  }

  @Get('contract-findings')
  @Endpoint({
    summary: 'Places of contracts that answers broke in production: a sample, without values',
    scope: 'contracts.read',
    returns: ContractFindingList,
  })
  listContractFindings(@Query() query: ContractFindingQuery): Promise<ContractFindingList> {
    return this.findings.list(query);
  }
}
