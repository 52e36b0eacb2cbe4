import { Injectable } from '@nestjs/common';
import type { CaseView, WorkItem, Workbench, WorkbenchQuery } from '#contracts';
import { type EstateView, lateness } from '#platform';
import { gateway } from '../cases/evidence.js';
import type { EvidenceService } from '../cases/evidence.service.js';
import type { FreshnessRepository } from '../readmodels/freshness.repository.js';
import { Parts, type Sources } from '../sources.js';
import { ranked } from './workbench.js';

export interface WorkbenchParts {
  sources: Pick<Sources, 'operations'>;
  evidence: Pick<EvidenceService, 'told'>;
  estate: EstateView;
  freshness: Pick<FreshnessRepository, 'now'>;
}

/** For how many it is looked up what was told of them; the rest are further down than anybody reads. */
const lookedUp = 100;

/** Open cases, each with how much hurry there is and what the systems hold about it. */
@Injectable()
export class WorkbenchService {
  constructor(private readonly parts: WorkbenchParts) {}

  async list({ owner }: WorkbenchQuery, now = new Date()): Promise<Workbench> {
    const { sources, freshness, estate } = this.parts;
    const fresh = await freshness.now();
    const answers = new Parts();
    const query = { state: 'open' as const, ...(owner && { owner }) };
    const { items, missing } = await answers.get('process-operations', () => sources.operations.listCases(query), {
      items: [],
      missing: [],
    });
    const order = ranked(items.slice(0, 1000).map((one) => ({ case: one, dated: lateness(one, estate, now) })));
    const evident = await Promise.all(
      order.map(async ({ dated, ...one }): Promise<WorkItem> => ({
        ...one,
        ...dated,
        evidence: await this.evidenceOf(one.case, one.rank),
      })),
    );
    return { items: evident, ...fresh, missing: [...fresh.missing, ...missing, ...answers.missing] };
  }

  /** A line a value; what nobody told of is what the exception itself says. */
  private async evidenceOf(one: CaseView, rank: number): Promise<WorkItem['evidence']> {
    const sides = rank <= lookedUp ? await this.parts.evidence.told(one) : [];
    const said = sides.flatMap(({ system, facts }) =>
      Object.entries(facts).map(([field, value]) => ({ system, field, value })),
    );
    if (said.length > 0) return said.slice(0, 50);
    return one.fields.slice(0, 50).map(({ field, message }) => ({
      system: gateway,
      field: field.slice(0, 120),
      value: message.slice(0, 500),
    }));
  }
}
