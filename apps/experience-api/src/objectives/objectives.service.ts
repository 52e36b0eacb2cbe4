import { Injectable } from '@nestjs/common';
import type { ObjectiveList, ObjectiveView } from '#contracts';
import type { KpisService } from '../kpis/kpis.service.js';
import { windowDays } from '../kpis/measured-runs.js';
import type { FreshnessRepository } from '../readmodels/freshness.repository.js';
import type { MeasuredWorkflow, ObjectiveRepository } from './objective.repository.js';
import { budgetOf, targetPercent } from './objective.js';

/** Holds each workflow to the time it says it takes. */
@Injectable()
export class ObjectivesService {
  constructor(
    private readonly measured: ObjectiveRepository,
    private readonly figures: Pick<KpisService, 'get'>,
    private readonly freshness: FreshnessRepository,
  ) {}

  async list(): Promise<ObjectiveList> {
    const fresh = await this.freshness.now();
    const { kpi: figure } = await this.figures.get('runs-in-time', undefined);
    const items = (await this.measured.workflows()).map(viewOf);
    return {
      figure,
      days: windowDays,
      items: items.sort((a, b) => Number(a.budgetLeft) - Number(b.budgetLeft) || a.workflow.localeCompare(b.workflow)),
      worst: await this.measured.worst(),
      ...fresh,
    };
  }
}

function viewOf({ endedLastDay, lateLastDay, ...workflow }: MeasuredWorkflow): ObjectiveView {
  return { ...workflow, target: String(targetPercent), ...budgetOf({ ...workflow, endedLastDay, lateLastDay }) };
}
