import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IntercompanyTotals } from '#contracts';
import { Endpoint } from '#platform';
import { ForAudience } from '../http/view.interceptor.js';
import { Sources } from '../sources.js';

/** What legal entities ask of each other for the work of their people. */
@ApiTags('work')
@ForAudience()
@Controller('v1/billing/intercompany-totals')
export class IntercompanyController {
  constructor(private readonly sources: Sources) {}

  @Get()
  @Endpoint({
    summary: 'Charges between legal entities by month and state',
    scope: 'portal.read',
    returns: IntercompanyTotals,
  })
  listIntercompanyTotals(): Promise<IntercompanyTotals> {
    return this.sources.billing.listIntercompanyTotals({});
  }
}
