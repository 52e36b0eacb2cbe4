import { Injectable } from '@nestjs/common';
import type { KpiDetail, KpiGrouping, KpiList, KpiRecordPage, KpiRecordQuery, KpiView } from '#contracts';
import { Failure } from '#kernel';
import type { FreshnessRepository } from '../readmodels/freshness.repository.js';
import type { Kpi } from './kpi.js';
import type { KpiRepository } from './kpi.repository.js';
import { kpis } from './registry.js';

/** Figures of the firm, each with the records it is made of. */
@Injectable()
export class KpisService {
  constructor(
    private readonly figures: KpiRepository,
    private readonly freshness: FreshnessRepository,
  ) {}

  async list(): Promise<KpiList> {
    const fresh = await this.freshness.now();
    const items: KpiView[] = [];
    // One after the other: a page of figures shall not take every connection there is.
    for (const kpi of kpis) items.push(await this.view(kpi));
    return { items, ...fresh };
  }

  async get(id: string, by: KpiGrouping | undefined): Promise<KpiDetail> {
    const kpi = find(id);
    const fresh = await this.freshness.now();
    return { kpi: await this.view(kpi), groups: by ? await this.figures.groups(kpi, by) : [], ...fresh };
  }

  async records(id: string, query: KpiRecordQuery): Promise<KpiRecordPage> {
    const kpi = find(id);
    const { asOf, lagSeconds } = await this.freshness.now();
    return { ...(await this.figures.records(kpi, query)), asOf, lagSeconds };
  }

  private async view(kpi: Kpi): Promise<KpiView> {
    const { records: _query, aggregate: _aggregate, ...definition } = kpi;
    return { ...definition, ...(await this.figures.figure(kpi)) };
  }
}

function find(id: string): Kpi {
  const found = kpis.find((kpi) => kpi.id === id);
  if (found) return found;
  throw new Failure('not-found', `there is no figure "${id}"`, { code: 'unknown-kpi', remedy: 'see GET /v1/kpis' });
}
