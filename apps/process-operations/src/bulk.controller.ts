import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { BulkList, BulkRequest, BulkSettlement, Confirmation, Refusal } from '#contracts';
import { type Caller, CurrentCaller, Endpoint, IdempotencyKey } from '#platform';
import { BulkService } from './bulk.service.js';

/** Many cases, one decision. */
@ApiTags('operations')
@Controller('v1/bulk-settlements')
export class BulkController {
  constructor(private readonly bulk: BulkService) {}

  @Post()
  @Endpoint({
    summary: 'Settle every open case that meets a filter, or say which would be',
    scope: 'exceptions.resolve',
    status: 202,
    returns: BulkSettlement,
    writes: true,
  })
  settleInBulk(
    @Body() request: BulkRequest,
    @IdempotencyKey() key: string,
    @CurrentCaller() caller: Caller,
  ): Promise<BulkSettlement> {
    return this.bulk.request(request, key, caller);
  }

  @Get()
  @Endpoint({
    summary: 'Settlements in bulk, those that wait for a second person first',
    scope: 'exceptions.read',
    returns: BulkList,
  })
  listBulkSettlements(): Promise<BulkList> {
    return this.bulk.list();
  }

  @Get(':id')
  @Endpoint({ summary: 'What became of each case', scope: 'exceptions.read', returns: BulkSettlement })
  getBulkSettlement(@Param('id') id: string): Promise<BulkSettlement> {
    return this.bulk.get(id);
  }

  @Post(':id/confirmations')
  @Endpoint({
    summary: 'Confirm a settlement somebody else asked for',
    scope: 'exceptions.resolve',
    status: 202,
    returns: BulkSettlement,
    writes: true,
  })
  confirmBulkSettlement(
    @Param('id') id: string,
    @IdempotencyKey() _key: string,
    @Body() { reason }: Confirmation,
    @CurrentCaller() caller: Caller,
  ): Promise<BulkSettlement> {
    return this.bulk.confirm(id, reason, caller);
  }

  @Post(':id/refusals')
  @Endpoint({
    summary: 'Refuse a settlement somebody else asked for',
    scope: 'exceptions.resolve',
    status: 202,
    returns: BulkSettlement,
    writes: true,
  })
  rejectBulkSettlement(
    @Param('id') id: string,
    @IdempotencyKey() _key: string,
    @Body() { reason }: Refusal,
    @CurrentCaller() caller: Caller,
  ): Promise<BulkSettlement> {
    return this.bulk.refuse(id, reason, caller);
  }
}
