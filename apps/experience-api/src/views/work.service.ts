import { Injectable } from '@nestjs/common';
import type { BillingAges, OnboardingList, PageQuery, ProjectLineList, WindowList, WindowView } from '#contracts';
import { addDays, monthOf, totalsByCurrency, today } from '#kernel';
import { cutOffOf, type EstateView, type PostingWindow } from '#platform';
import type { FreshnessRepository } from '../readmodels/freshness.repository.js';
import { pageOf, stretchOf } from './page.js';
import type { UnbilledOf, WorkRepository } from './work.repository.js';

/** Work between deal and invoice: projects, people on their way, and approved time against the cut-off. */
@Injectable()
export class WorkService {
  constructor(
    private readonly work: WorkRepository,
    private readonly estate: EstateView,
    private readonly freshness: FreshnessRepository,
  ) {}

  async projects(query: PageQuery): Promise<ProjectLineList> {
    const stretch = stretchOf(query);
    return { ...pageOf(await this.work.projects(stretch), stretch), ...(await this.freshness.now()) };
  }

  async people(query: PageQuery): Promise<OnboardingList> {
    const stretch = stretchOf(query);
    return { ...pageOf(await this.work.people(stretch), stretch), ...(await this.freshness.now()) };
  }

  async ages(): Promise<BillingAges> {
    const items = (await this.work.ages()).map((one) => ({ ...one, cutOff: this.cutOff(one.legalEntity, one.cycle) }));
    return { items, ...(await this.freshness.now()) };
  }

  async windows(now = new Date()): Promise<WindowList> {
    const unbilled = await this.work.unbilled();
    const items = this.estate.estate.postingWindows.map((window) =>
      this.window(
        window,
        now,
        unbilled.filter(({ legalEntity }) => legalEntity === window.legalEntity),
      ),
    );
    return { items, ...(await this.freshness.now()) };
  }

  private window(window: PostingWindow, now: Date, unbilled: UnbilledOf[]): WindowView {
    const opens = this.estate.postingOpens(window.legalEntity, now);
    const isOpen = opens?.getTime() === now.getTime();
    const next = nextCutOff(window, now);
    return {
      legalEntity: window.legalEntity,
      every: window.every,
      open: isOpen,
      opensAt: isOpen ? null : (opens?.toISOString() ?? null),
      cycle: next?.cycle ?? null,
      cutOff: next?.at.toISOString() ?? null,
      secondsToCutOff: next ? Math.round((next.at.getTime() - now.getTime()) / 1000) : null,
      entries: unbilled.reduce((sum, { entries }) => sum + entries, 0),
      amounts: totalsByCurrency(unbilled.flatMap(({ amounts }) => amounts)),
    };
  }

  private cutOff(legalEntity: string | null, cycle: string): string | null {
    const window = this.estate.estate.postingWindows.find((one) => one.legalEntity === legalEntity);
    return (window && cutOffOf(window, cycle)?.toISOString()) ?? null;
  }
}

/** The next cut-off is that of this month, or still that of the one before. */
function nextCutOff(window: PostingWindow, now: Date): { cycle: string; at: Date } | null {
  const here = monthOf(today(now, window.timeZone ?? 'UTC'));
  const before = monthOf(addDays(`${here}-01`, -1));
  const after = monthOf(addDays(`${here}-01`, 31));
  for (const cycle of [before, here, after]) {
    const at = cutOffOf(window, cycle);
    if (at && at > now) return { cycle, at };
  }
  return null;
}
