import { Body, Controller, Get, Inject, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Consumer, ConsumerFacts, ConsumerList } from '#contracts';
import { type Caller, CurrentCaller, Endpoint, IdempotencyKey } from '#platform';
import { ConsumerService } from './consumer.service.js';

/** Who calls our APIs. */
@ApiTags('consumers')
@Controller('v1/consumers')
export class ConsumersController {
  constructor(@Inject(ConsumerService) private readonly consumers: ConsumerService) {}

  @Get()
  @Endpoint({ summary: 'Every registered consumer', scope: 'contracts.read', returns: ConsumerList })
  async listConsumers(): Promise<ConsumerList> {
    return { items: await this.consumers.list() };
  }

  @Put(':clientId')
  @Endpoint({
    summary: 'Register a consumer, or say anew who it is and what it uses',
    scope: 'contracts.write',
    returns: Consumer,
    writes: true,
  })
  putConsumer(
    @Param('clientId') clientId: string,
    @IdempotencyKey() _key: string,
    @Body() facts: ConsumerFacts,
    @CurrentCaller() caller: Caller,
  ): Promise<Consumer> {
    return this.consumers.put(clientId, facts, caller);
  }
}
