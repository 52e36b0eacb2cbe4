import { Injectable } from '@nestjs/common';
import type { DetectorList, DetectorView, FindingList } from '#contracts';
import { Failure } from '#kernel';
import type { FreshnessRepository } from '../readmodels/freshness.repository.js';
import type { Detector } from './detector.js';
import type { DetectorRepository } from './detector.repository.js';
import { detectors } from './registry.js';

/** Which disconnects there are now, since when, and what they put at risk. */
@Injectable()
export class DetectorsService {
  constructor(
    private readonly repository: DetectorRepository,
    private readonly freshness: FreshnessRepository,
  ) {}

  async list(): Promise<DetectorList> {
    const fresh = await this.freshness.now();
    const items: DetectorView[] = [];
    for (const detector of detectors) items.push(await this.view(detector));
    return { items: items.sort((a, b) => Number(b.lit) - Number(a.lit)), ...fresh };
  }

  async findings(id: string): Promise<FindingList> {
    const detector = detectors.find((one) => one.id === id);
    if (!detector) {
      throw new Failure('not-found', `there is no detector "${id}"`, {
        code: 'unknown-detector',
        remedy: 'see GET /v1/detectors',
      });
    }
    const fresh = await this.freshness.now();
    return { detector: await this.view(detector), items: await this.repository.findings(detector), ...fresh };
  }

  private async view(detector: Detector): Promise<DetectorView> {
    const { findings: _query, ...definition } = detector;
    const { findings, since, moneyAtRisk } = await this.repository.light(detector);
    return { ...definition, lit: findings > 0, findings, since: since?.toISOString() ?? null, moneyAtRisk };
  }
}
