import { Body, Controller, Get, Inject, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Consumer, ConsumerFacts, ConsumerList } from '#contracts';
import { type Caller, CurrentCaller, Endpoint, IdempotencyKey, nameOf, once, recordAudit } from '#platform';
import { ConsumerRepository } from './consumer.repository.js';

/** Who calls our APIs. */
@ApiTags('consumers')
@Controller('v1/consumers')
export class ConsumersController {
  constructor(@Inject(ConsumerRepository) private readonly consumers: ConsumerRepository) {}

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
    return once(this.consumers.database, async (manager) => {
      const consumer = await this.consumers.put(manager, clientId, facts);
      await recordAudit(manager, {
        actor: nameOf(caller),
        action: 'consumer.put',
        subject: `consumer/${clientId}`,
        reason: null,
        after: { name: consumer.name, owner: consumer.owner, person: caller.subject },
      });
      return consumer;
    });
  }
}
