import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { crm, PageQuery } from '#contracts';
import { Endpoint } from '#platform';
import { Instances } from '../instances.js';

export interface CrmDomain {
  reads: {
    getOpportunity: [input: { id: string }, output: crm.Opportunity];
    listWonOpportunities: [input: PageQuery, output: crm.OpportunityPage];
    getAccount: [input: { id: string }, output: crm.Account];
  };
  writes: Record<never, never>;
}

/** Opportunities and customers, whatever CRM the firm uses. */
@ApiTags('crm')
@Controller('v1/crm/:instance')
export class CrmController {
  constructor(private readonly instances: Instances) {}

  @Get('opportunities')
  @Endpoint({ summary: 'Won opportunities, oldest change first', scope: 'crm.read', returns: crm.OpportunityPage })
  listWonOpportunities(@Param('instance') instance: string, @Query() page: PageQuery): Promise<crm.OpportunityPage> {
    return this.instances.read(instance, 'crm', 'listWonOpportunities', page);
  }

  @Get('opportunities/:id')
  @Endpoint({ summary: 'One opportunity with the roles sold', scope: 'crm.read', returns: crm.Opportunity })
  getOpportunity(@Param('instance') instance: string, @Param('id') id: string): Promise<crm.Opportunity> {
    return this.instances.read(instance, 'crm', 'getOpportunity', { id });
  }

  @Get('accounts/:id')
  @Endpoint({ summary: 'One customer', scope: 'crm.read', returns: crm.Account })
  getAccount(@Param('instance') instance: string, @Param('id') id: string): Promise<crm.Account> {
    return this.instances.read(instance, 'crm', 'getAccount', { id });
  }
}
