import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { BillingLinePage, BillingLineQuery, BillingOverview, BillingOverviewQuery } from '#contracts';
import { Endpoint } from '#platform';
import { BillingViews } from './billing-views.js';

/** Approved time on its way to invoices. */
@ApiTags('billing')
@Controller('v1/billing')
export class BillingController {
  constructor(private readonly views: BillingViews) {}

  @Get('lines')
  @Endpoint({
    summary: 'Approved time entries and what became of them',
    scope: 'billing.read',
    returns: BillingLinePage,
  })
  listBillingLines(@Query() query: BillingLineQuery): Promise<BillingLinePage> {
    return this.views.lines(query);
  }

  @Get('overviews')
  @Endpoint({ summary: 'Totals by project and state, and invoices', scope: 'billing.read', returns: BillingOverview })
  getBillingOverview(@Query() { project }: BillingOverviewQuery): Promise<BillingOverview> {
    return this.views.overview(project);
  }
}
