import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { BillingAges, OnboardingList, PageQuery, ProjectLineList, WindowList } from '#contracts';
import { Endpoint } from '#platform';
import { ForAudience } from '../http/view.interceptor.js';
import { WorkService } from './work.service.js';

/** What is on its way from deal to invoice. */
@ApiTags('work')
@ForAudience()
@Controller('v1')
export class WorkController {
  constructor(private readonly work: WorkService) {}

  @Get('project-lines')
  @Endpoint({
    summary: 'Projects between deal and invoice, those held up first',
    scope: 'portal.read',
    returns: ProjectLineList,
  })
  listProjectLines(@Query() query: PageQuery): Promise<ProjectLineList> {
    return this.work.projects(query);
  }

  @Get('onboardings')
  @Endpoint({
    summary: 'People from hired to staffable, those who wait first',
    scope: 'portal.read',
    returns: OnboardingList,
  })
  listOnboardings(@Query() query: PageQuery): Promise<OnboardingList> {
    return this.work.people(query);
  }

  @Get('billing/ages')
  @Endpoint({
    summary: 'Unbilled approved time by legal entity, cycle and age',
    scope: 'portal.read',
    returns: BillingAges,
  })
  listBillingAges(): Promise<BillingAges> {
    return this.work.ages();
  }

  @Get('billing/windows')
  @Endpoint({ summary: 'Posting windows and the cut-off clock', scope: 'portal.read', returns: WindowList })
  listWindows(): Promise<WindowList> {
    return this.work.windows();
  }
}
