import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  Confirmation,
  SwapDecision,
  SwapDecisionList,
  SwapReport,
  SwapRequest,
  SwapRetry,
  SwapTarget,
} from '#contracts';
import { type Caller, CurrentCaller, Endpoint, IdempotencyKey } from '#platform';
import { SwapService } from './swap.service.js';

/** Exchanging one system of the firm for another. */
@ApiTags('platform swap')
@Controller('v1/platform-swaps')
export class SwapController {
  constructor(private readonly swaps: SwapService) {}

  @Get()
  @Endpoint({ summary: 'Every decision, the newest first', scope: 'swaps.read', returns: SwapDecisionList })
  listSwaps(): Promise<SwapDecisionList> {
    return this.swaps.list();
  }

  @Get('report')
  @Endpoint({
    summary: 'Live system and shadow held against each other, with a verdict on each workflow',
    scope: 'swaps.read',
    returns: SwapReport,
  })
  getSwapReport(@Query() target: SwapTarget): Promise<SwapReport> {
    return this.swaps.report(target);
  }

  @Post()
  @Endpoint({
    summary: 'Begin a dual run, switch, take a switch back, or end it; the middle two need a second person',
    scope: 'swaps.write',
    status: 202,
    returns: SwapDecision,
    writes: true,
  })
  requestSwap(
    @Body() request: SwapRequest,
    @IdempotencyKey() key: string,
    @CurrentCaller() caller: Caller,
  ): Promise<SwapDecision> {
    return this.swaps.request(request, key, caller);
  }

  @Post('retries')
  @Endpoint({
    summary: 'Try again what the shadow refused',
    scope: 'swaps.write',
    status: 202,
    returns: SwapRetry,
    writes: true,
  })
  retryShadowWrites(
    @Body() target: SwapTarget,
    @IdempotencyKey() _key: string,
    @CurrentCaller() caller: Caller,
  ): Promise<SwapRetry> {
    return this.swaps.retry(target, caller);
  }

  @Post(':id/confirmations')
  @Endpoint({
    summary: 'Confirm a step somebody else asked for',
    scope: 'swaps.write',
    status: 202,
    returns: SwapDecision,
    writes: true,
  })
  confirmSwap(
    @Param('id') id: string,
    @IdempotencyKey() _key: string,
    @Body() { reason }: Confirmation,
    @CurrentCaller() caller: Caller,
  ): Promise<SwapDecision> {
    return this.swaps.confirm(id, reason, caller);
  }
}
