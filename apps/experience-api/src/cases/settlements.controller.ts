import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { BulkList, BulkRequest, BulkSettlement, Confirmation, Refusal } from '#contracts';
import { type Caller, CurrentCaller, Endpoint, IdempotencyKey } from '#platform';
import { ForAudience } from '../http/view.interceptor.js';
import { Sources } from '../sources.js';

const byPerson = { scope: 'exceptions.resolve', status: 202, returns: BulkSettlement, writes: true } as const;

/** Many cases, one decision; of many the word of two people. Passed on in the name of who decides. */
@ApiTags('cases')
@ForAudience()
@Controller('v1/bulk-settlements')
export class SettlementsController {
  constructor(private readonly sources: Sources) {}

  @Get()
  @Endpoint({
    summary: 'Settlements in bulk, those that wait for a second person first',
    scope: 'portal.read',
    returns: BulkList,
  })
  listBulkSettlements(): Promise<BulkList> {
    return this.sources.operations.listBulkSettlements({});
  }

  @Post()
  @Endpoint({ summary: 'Settle every open case that meets a filter, or say which would be', ...byPerson })
  settleInBulk(
    @Body() body: BulkRequest,
    @IdempotencyKey() key: string,
    @CurrentCaller() caller: Caller,
  ): Promise<BulkSettlement> {
    return this.sources.operations.settleInBulk({ key, actingFor: caller, body });
  }

  @Get(':id')
  @Endpoint({ summary: 'What became of each case', scope: 'portal.read', returns: BulkSettlement })
  getBulkSettlement(@Param('id') id: string): Promise<BulkSettlement> {
    return this.sources.operations.getBulkSettlement({ id });
  }

  @Post(':id/confirmations')
  @Endpoint({ summary: 'Confirm a settlement somebody else asked for', ...byPerson })
  confirmBulkSettlement(
    @Param('id') id: string,
    @IdempotencyKey() key: string,
    @Body() body: Confirmation,
    @CurrentCaller() caller: Caller,
  ): Promise<BulkSettlement> {
    return this.sources.operations.confirmBulkSettlement({ id, key, actingFor: caller, body });
  }

  @Post(':id/refusals')
  @Endpoint({ summary: 'Refuse a settlement somebody else asked for', ...byPerson })
  rejectBulkSettlement(
    @Param('id') id: string,
    @IdempotencyKey() key: string,
    @Body() body: Refusal,
    @CurrentCaller() caller: Caller,
  ): Promise<BulkSettlement> {
    return this.sources.operations.rejectBulkSettlement({ id, key, actingFor: caller, body });
  }
}
