import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { identity } from '#contracts';
import { Endpoint, IdempotencyKey } from '#platform';
import { Instances } from '../instances.js';

export interface IdentityDomain {
  reads: { getAccount: [input: { reference: string }, output: identity.IdentityAccount] };
  writes: {
    putAccount: [input: { reference: string; state: identity.AccountState }, output: identity.IdentityAccount];
  };
}

/** Sign-in accounts, whatever identity platform the firm uses. `reference` is the worker number. */
@ApiTags('identity')
@Controller('v1/identity/:instance')
export class IdentityController {
  constructor(private readonly instances: Instances) {}

  @Get('accounts/:reference')
  @Endpoint({ summary: 'One account', scope: 'identity.read', returns: identity.IdentityAccount })
  getAccount(
    @Param('instance') instance: string,
    @Param('reference') reference: string,
  ): Promise<identity.IdentityAccount> {
    return this.instances.read(instance, 'identity', 'getAccount', { reference });
  }

  @Put('accounts/:reference')
  @Endpoint({
    summary: 'Create or change an account',
    scope: 'identity.write',
    returns: identity.IdentityAccount,
    writes: true,
  })
  putAccount(
    @Param('instance') instance: string,
    @Param('reference') reference: string,
    @IdempotencyKey() key: string,
    @Body() state: identity.AccountState,
  ): Promise<identity.IdentityAccount> {
    return this.instances.write(instance, 'identity', 'putAccount', { reference, state }, key);
  }
}
