import { Controller, HttpCode, Param, Post, type RawBodyRequest, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Failure } from '#kernel';
import { currentContext, Public } from '#platform';
import { WebhookIntake } from './webhook-intake.js';

/** Where vendors push. The signature is the authentication. */
@ApiExcludeController()
@Controller('webhooks')
export class WebhookController {
  constructor(private readonly intake: WebhookIntake) {}

  @Post(':instance')
  @HttpCode(202)
  @Public('vendors sign their webhooks instead of sending a token')
  async receive(@Param('instance') instance: string, @Req() request: RawBodyRequest<FastifyRequest>): Promise<void> {
    if (!request.rawBody || request.rawBody.length === 0) throw new Failure('rejected', 'the webhook has no body');
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    await this.intake.accept(
      instance,
      { headers, body: request.rawBody, now: new Date() },
      currentContext().correlationId,
    );
  }
}
