import { Injectable } from '@nestjs/common';
import type { CaseView, WorkItem, Workbench, WorkbenchQuery } from '#contracts';
import { cutOffOf, type EstateView } from '#platform';
import type { FreshnessRepository } from '../readmodels/freshness.repository.js';
import { Parts, type Sources } from '../sources.js';
import { ranked } from './workbench.js';
import type { WorkRepository } from './work.repository.js';

export interface WorkbenchParts {
  sources: Pick<Sources, 'operations'>;
  work: WorkRepository;
  estate: EstateView;
  freshness: FreshnessRepository;
}

/** Open cases, each with how much hurry there is and what the systems hold about it. */
@Injectable()
export class WorkbenchService {
  constructor(private readonly parts: WorkbenchParts) {}

  async list({ owner }: WorkbenchQuery, now = new Date()): Promise<Workbench> {
    const { sources, freshness } = this.parts;
    const fresh = await freshness.now();
    const answers = new Parts();
    const query = { state: 'open' as const, ...(owner && { owner }) };
    const { items, missing } = await answers.get('process-operations', () => sources.operations.listCases(query), {
      items: [],
      missing: [],
    });
    const order = ranked(items.slice(0, 1000).map((one) => ({ case: one, dated: this.dated(one, now) })));
    const evident = await Promise.all(
      order.map(async ({ dated, ...one }): Promise<WorkItem> => ({
        ...one,
        ...dated,
        evidence: await this.evidence(one.case),
      })),
    );
    return { items: evident, ...fresh, missing: [...fresh.missing, ...missing, ...answers.missing] };
  }

  private dated({ business, dueAt }: CaseView, now: Date): Pick<WorkItem, 'lateAt' | 'secondsLeft'> {
    const window = this.parts.estate.estate.postingWindows.find(
      ({ legalEntity }) => legalEntity === business.legalEntity,
    );
    const cutOff = window && business.billingCycle ? cutOffOf(window, business.billingCycle) : null;
    const lateAt = cutOff?.toISOString() ?? dueAt;
    const secondsLeft = lateAt ? Math.max(0, Math.round((Date.parse(lateAt) - now.getTime()) / 1000)) : null;
    return { lateAt, secondsLeft };
  }

  private async evidence({ app, runId, fields }: CaseView): Promise<WorkItem['evidence']> {
    if (app === 'process-billing' && runId) return this.parts.work.evidence(runId);
    return fields.map(({ field, message }) => ({
      system: 'gateway',
      field: field.slice(0, 120),
      value: message.slice(0, 500),
    }));
  }
}
