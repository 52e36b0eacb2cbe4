import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  ApiList,
  ContractComparison,
  ContractHistory,
  ContractList,
  ContractVersion,
  ContractVote,
  DeprecationCalendar,
  OwnershipMatrix,
} from '#contracts';
import { type Caller, CurrentCaller, Endpoint, IdempotencyKey } from '#platform';
import { ForAudience } from '../http/view.interceptor.js';
import { GovernanceService } from './governance.service.js';

/** What the layers promise each other, how that changes, and who owns what. */
@ApiTags('governance')
@ForAudience()
@Controller('v1')
export class GovernanceController {
  constructor(private readonly governance: GovernanceService) {}

  @Get('contracts')
  @Endpoint({
    summary: 'Published contracts, and versions that wait for approval',
    scope: 'portal.read',
    returns: ContractList,
  })
  listContracts(): Promise<ContractList> {
    return this.governance.contracts();
  }

  @Get('contracts/:layer/:api/:major')
  @Endpoint({
    summary: 'One contract: every version, and what became of it',
    scope: 'portal.read',
    returns: ContractHistory,
  })
  getContractHistory(
    @Param('layer') layer: string,
    @Param('api') api: string,
    @Param('major') major: string,
  ): Promise<ContractHistory> {
    return this.governance.history(`${layer}/${api}/${major}`);
  }

  @Get('contracts/:layer/:api/:major/comparisons/:range')
  @Endpoint({
    summary: 'Two versions side by side: changes, whom they hurt, and what the policy says',
    scope: 'portal.read',
    returns: ContractComparison,
  })
  getContractComparison(
    @Param('layer') layer: string,
    @Param('api') api: string,
    @Param('major') major: string,
    @Param('range') range: string,
  ): Promise<ContractComparison> {
    return this.governance.compare(`${layer}/${api}/${major}`, range);
  }

  @Post('contract-versions/:id/decisions')
  @Endpoint({
    summary: 'Approve or reject a version that waits',
    scope: 'contracts.approve',
    returns: ContractVersion,
    writes: true,
  })
  decideContractVersion(
    @Param('id') id: string,
    @IdempotencyKey() key: string,
    @Body() vote: ContractVote,
    @CurrentCaller() caller: Caller,
  ): Promise<ContractVersion> {
    return this.governance.decide(id, key, vote, caller);
  }

  @Get('deprecations')
  @Endpoint({
    summary: 'What ends when, and who still calls it',
    scope: 'portal.read',
    returns: DeprecationCalendar,
  })
  listDeprecations(): Promise<DeprecationCalendar> {
    return this.governance.deprecations();
  }

  @Get('ownership')
  @Endpoint({
    summary: 'Who decides what of a record, by region, with the rule in words',
    scope: 'portal.read',
    returns: OwnershipMatrix,
  })
  getOwnership(): OwnershipMatrix {
    return this.governance.ownership();
  }

  @Get('apis')
  @Endpoint({
    summary: 'The APIs there are, with the audience and scopes a token must have',
    scope: 'portal.read',
    returns: ApiList,
  })
  listApis(): ApiList {
    return this.governance.apis();
  }
}
