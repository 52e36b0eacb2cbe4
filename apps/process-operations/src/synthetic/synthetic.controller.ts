import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SyntheticCheckList } from '#contracts';
import { Endpoint } from '#platform';
import { SyntheticCheckRepository } from './synthetic-check.repository.js';

/** Whether each instance answers when nobody needs it. */
@ApiTags('synthetic checks')
@Controller('v1/synthetic-checks')
export class SyntheticController {
  constructor(private readonly checks: SyntheticCheckRepository) {}

  @Get()
  @Endpoint({
    summary: 'The last synthetic check of each instance, those that failed first',
    scope: 'synthetic-checks.read',
    returns: SyntheticCheckList,
  })
  async listSyntheticChecks(): Promise<SyntheticCheckList> {
    return { items: await this.checks.latest() };
  }
}
