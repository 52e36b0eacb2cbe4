import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  BillingLinePage,
  BillingLineQuery,
  BillingOverview,
  BillingOverviewQuery,
  IntercompanyChargePage,
  IntercompanyChargeQuery,
  IntercompanyTotals,
} from '#contracts';
import { Endpoint } from '#platform';
import { BillingViews } from './billing-views.js';
import { IntercompanyViews } from './intercompany/intercompany-views.js';

/** Approved time on its way to invoices. */
@ApiTags('billing')
@Controller('v1/billing')
export class BillingController {
  constructor(
    private readonly views: BillingViews,
    private readonly intercompany: IntercompanyViews,
  ) {}

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

  @Get('intercompany-charges')
  @Endpoint({
    summary: 'What legal entities charge each other for the work of their people',
    scope: 'billing.read',
    returns: IntercompanyChargePage,
  })
  listIntercompanyCharges(@Query() query: IntercompanyChargeQuery): Promise<IntercompanyChargePage> {
    return this.intercompany.charges(query);
  }

  @Get('intercompany-totals')
  @Endpoint({
    summary: 'Charges between legal entities by month and state',
    scope: 'billing.read',
    returns: IntercompanyTotals,
  })
  listIntercompanyTotals(): Promise<IntercompanyTotals> {
    return this.intercompany.totals();
  }
}
