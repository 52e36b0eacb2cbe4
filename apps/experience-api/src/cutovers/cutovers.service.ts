import { Injectable } from '@nestjs/common';
import type { CutoverDetail, CutoverList, CutoverPath, CutoverView, SwapDecision } from '#contracts';
import type { FreshnessRepository } from '../readmodels/freshness.repository.js';
import { Parts, type Sources } from '../sources.js';
import type { CutoverRepository } from './cutover.repository.js';

/** Systems that are being exchanged, by legal entity and by workflow, and what hangs on them. */
@Injectable()
export class CutoversService {
  constructor(
    private readonly sources: Pick<Sources, 'operations'>,
    private readonly impacts: CutoverRepository,
    private readonly freshness: FreshnessRepository,
  ) {}

  async list(): Promise<CutoverList> {
    const fresh = await this.freshness.now();
    const answers = new Parts();
    const { items: decisions } = await answers.get('process-operations', () => this.sources.operations.listSwaps({}), {
      items: [],
    });
    const items = await Promise.all(latest(decisions).map((decision) => this.view(decision)));
    return { items: items.sort(byState), ...fresh, missing: [...fresh.missing, ...answers.missing] };
  }

  async get({ domain, legalEntity }: CutoverPath): Promise<CutoverDetail> {
    const [report, impact] = await Promise.all([
      this.sources.operations.getSwapReport({ domain, legalEntity }),
      this.impacts.impact(legalEntity),
    ]);
    return { report, impact };
  }

  private async view(decision: SwapDecision): Promise<CutoverView> {
    const impact = await this.impacts.impact(decision.legalEntity);
    return { decision, comparable: decision.shadow !== null, impact };
  }
}

/** The first of each, as the newest come first. */
const latest = (decisions: SwapDecision[]): SwapDecision[] =>
  decisions.filter(
    ({ domain, legalEntity }, at) =>
      decisions.findIndex((one) => one.domain === domain && one.legalEntity === legalEntity) === at,
  );

const byState = (a: CutoverView, b: CutoverView): number =>
  b.decision.state.localeCompare(a.decision.state) || a.impact.legalEntity.localeCompare(b.impact.legalEntity);
