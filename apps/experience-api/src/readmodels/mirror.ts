import type { BillingLineView } from '#contracts';
import { addDays, Failure, today } from '#kernel';
import { type AppLogger, BackgroundLoop, type EstateView } from '#platform';
import type { Sources } from '../sources.js';
import type { MirrorRepository } from './mirror.repository.js';

/** Commits become visible a little after the moment they carry. */
const overlapMs = 30_000;
const weeksBack = 8;
const weeksAhead = 12;

/** What an event does not tell is asked of the process API that owns it, now and again; what cannot be had stays as it was. */
export class Mirror {
  constructor(
    private readonly sources: Pick<Sources, 'billing' | 'staffing'>,
    private readonly kept: MirrorRepository,
    private readonly estate: EstateView,
    private readonly logger: AppLogger,
  ) {}

  /** A loop each, so that one process API that hangs keeps no other from being read. */
  loops(): BackgroundLoop[] {
    const loop = (name: string, idleMs: number, read: () => Promise<void>): BackgroundLoop =>
      new BackgroundLoop({
        name: `mirror of ${name}`,
        logger: this.logger,
        idleMs,
        work: () => this.noted(name, read),
      });
    return [
      loop('process-billing', 1_000, () => this.billingLines()),
      loop('process-staffing', 15_000, () => this.staffingWeeks()),
    ];
  }

  /** Reads the lines that changed since the last time. */
  async billingLines(): Promise<void> {
    const since = (await this.kept.cursor('process-billing')) ?? '1970-01-01T00:00:00Z';
    let newest = since;
    let cursor: string | null = null;
    do {
      const page: { items: BillingLineView[]; nextCursor: string | null } = await this.sources.billing.listBillingLines(
        {
          changedSince: overlapped(since),
          limit: 200,
          ...(cursor && { cursor }),
        },
      );
      await this.kept.putLines(page.items);
      newest = page.items.at(-1)?.updatedAt ?? newest;
      cursor = page.nextCursor;
    } while (cursor);
    await this.kept.putCursor('process-billing', newest);
  }

  /** Reads what was, and is, planned of what can be worked: by worker, practice and region. */
  async staffingWeeks(): Promise<void> {
    const now = today(new Date(), this.estate.estate.timeZone);
    const span = { from: addDays(now, -weeksBack * 7), to: addDays(now, weeksAhead * 7) };
    for (const groupBy of ['worker', 'practice', 'region'] as const) {
      const { items } = await this.sources.staffing.forecastUtilisation({ ...span, groupBy });
      await this.kept.putWeeks(groupBy, items);
    }
  }

  private async noted(name: string, read: () => Promise<void>): Promise<false> {
    try {
      await read();
      await this.kept.answered(name);
    } catch (error) {
      const failure = Failure.from(error);
      if (failure.kind === 'defect') throw error;
      await this.kept.failed(name, failure.message);
    }
    return false;
  }
}

const overlapped = (moment: string): string => new Date(Math.max(0, Date.parse(moment) - overlapMs)).toISOString();
